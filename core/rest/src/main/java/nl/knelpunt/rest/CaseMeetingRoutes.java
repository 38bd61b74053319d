package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.CaseMeetingShapes.CaseMeetingBody;
import nl.knelpunt.rest.CaseMeetingShapes.CaseMeetingList;
import nl.knelpunt.rest.CaseMeetingShapes.CaseMeetingView;
import nl.knelpunt.rest.CaseMeetingShapes.MinutesBody;
import nl.knelpunt.rest.CaseMeetingShapes.NewTitle;
import nl.knelpunt.rest.CaseMeetingShapes.SettlementBody;
import nl.knelpunt.rest.PlanShapes.NewReason;
import nl.knelpunt.rest.Shapes.Changed;

/** What is done in a case consultation; the consultation itself is proposed and decided on as a knelpunt. */
final class CaseMeetingRoutes {

    private CaseMeetingRoutes() {}

    static void addTo(RouteTable table, CaseMeetingResource meetings) {
        table.add(
                "case-consultations",
                get(
                                "/case-consultations/{consultation}/meetings",
                                "listCaseMeetings",
                                "Meetings about a case, oldest first")
                        .guarded()
                        .does(Act.LIST_CASE_MEETINGS)
                        .paged()
                        .answers(200, CaseMeetingList.class)
                        .by(meetings::list),
                post("/case-consultations/{consultation}/meetings", "planCaseMeeting", "Plans a meeting about a case")
                        .changes()
                        .does(Act.PLAN_CASE_MEETING)
                        .takes(CaseMeetingBody.class)
                        .answers(201, Changed.class)
                        .by(meetings::plan),
                post(
                                "/case-consultations/{consultation}/proposals",
                                "convertConsultation",
                                "Proposes a knelpunt on what the consultation is about; it goes on at Location")
                        .changes()
                        .does(Act.CONVERT_CONSULTATION)
                        .takes(NewTitle.class)
                        .answers(201, Changed.class)
                        .by(meetings::convert),
                get("/case-meetings/{meeting}", "getCaseMeeting", "A meeting with its agenda and agreements")
                        .guarded()
                        .does(Act.SEE_CASE_MEETING)
                        .answers(200, CaseMeetingView.class)
                        .by(meetings::see),
                put("/case-meetings/{meeting}", "amendCaseMeeting", "Changes date and agenda of a planned meeting")
                        .changes()
                        .does(Act.AMEND_CASE_MEETING)
                        .takes(CaseMeetingBody.class)
                        .answers(200, Changed.class)
                        .by(meetings::amend),
                post("/case-meetings/{meeting}/cancellation", "cancelCaseMeeting", "Cancels a planned meeting")
                        .changes()
                        .does(Act.CANCEL_CASE_MEETING)
                        .takes(NewReason.class)
                        .answers(200, Changed.class)
                        .by(meetings::cancel),
                post(
                                "/case-meetings/{meeting}/minutes",
                                "holdCaseMeeting",
                                "Records who were there and what was agreed")
                        .changes()
                        .does(Act.HOLD_CASE_MEETING)
                        .takes(MinutesBody.class)
                        .answers(200, Changed.class)
                        .by(meetings::hold),
                post(
                                "/case-meetings/{meeting}/agreements/{agreement}/settlement",
                                "settleAgreement",
                                "Says what came of an agreement")
                        .changes()
                        .does(Act.SETTLE_AGREEMENT)
                        .takes(SettlementBody.class)
                        .answers(200, Changed.class)
                        .by(meetings::settle));
    }
}
