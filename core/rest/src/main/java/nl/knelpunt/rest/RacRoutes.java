package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.rest.RacShapes.AdviceFollowUp;
import nl.knelpunt.rest.RacShapes.NewRacRequest;
import nl.knelpunt.rest.RacShapes.RacAnswer;
import nl.knelpunt.rest.RacShapes.RacRequestList;
import nl.knelpunt.rest.RacShapes.RacRequestView;
import nl.knelpunt.rest.Shapes.Changed;

/** Questions to the legality advisory committee. */
final class RacRoutes {

    private RacRoutes() {}

    static void addTo(RouteTable table, RacResource rac) {
        table.add(
                "oversight",
                get("/rac-requests", "listRacRequests", "Questions to the legality advisory committee, oldest first")
                        .guarded()
                        .does(Act.LIST_RAC_REQUESTS)
                        .paged()
                        .query("state", "only those in this state", RacRequestState.class)
                        .answers(200, RacRequestList.class)
                        .by(rac::list),
                post("/rac-requests", "draftRacRequest", "Drafts a question to the committee")
                        .guarded()
                        .does(Act.DRAFT_RAC_REQUEST)
                        .takes(NewRacRequest.class)
                        .answers(201, Changed.class)
                        .by(rac::draft),
                get("/rac-requests/{request}", "getRacRequest", "A question, with the advice and what was done with it")
                        .guarded()
                        .does(Act.SEE_RAC_REQUEST)
                        .answers(200, RacRequestView.class)
                        .by(rac::see),
                patch("/rac-requests/{request}", "amendRacRequest", "Changes a question that was not put yet")
                        .changes()
                        .does(Act.AMEND_RAC_REQUEST)
                        .takes(NewRacRequest.class)
                        .answers(200, Changed.class)
                        .by(rac::amend),
                post("/rac-requests/{request}/submission", "sendRacRequest", "Puts the question before the committee")
                        .changes()
                        .does(Act.SEND_RAC_REQUEST)
                        .answers(201, Changed.class)
                        .by(rac::send),
                post("/rac-requests/{request}/withdrawal", "withdrawRacRequest", "Gives the question up")
                        .changes()
                        .does(Act.WITHDRAW_RAC_REQUEST)
                        .answers(201, Changed.class)
                        .by(rac::withdraw),
                post(
                                "/rac-requests/{request}/advice",
                                "advise",
                                "What the committee advises; it goes into its register too")
                        .changes()
                        .does(Act.ADVISE)
                        .takes(RacAnswer.class)
                        .answers(201, Changed.class)
                        .by(rac::advise),
                post(
                                "/rac-requests/{request}/follow-up",
                                "followUpAdvice",
                                "Whether the advice is followed, or why not and to whom that was reported")
                        .changes()
                        .does(Act.FOLLOW_UP_ADVICE)
                        .takes(AdviceFollowUp.class)
                        .answers(201, Changed.class)
                        .by(rac::followUp));
    }
}
