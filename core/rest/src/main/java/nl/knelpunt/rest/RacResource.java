package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.oversight.RacRequests.ShownRacRequest;
import nl.knelpunt.rest.RacShapes.AdviceFollowUp;
import nl.knelpunt.rest.RacShapes.NewRacRequest;
import nl.knelpunt.rest.RacShapes.RacAnswer;
import nl.knelpunt.rest.RacShapes.RacRequestList;
import nl.knelpunt.rest.RacShapes.RacRequestView;

/** Questions to the legality advisory committee, and its answers. */
final class RacResource {

    private static final String ALL = RouteTable.BASE + "/rac-requests";

    private final UseCases use;

    RacResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID request) {
        return ALL + "/" + request;
    }

    Answer list(Exchange exchange) {
        String state = exchange.query("state");
        Page<ShownRacRequest> page =
                use.racRequests().list(exchange.call(), state(state), exchange.after(), exchange.limit());
        return Answer.of(new RacRequestList(
                page.items().stream().map(RacRequestView::of).toList(), exchange.links(ALL, page.next())));
    }

    private static RacRequestState state(String given) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(RacRequestState.values())
                .filter(s -> s.name().equals(given))
                .findFirst()
                .orElseThrow(() -> BadRequestException.of(
                        "state",
                        "Hier hoort een van: " + Arrays.toString(RacRequestState.values()) + ".",
                        "One of these belongs here: " + Arrays.toString(RacRequestState.values()) + "."));
    }

    Answer draft(Exchange exchange) throws IOException {
        NewRacRequest body = exchange.body(NewRacRequest.class);
        Done done = use.racRequests().draft(exchange.call(), body.engine());
        return Answer.created(done, href(done.id()));
    }

    Answer see(Exchange exchange) {
        ShownRacRequest shown = use.racRequests().see(exchange.call(), request(exchange));
        return Answer.of(RacRequestView.of(shown)).at(shown.request().version());
    }

    Answer amend(Exchange exchange) throws IOException {
        ObjectNode patch = exchange.patch(NewRacRequest.class);
        return Answer.changed(
                use.racRequests()
                        .amend(
                                exchange.call(),
                                request(exchange),
                                now -> Json.merged(NewRacRequest.of(now), patch, NewRacRequest.class)
                                        .engine()),
                href(request(exchange)));
    }

    Answer send(Exchange exchange) {
        return changed(exchange, use.racRequests().send(exchange.call(), request(exchange)));
    }

    Answer withdraw(Exchange exchange) {
        return changed(exchange, use.racRequests().withdraw(exchange.call(), request(exchange)));
    }

    Answer advise(Exchange exchange) throws IOException {
        RacAnswer body = exchange.body(RacAnswer.class);
        return changed(exchange, use.racRequests().advise(exchange.call(), request(exchange), body.engine()));
    }

    Answer followUp(Exchange exchange) throws IOException {
        AdviceFollowUp body = exchange.body(AdviceFollowUp.class);
        return changed(
                exchange,
                use.racRequests()
                        .followUp(
                                exchange.call(), request(exchange), body.followed(), body.reasons(), body.reported()));
    }

    private static UUID request(Exchange exchange) {
        return exchange.id("request");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(request(exchange))).withStatus(201);
    }
}
