package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.rest.SteeringShapes.AttendanceBody;
import nl.knelpunt.rest.SteeringShapes.ItemVote;
import nl.knelpunt.rest.SteeringShapes.MeetingList;
import nl.knelpunt.rest.SteeringShapes.MeetingPlan;
import nl.knelpunt.rest.SteeringShapes.MeetingView;
import nl.knelpunt.rest.SteeringShapes.MinutesBody;
import nl.knelpunt.rest.SteeringShapes.MinutesFixing;
import nl.knelpunt.rest.SteeringShapes.NewCancellation;
import nl.knelpunt.rest.SteeringShapes.NewItem;

/** Meetings of the steering group, from the agenda to the minutes. */
final class SteeringResource {

    private static final String ALL = RouteTable.BASE + "/meetings";

    private final UseCases use;

    SteeringResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID meeting) {
        return ALL + "/" + meeting;
    }

    Answer list(Exchange exchange) {
        Page<Meeting> page = use.meetings().list(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new MeetingList(
                page.items().stream()
                        .map(m -> MeetingView.of(m, exchange.language()))
                        .toList(),
                exchange.links(ALL, page.next())));
    }

    Answer plan(Exchange exchange) throws IOException {
        Done done = use.meetings()
                .plan(exchange.call(), exchange.body(MeetingPlan.class).engine());
        return Answer.created(done, href(done.id()));
    }

    Answer see(Exchange exchange) {
        Meetings.ShownMeeting shown = use.meetings().see(exchange.call(), meeting(exchange));
        return Answer.of(MeetingView.of(shown, exchange.language()))
                .at(shown.meeting().version());
    }

    Answer change(Exchange exchange) throws IOException {
        Call call = exchange.call();
        ObjectNode patch = exchange.patch(MeetingPlan.class);
        return changed(
                exchange,
                use.meetings()
                        .change(
                                call,
                                meeting(exchange),
                                plan -> Json.merged(MeetingPlan.of(plan), patch, MeetingPlan.class)
                                        .engine()));
    }

    Answer putOnAgenda(Exchange exchange) throws IOException {
        NewItem body = exchange.body(NewItem.class);
        return changed(exchange, use.meetings().putOnAgenda(exchange.call(), meeting(exchange), body.engine()))
                .withStatus(201);
    }

    Answer takeOffAgenda(Exchange exchange) {
        return changed(exchange, use.meetings().takeOffAgenda(exchange.call(), meeting(exchange), exchange.id("item")));
    }

    Answer recordAttendance(Exchange exchange) throws IOException {
        AttendanceBody body = exchange.body(AttendanceBody.class);
        return changed(exchange, use.meetings().recordAttendance(exchange.call(), meeting(exchange), body.engine()))
                .withStatus(201);
    }

    Answer vote(Exchange exchange) throws IOException {
        ItemVote body = exchange.body(ItemVote.class);
        return changed(
                        exchange,
                        use.meetings()
                                .vote(
                                        exchange.call(),
                                        meeting(exchange),
                                        exchange.id("item"),
                                        body.choice(),
                                        body.reason()))
                .withStatus(201);
    }

    Answer conclude(Exchange exchange) {
        return changed(exchange, use.meetings().conclude(exchange.call(), meeting(exchange), exchange.id("item")));
    }

    Answer hold(Exchange exchange) {
        return changed(exchange, use.meetings().hold(exchange.call(), meeting(exchange)));
    }

    Answer cancel(Exchange exchange) throws IOException {
        NewCancellation body = exchange.body(NewCancellation.class);
        return changed(exchange, use.meetings().cancel(exchange.call(), meeting(exchange), body.reason()));
    }

    Answer writeMinutes(Exchange exchange) throws IOException {
        MinutesBody body = exchange.body(MinutesBody.class);
        return changed(exchange, use.meetings().writeMinutes(exchange.call(), meeting(exchange), body.text()));
    }

    Answer fixMinutes(Exchange exchange) throws IOException {
        MinutesFixing body = exchange.body(MinutesFixing.class);
        return changed(exchange, use.meetings().fixMinutes(exchange.call(), meeting(exchange), body.meeting()));
    }

    private static UUID meeting(Exchange exchange) {
        return exchange.id("meeting");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(meeting(exchange)));
    }
}
