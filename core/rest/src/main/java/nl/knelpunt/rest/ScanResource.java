package nl.knelpunt.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.rest.ScanShapes.AreaCollection;
import nl.knelpunt.rest.ScanShapes.ChoiceBody;
import nl.knelpunt.rest.ScanShapes.DataSetList;
import nl.knelpunt.rest.ScanShapes.DataSetView;
import nl.knelpunt.rest.ScanShapes.Imported;
import nl.knelpunt.rest.ScanShapes.MappingBody;
import nl.knelpunt.rest.ScanShapes.MappingList;
import nl.knelpunt.rest.ScanShapes.MappingView;
import nl.knelpunt.rest.ScanShapes.NewAreas;
import nl.knelpunt.rest.ScanShapes.NewProposalFromScan;
import nl.knelpunt.rest.ScanShapes.OriginView;
import nl.knelpunt.rest.ScanShapes.OutcomeList;
import nl.knelpunt.rest.ScanShapes.OutcomeView;
import nl.knelpunt.rest.ScanShapes.RankedView;
import nl.knelpunt.rest.Shapes.Links;

/** Scans: mappings, own areas, tables, outcomes and what follows from them. */
final class ScanResource {

    /** Of one table. */
    static final long MOST_BYTES = 16L << 20;

    private static final String MAPPINGS = RouteTable.BASE + "/scan-mappings";

    private final UseCases use;

    ScanResource(UseCases use) {
        this.use = use;
    }

    private static UUID scan(Exchange exchange) {
        return exchange.id("scan");
    }

    private static String href(UUID scan) {
        return RouteTable.BASE + "/scans/" + scan;
    }

    Answer mappings(Exchange exchange) {
        Page<Mapping> page = use.scans().mappings(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new MappingList(
                page.items().stream().map(MappingView::of).toList(), exchange.links(MAPPINGS, page.next())));
    }

    Answer writeMapping(Exchange exchange) throws IOException {
        MappingBody body = exchange.body(MappingBody.class);
        Done done = use.scans().writeMapping(exchange.call(), body.engine());
        return Answer.created(done, MAPPINGS + "/" + done.id());
    }

    Answer changeMapping(Exchange exchange) throws IOException {
        MappingBody body = exchange.body(MappingBody.class);
        UUID mapping = exchange.id("mapping");
        return Answer.changed(
                use.scans().changeMapping(exchange.call(), mapping, body.engine()), MAPPINGS + "/" + mapping);
    }

    Answer importAreas(Exchange exchange) throws IOException {
        NewAreas body = exchange.body(NewAreas.class);
        return Answer.created(new Imported(use.scans().importAreas(exchange.call(), body.engine())));
    }

    Answer areas(Exchange exchange) {
        int limit = exchange.limit();
        List<OwnArea> areas = use.scans().areas(exchange.call(), exchange.query("after"), limit);
        String next = areas.size() < limit ? null : areas.get(limit - 1).code();
        String all = RouteTable.BASE + "/areas?limit=" + limit;
        return Answer.of(new AreaCollection(
                "FeatureCollection",
                areas.stream().map(AreaCollection::feature).toList(),
                new Links(all, next == null ? null : all + "&after=" + next)));
    }

    Answer importSet(Exchange exchange) throws IOException {
        Call call = exchange.call();
        Scans.NewSet set = new Scans.NewSet(
                Exchange.id("mapping", exchange.query("mapping")),
                exchange.query("name"),
                exchange.query("source"),
                exchange.day("date"));
        if (exchange.request().getContentLengthLong() > MOST_BYTES && !call.isTrial()) {
            throw ProblemException.tooLarge(MOST_BYTES);
        }
        CountedStream body =
                new CountedStream(new SteadyStream(exchange.request().getInputStream(), System::nanoTime), MOST_BYTES);
        try {
            Done done = use.scans().importSet(call, scan(exchange), set, separator -> table(body, separator));
            return Answer.created(done, href(scan(exchange)) + "/data-sets");
        } catch (IOException e) {
            if (body.isTooLarge()) {
                throw ProblemException.tooLarge(MOST_BYTES);
            }
            throw e;
        }
    }

    private static Table table(InputStream body, char separator) throws IOException {
        return CsvTable.of(body, separator);
    }

    Answer sets(Exchange exchange) {
        Page<DataSet> page = use.scans().sets(exchange.call(), scan(exchange), exchange.after(), exchange.limit());
        return Answer.of(new DataSetList(
                page.items().stream().map(DataSetView::of).toList(),
                exchange.links(href(scan(exchange)) + "/data-sets", page.next())));
    }

    Answer rank(Exchange exchange) throws IOException {
        ChoiceBody body = exchange.body(ChoiceBody.class);
        Done done = use.scans().rank(exchange.call(), scan(exchange), body.engine());
        return Answer.created(done, href(scan(exchange)) + "/outcomes/" + done.id());
    }

    Answer outcomes(Exchange exchange) {
        Page<Outcome> page = use.scans().outcomes(exchange.call(), scan(exchange), exchange.after(), exchange.limit());
        return Answer.of(new OutcomeList(
                page.items().stream().map(o -> OutcomeView.of(o, null, null)).toList(),
                exchange.links(href(scan(exchange)) + "/outcomes", page.next())));
    }

    Answer outcome(Exchange exchange) {
        UUID id = exchange.id("outcome");
        int limit = exchange.limit();
        int after = place(exchange.query("after"));
        Scans.ShownOutcome shown = use.scans().outcome(exchange.call(), scan(exchange), id, after, limit);
        String self = href(scan(exchange)) + "/outcomes/" + id + "?limit=" + limit;
        return Answer.of(OutcomeView.of(
                        shown.outcome(),
                        shown.areas().stream()
                                .map(a -> RankedView.of(a.ranked(), a.name(), a.geometry()))
                                .toList(),
                        new Links(
                                self + "&after=" + after,
                                shown.next() == null ? null : self + "&after=" + shown.next())))
                .at(1);
    }

    private static int place(String given) {
        try {
            return given == null ? 0 : Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw BadRequestException.of("after", "Hier hoort een geheel getal.", "A whole number belongs here.");
        }
    }

    Answer propose(Exchange exchange) throws IOException {
        NewProposalFromScan body = exchange.body(NewProposalFromScan.class);
        Done done = use.scans().propose(exchange.call(), scan(exchange), body.engine());
        return Answer.created(done, KnelpuntResource.href(done.id()));
    }

    Answer origin(Exchange exchange) {
        return Answer.of(OriginView.of(
                use.scans().origin(exchange.call(), exchange.id("knelpunt")).orElse(null)));
    }
}
