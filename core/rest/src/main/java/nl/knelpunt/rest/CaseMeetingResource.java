package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.CaseMeetingShapes.CaseMeetingBody;
import nl.knelpunt.rest.CaseMeetingShapes.CaseMeetingList;
import nl.knelpunt.rest.CaseMeetingShapes.CaseMeetingView;
import nl.knelpunt.rest.CaseMeetingShapes.MinutesBody;
import nl.knelpunt.rest.CaseMeetingShapes.NewTitle;
import nl.knelpunt.rest.CaseMeetingShapes.SettlementBody;
import nl.knelpunt.rest.PlanShapes.NewReason;

/** Meetings about one case. */
final class CaseMeetingResource {

    private final UseCases use;

    CaseMeetingResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID meeting) {
        return RouteTable.BASE + "/case-meetings/" + meeting;
    }

    private static UUID consultation(Exchange exchange) {
        return exchange.id("consultation");
    }

    Answer list(Exchange exchange) {
        Page<CaseMeetings.ShownMeeting> page =
                use.caseMeetings().list(exchange.call(), consultation(exchange), exchange.after(), exchange.limit());
        return Answer.of(new CaseMeetingList(
                page.items().stream()
                        .map(m -> CaseMeetingView.of(m, exchange.language()))
                        .toList(),
                exchange.links(
                        RouteTable.BASE + "/case-consultations/" + consultation(exchange) + "/meetings", page.next())));
    }

    Answer plan(Exchange exchange) throws IOException {
        CaseMeetingBody body = exchange.body(CaseMeetingBody.class);
        Done done = use.caseMeetings().plan(exchange.call(), consultation(exchange), body.date(), body.agenda());
        return Answer.created(done, href(done.id()));
    }

    Answer convert(Exchange exchange) throws IOException {
        NewTitle body = exchange.body(NewTitle.class);
        Done done = use.caseMeetings().convert(exchange.call(), consultation(exchange), body.title());
        return Answer.created(done, KnelpuntResource.href(done.id()));
    }

    Answer see(Exchange exchange) {
        CaseMeetings.ShownMeeting shown = use.caseMeetings().see(exchange.call(), meeting(exchange));
        return Answer.of(CaseMeetingView.of(shown, exchange.language()))
                .at(shown.meeting().version());
    }

    Answer amend(Exchange exchange) throws IOException {
        CaseMeetingBody body = exchange.body(CaseMeetingBody.class);
        return changed(
                exchange, use.caseMeetings().amend(exchange.call(), meeting(exchange), body.date(), body.agenda()));
    }

    Answer cancel(Exchange exchange) throws IOException {
        NewReason body = exchange.body(NewReason.class);
        return changed(exchange, use.caseMeetings().cancel(exchange.call(), meeting(exchange), body.reason()));
    }

    Answer hold(Exchange exchange) throws IOException {
        MinutesBody body = exchange.body(MinutesBody.class);
        return changed(exchange, use.caseMeetings().hold(exchange.call(), meeting(exchange), body.engine()));
    }

    Answer settle(Exchange exchange) throws IOException {
        SettlementBody body = exchange.body(SettlementBody.class);
        return changed(
                exchange,
                use.caseMeetings().settle(exchange.call(), meeting(exchange), exchange.id("agreement"), body.text()));
    }

    private static UUID meeting(Exchange exchange) {
        return exchange.id("meeting");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(meeting(exchange)));
    }
}
