package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.SharingShapes.CorrectionList;
import nl.knelpunt.rest.SharingShapes.CorrectionView;
import nl.knelpunt.rest.SharingShapes.DataRequestList;
import nl.knelpunt.rest.SharingShapes.DataRequestView;
import nl.knelpunt.rest.SharingShapes.NewCorrection;
import nl.knelpunt.rest.SharingShapes.NewDataRequest;
import nl.knelpunt.rest.SharingShapes.NewDecline;
import nl.knelpunt.rest.SharingShapes.NewQuestion;
import nl.knelpunt.rest.SharingShapes.NewRefusal;
import nl.knelpunt.rest.SharingShapes.NewReply;
import nl.knelpunt.rest.SharingShapes.NewSupply;
import nl.knelpunt.rest.SharingShapes.NoticeList;
import nl.knelpunt.rest.SharingShapes.ReceiverList;

/** Requests for data, corrections of others' data, and who received what. */
final class SharingRoutes {

    private static final String OPEN = "true for only what is still to be done";

    private SharingRoutes() {}

    static void addTo(RouteTable table, SharingResource sharing) {
        requests(table, sharing);
        corrections(table, sharing);
    }

    private static void requests(RouteTable table, SharingResource sharing) {
        String one = "/data-requests/{request}";
        table.add(
                "data requests",
                get(
                                "/knelpunten/{knelpunt}/data-requests",
                                "listDataRequests",
                                "Requests for data that you may know of")
                        .guarded()
                        .does(Act.LIST_DATA_REQUESTS)
                        .query("mine", "true for only those that you made or are to answer", Boolean.class)
                        .query("open", OPEN, Boolean.class)
                        .paged()
                        .answers(200, DataRequestList.class)
                        .by(sharing::requests),
                post("/knelpunten/{knelpunt}/data-requests", "requestData", "Asks one participant for data")
                        .changes()
                        .does(Act.REQUEST_DATA)
                        .takes(NewDataRequest.class)
                        .answers(201, Changed.class)
                        .by(sharing::ask),
                get(one, "getDataRequest", "A request for data with its questions and answers")
                        .guarded()
                        .does(Act.SEE_DATA_REQUEST)
                        .answers(200, DataRequestView.class)
                        .by(sharing::seeRequest),
                post(one + "/supplies", "supplyRequested", "Says which of the data that you shared answer it")
                        .changes()
                        .does(Act.SUPPLY_REQUESTED)
                        .takes(NewSupply.class)
                        .answers(201, Changed.class)
                        .by(sharing::supply),
                post(
                                one + "/refusal",
                                "refuseRequested",
                                "You do not supply, for good; only you see the ground that is kept")
                        .changes()
                        .does(Act.REFUSE_REQUESTED)
                        .takes(NewRefusal.class)
                        .answers(201, Changed.class)
                        .by(sharing::refuse),
                post(one + "/questions", "askBack", "The holder has a question first")
                        .changes()
                        .does(Act.ASK_BACK)
                        .takes(NewQuestion.class)
                        .answers(201, Changed.class)
                        .by(sharing::askBack),
                post(one + "/answers", "answerBack", "The asker answers the question")
                        .changes()
                        .does(Act.ANSWER_BACK)
                        .takes(NewReply.class)
                        .answers(201, Changed.class)
                        .by(sharing::answerBack),
                delete(one, "withdrawDataRequest", "The asker withdraws it")
                        .changes()
                        .does(Act.WITHDRAW_DATA_REQUEST)
                        .answers(200, Changed.class)
                        .by(sharing::withdrawRequest));
    }

    private static void corrections(RouteTable table, SharingResource sharing) {
        String datum = "/knelpunten/{knelpunt}/data/{datum}";
        String one = "/correction-proposals/{proposal}";
        table.add(
                "corrections",
                get(
                                datum + "/receivers",
                                "listReceivers",
                                "To whom it was shown, for its supplier and the case director")
                        .guarded()
                        .does(Act.SEE_RECEIVERS)
                        .answers(200, ReceiverList.class)
                        .by(sharing::receivers),
                post(
                                datum + "/correction-proposals",
                                "proposeCorrection",
                                "Proposes to correct or destroy a datum of another participant")
                        .changes()
                        .does(Act.PROPOSE_CORRECTION)
                        .takes(NewCorrection.class)
                        .answers(201, Changed.class)
                        .by(sharing::propose),
                get(
                                "/correction-proposals",
                                "listCorrectionProposals",
                                "Proposals that you made or are to decide on; the case director sees all, without content")
                        .guarded()
                        .does(Act.LIST_CORRECTIONS)
                        .query("open", OPEN, Boolean.class)
                        .paged()
                        .answers(200, CorrectionList.class)
                        .by(sharing::corrections),
                get(one, "getCorrectionProposal", "A proposal to correct a datum")
                        .guarded()
                        .does(Act.SEE_CORRECTION)
                        .answers(200, CorrectionView.class)
                        .by(sharing::seeCorrection),
                post(one + "/acceptance", "acceptCorrection", "The datum becomes as proposed, with its copies")
                        .changes()
                        .does(Act.ACCEPT_CORRECTION)
                        .answers(200, Changed.class)
                        .by(sharing::accept),
                post(one + "/decline", "declineCorrection", "The datum stays as it is")
                        .changes()
                        .does(Act.DECLINE_CORRECTION)
                        .takes(NewDecline.class)
                        .answers(200, Changed.class)
                        .by(sharing::decline),
                delete(one, "withdrawCorrection", "The proposer withdraws it")
                        .changes()
                        .does(Act.WITHDRAW_CORRECTION)
                        .answers(200, Changed.class)
                        .by(sharing::withdrawCorrection),
                get(
                                "/correction-notices",
                                "listCorrectionNotices",
                                "Which data that you received were corrected or destroyed by their supplier")
                        .guarded()
                        .does(Act.LIST_NOTICES)
                        .query("open", "true for only what nobody took note of", Boolean.class)
                        .paged()
                        .answers(200, NoticeList.class)
                        .by(sharing::notices),
                post("/correction-notices/{notice}/acknowledgement", "takeNote", "Your participant took note")
                        .guarded()
                        .does(Act.TAKE_NOTE)
                        .answers(200, Changed.class)
                        .by(sharing::takeNote));
    }
}
