package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.RightsShapes.ConsultationAnswer;
import nl.knelpunt.rest.RightsShapes.NewRightsRequest;
import nl.knelpunt.rest.RightsShapes.RequestDecision;
import nl.knelpunt.rest.RightsShapes.RequestExtension;
import nl.knelpunt.rest.RightsShapes.RequestTakeover;
import nl.knelpunt.rest.RightsShapes.RightsRequestList;
import nl.knelpunt.rest.RightsShapes.RightsRequestView;
import nl.knelpunt.rest.Shapes.Changed;

/** Requests of data subjects. */
final class RightsRoutes {

    private RightsRoutes() {}

    static void addTo(RouteTable table, RightsResource rights) {
        table.add(
                "rights",
                get(
                                "/rights-requests",
                                "listRightsRequests",
                                "Requests of data subjects that you may see, oldest first")
                        .guarded()
                        .does(Act.LIST_REQUESTS)
                        .paged()
                        .answers(200, RightsRequestList.class)
                        .by(rights::list),
                post(
                                "/rights-requests",
                                "registerRightsRequest",
                                "Registers a request and finds the participants that are to be consulted")
                        .guarded()
                        .does(Act.REGISTER_REQUEST)
                        .takes(NewRightsRequest.class)
                        .answers(201, Changed.class)
                        .by(rights::register),
                get("/rights-requests/{request}", "getRightsRequest", "A request, for a participant its own part")
                        .guarded()
                        .does(Act.SEE_REQUEST)
                        .answers(200, RightsRequestView.class)
                        .by(rights::see),
                post(
                                "/rights-requests/{request}/consultations",
                                "answerConsultation",
                                "Your participant finds an exception, or none; none after one says that it lapsed")
                        .changes()
                        .does(Act.ANSWER_CONSULTATION)
                        .takes(ConsultationAnswer.class)
                        .answers(201, Changed.class)
                        .by(rights::answer),
                post(
                                "/rights-requests/{request}/extension",
                                "extendRightsRequest",
                                "Two months more, within the first, with the reasons that the data subject was told")
                        .changes()
                        .does(Act.EXTEND_REQUEST)
                        .takes(RequestExtension.class)
                        .answers(201, Changed.class)
                        .by(rights::extend),
                post(
                                "/rights-requests/{request}/takeover",
                                "takeOverRightsRequest",
                                "Your participant handles it from now on instead of the contact point")
                        .changes()
                        .does(Act.TAKE_OVER_REQUEST)
                        .takes(RequestTakeover.class)
                        .answers(201, Changed.class)
                        .by(rights::takeOver),
                get(
                                "/rights-requests/{request}/letter",
                                "getRightsLetter",
                                "The letter of answer on a decided request, as HTML or PDF, with what may be told only")
                        .guarded()
                        .does(Act.WRITE_LETTER)
                        .fails(409)
                        .answersFile(Answer.HTML, DocumentRoutes.PDF)
                        .by(rights::letter),
                post(
                                "/rights-requests/{request}/decision",
                                "decideRightsRequest",
                                "The contact point decides, or who took over from it")
                        .changes()
                        .does(Act.DECIDE_REQUEST)
                        .takes(RequestDecision.class)
                        .answers(201, Changed.class)
                        .by(rights::decide));
    }
}
