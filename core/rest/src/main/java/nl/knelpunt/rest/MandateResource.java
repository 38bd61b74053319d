package nl.knelpunt.rest;

import java.io.IOException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.steering.Mandates.ShownMandate;
import nl.knelpunt.rest.SteeringShapes.GroupView;
import nl.knelpunt.rest.SteeringShapes.MandateList;
import nl.knelpunt.rest.SteeringShapes.MandateView;
import nl.knelpunt.rest.SteeringShapes.NewMandate;

/** The register of mandates. */
final class MandateResource {

    private static final String ALL = RouteTable.BASE + "/mandates";

    private final UseCases use;

    MandateResource(UseCases use) {
        this.use = use;
    }

    Answer group(Exchange exchange) {
        return Answer.of(GroupView.of(use.mandates().group(exchange.call())));
    }

    Answer list(Exchange exchange) {
        Page<ShownMandate> page = use.mandates().list(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(
                new MandateList(page.items().stream().map(MandateView::of).toList(), exchange.links(ALL, page.next())));
    }

    Answer register(Exchange exchange) throws IOException {
        NewMandate body = exchange.body(NewMandate.class);
        return Answer.created(use.mandates().register(exchange.call(), body.engine()), ALL);
    }

    Answer withdraw(Exchange exchange) {
        return Answer.changed(use.mandates().withdraw(exchange.call(), exchange.id("mandate")), ALL);
    }
}
