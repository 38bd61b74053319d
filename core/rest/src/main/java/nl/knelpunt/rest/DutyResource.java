package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.rest.DutyShapes.DutyCalendar;
import nl.knelpunt.rest.DutyShapes.InformationList;
import nl.knelpunt.rest.DutyShapes.InformationView;
import nl.knelpunt.rest.DutyShapes.NewDutyDone;
import nl.knelpunt.rest.DutyShapes.NewInformationBody;

/** The calendar of legal duties, and who was informed. */
final class DutyResource {

    private final UseCases use;

    DutyResource(UseCases use) {
        this.use = use;
    }

    Answer calendar(Exchange exchange) {
        return Answer.of(DutyCalendar.of(use.duties().see(exchange.call())));
    }

    Answer fulfil(Exchange exchange) throws IOException {
        NewDutyDone body = exchange.body(NewDutyDone.class);
        return Answer.created(
                use.duties().fulfil(exchange.call(), body.duty(), body.on(), body.evidence(), body.failures()),
                RouteTable.BASE + "/duties");
    }

    Answer information(Exchange exchange) {
        return Answer.of(new InformationList(use.information().see(exchange.call(), knelpunt(exchange)).stream()
                .map(InformationView::of)
                .toList()));
    }

    Answer record(Exchange exchange) throws IOException {
        NewInformationBody body = exchange.body(NewInformationBody.class);
        UUID knelpunt = knelpunt(exchange);
        return Answer.created(
                use.information().record(exchange.call(), knelpunt, body.engine()),
                KnelpuntResource.href(knelpunt) + "/information");
    }

    private static UUID knelpunt(Exchange exchange) {
        return exchange.id("knelpunt");
    }
}
