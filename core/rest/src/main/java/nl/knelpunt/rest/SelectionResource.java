package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.SelectionShapes.ExportItem;
import nl.knelpunt.rest.SelectionShapes.ExportList;
import nl.knelpunt.rest.SelectionShapes.MapView;
import nl.knelpunt.rest.SelectionShapes.NetworkView;
import nl.knelpunt.rest.SelectionShapes.NewExport;
import nl.knelpunt.rest.SelectionShapes.NewSelectionBody;
import nl.knelpunt.rest.SelectionShapes.OverBody;
import nl.knelpunt.rest.SelectionShapes.SelectionList;
import nl.knelpunt.rest.SelectionShapes.SelectionView;
import nl.knelpunt.rest.SelectionShapes.TimelineView;

/** Selections, and what an analyst sees over one. */
final class SelectionResource {

    private final UseCases use;

    SelectionResource(UseCases use) {
        this.use = use;
    }

    Answer list(Exchange exchange) {
        Page<Selection> page =
                use.selections().list(exchange.call(), knelpunt(exchange), exchange.after(), exchange.limit());
        return Answer.of(new SelectionList(
                page.items().stream().map(SelectionView::of).toList(),
                exchange.links(href(exchange, "selections"), page.next())));
    }

    Answer keep(Exchange exchange) throws IOException {
        NewSelectionBody body = exchange.body(NewSelectionBody.class);
        Done done = use.selections().keep(exchange.call(), knelpunt(exchange), body.engine());
        return Answer.created(done, href(exchange, "selections"));
    }

    Answer replace(Exchange exchange) throws IOException {
        NewSelectionBody body = exchange.body(NewSelectionBody.class);
        return Answer.changed(
                use.selections().replace(exchange.call(), knelpunt(exchange), exchange.id("selection"), body.engine()),
                href(exchange, "selections"));
    }

    Answer remove(Exchange exchange) {
        return Answer.changed(
                use.selections().remove(exchange.call(), knelpunt(exchange), exchange.id("selection")),
                href(exchange, "selections"));
    }

    Answer network(Exchange exchange) throws IOException {
        OverBody body = exchange.body(OverBody.class);
        return Answer.of(NetworkView.of(use.selections().network(exchange.call(), knelpunt(exchange), body.engine())));
    }

    Answer timeline(Exchange exchange) throws IOException {
        OverBody body = exchange.body(OverBody.class);
        return Answer.of(
                TimelineView.of(use.selections().timeline(exchange.call(), knelpunt(exchange), body.engine())));
    }

    Answer map(Exchange exchange) throws IOException {
        OverBody body = exchange.body(OverBody.class);
        return Answer.of(MapView.of(use.selections().map(exchange.call(), knelpunt(exchange), body.engine())));
    }

    Answer export(Exchange exchange) throws IOException {
        NewExport body = exchange.body(NewExport.class);
        Export.Content content = use.selections()
                .export(
                        exchange.call(),
                        knelpunt(exchange),
                        body.over(),
                        body.format(),
                        body.purpose(),
                        body.restrictionsConfirmed());
        return Answer.of(Exports.download(content))
                .with("Knelpunt-Frozen", String.valueOf(content.frozen()))
                .with("Knelpunt-Withheld", String.valueOf(content.withheld()));
    }

    Answer exports(Exchange exchange) {
        Page<Export> page =
                use.selections().exports(exchange.call(), knelpunt(exchange), exchange.after(), exchange.limit());
        return Answer.of(new ExportList(
                page.items().stream().map(ExportItem::of).toList(),
                exchange.links(href(exchange, "exports"), page.next())));
    }

    private static UUID knelpunt(Exchange exchange) {
        return exchange.id("knelpunt");
    }

    private static String href(Exchange exchange, String part) {
        return KnelpuntResource.href(knelpunt(exchange)) + "/" + part;
    }
}
