package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.InvolvementShapes.InvolvementList;
import nl.knelpunt.rest.InvolvementShapes.InvolvementView;
import nl.knelpunt.rest.InvolvementShapes.NewDeparture;
import nl.knelpunt.rest.InvolvementShapes.NewInvolvement;

/** Who is involved in a designated knelpunt: growth and departure. */
final class InvolvementResource {

    private final UseCases use;

    InvolvementResource(UseCases use) {
        this.use = use;
    }

    private static String href(UUID knelpunt) {
        return KnelpuntResource.href(knelpunt) + "/involvements";
    }

    Answer list(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        Page<Involvement> page = use.involvements().list(exchange.call(), knelpunt, exchange.after(), exchange.limit());
        return Answer.of(new InvolvementList(
                page.items().stream().map(InvolvementView::of).toList(), exchange.links(href(knelpunt), page.next())));
    }

    Answer propose(Exchange exchange) throws IOException {
        NewInvolvement body = exchange.body(NewInvolvement.class);
        UUID knelpunt = exchange.id("knelpunt");
        return Answer.created(use.involvements().propose(exchange.call(), knelpunt, body.engine()), href(knelpunt));
    }

    Answer decide(Exchange exchange) {
        return changed(exchange, use.involvements().decide(exchange.call(), exchange.id("knelpunt")));
    }

    Answer leave(Exchange exchange) throws IOException {
        NewDeparture body = exchange.body(NewDeparture.class);
        return changed(exchange, use.involvements().leave(exchange.call(), exchange.id("knelpunt"), body.reason()));
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, KnelpuntResource.href(exchange.id("knelpunt")));
    }
}
