package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.result.Provisions.ShownProvision;
import nl.knelpunt.rest.ProvisionShapes.NewAnswer;
import nl.knelpunt.rest.ProvisionShapes.NewFeedback;
import nl.knelpunt.rest.ProvisionShapes.NewProvision;
import nl.knelpunt.rest.ProvisionShapes.NewTest;
import nl.knelpunt.rest.ProvisionShapes.NewWithdrawal;
import nl.knelpunt.rest.ProvisionShapes.ProvisionList;
import nl.knelpunt.rest.ProvisionShapes.ProvisionSearch;
import nl.knelpunt.rest.ProvisionShapes.ProvisionView;

/** Results that leave, from their preparation to the feedback. */
final class ProvisionResource {

    private static final String ALL = RouteTable.BASE + "/provisions";

    private final UseCases use;

    ProvisionResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID provision) {
        return ALL + "/" + provision;
    }

    Answer prepare(Exchange exchange) throws IOException {
        NewProvision body = exchange.body(NewProvision.class);
        Done done = use.provisions().prepare(exchange.call(), exchange.id("knelpunt"), body.engine());
        return Answer.created(done, href(done.id()));
    }

    Answer list(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        Page<ShownProvision> page =
                use.provisions().list(exchange.call(), knelpunt, exchange.after(), exchange.limit());
        return Answer.of(new ProvisionList(
                page.items().stream()
                        .map(p -> ProvisionView.of(p, exchange.language()))
                        .toList(),
                exchange.links(KnelpuntResource.href(knelpunt) + "/provisions", page.next())));
    }

    Answer search(Exchange exchange) throws IOException {
        ProvisionSearch body = exchange.body(ProvisionSearch.class);
        Page<ShownProvision> page =
                use.provisions().search(exchange.call(), body.engine(), exchange.after(), exchange.limit());
        return Answer.of(new ProvisionList(
                page.items().stream()
                        .map(p -> ProvisionView.of(p, exchange.language()))
                        .toList(),
                exchange.links(ALL + "/_search", page.next())));
    }

    Answer amend(Exchange exchange) throws IOException {
        ObjectNode patch = exchange.patch(NewProvision.class);
        return Answer.changed(
                use.provisions()
                        .amend(
                                exchange.call(),
                                provision(exchange),
                                now -> Json.merged(NewProvision.of(now), patch, NewProvision.class)
                                        .engine()),
                href(provision(exchange)));
    }

    Answer ask(Exchange exchange) {
        return changed(exchange, use.provisions().ask(exchange.call(), provision(exchange)));
    }

    Answer withdraw(Exchange exchange) throws IOException {
        NewWithdrawal body = exchange.body(NewWithdrawal.class);
        return changed(exchange, use.provisions().withdraw(exchange.call(), provision(exchange), body.reason()));
    }

    Answer see(Exchange exchange) {
        return shown(exchange, use.provisions().see(exchange.call(), provision(exchange)));
    }

    Answer answer(Exchange exchange) throws IOException {
        NewAnswer body = exchange.body(NewAnswer.class);
        return changed(
                exchange,
                use.provisions().answer(exchange.call(), provision(exchange), body.consents(), body.ground()));
    }

    Answer test(Exchange exchange) throws IOException {
        NewTest body = exchange.body(NewTest.class);
        return changed(exchange, use.provisions().test(exchange.call(), provision(exchange), body.engine()));
    }

    Answer provide(Exchange exchange) {
        return shown(
                exchange,
                use.provisions().provide(exchange.call(), provision(exchange), exchange.flag("restrictionsConfirmed")));
    }

    Answer giveFeedback(Exchange exchange) throws IOException {
        NewFeedback body = exchange.body(NewFeedback.class);
        return changed(exchange, use.provisions().giveFeedback(exchange.call(), provision(exchange), body.engine()));
    }

    private static UUID provision(Exchange exchange) {
        return exchange.id("provision");
    }

    private static Answer shown(Exchange exchange, ShownProvision shown) {
        return Answer.of(ProvisionView.of(shown, exchange.language()))
                .at(shown.provision().version());
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(provision(exchange))).withStatus(201);
    }
}
