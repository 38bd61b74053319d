package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.rest.DatumShapes.NewDatumBody;
import nl.knelpunt.rest.FormShapes.FormAnswersBody;
import nl.knelpunt.rest.FormShapes.FormDraft;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.Shapes.MessageReceipt;
import nl.knelpunt.rest.SignalShapes.AssessmentDecision;
import nl.knelpunt.rest.SignalShapes.Comparison;
import nl.knelpunt.rest.SignalShapes.CorrespondingList;
import nl.knelpunt.rest.SignalShapes.FactorsBody;
import nl.knelpunt.rest.SignalShapes.GradingBody;
import nl.knelpunt.rest.SignalShapes.NewLink;
import nl.knelpunt.rest.SignalShapes.NewRecognitionRequest;
import nl.knelpunt.rest.SignalShapes.NewSignal;
import nl.knelpunt.rest.SignalShapes.OutcomeList;
import nl.knelpunt.rest.SignalShapes.RecognitionAnswer;
import nl.knelpunt.rest.SignalShapes.RecognitionHelpView;
import nl.knelpunt.rest.SignalShapes.RecognitionKeyView;
import nl.knelpunt.rest.SignalShapes.SignalBody;
import nl.knelpunt.rest.SignalShapes.SignalList;
import nl.knelpunt.rest.SignalShapes.SignalView;

/** Messages and the signals that come of them. */
final class SignalRoutes {

    private SignalRoutes() {}

    static void addTo(RouteTable table, SignalResource signals, MessageResource messages, FormResource forms) {
        table.add(
                "signals",
                post(
                                "/participants/{participant}/messages",
                                "deliverMessage",
                                "Delivers a message in the participant's own format: its signals become drafts")
                        .guarded()
                        .does(Act.DELIVER_MESSAGE)
                        .query("format", "name of an adapter's format; else chosen by Content-Type", String.class)
                        .takesAnything()
                        .answers(201, MessageReceipt.class)
                        .by(messages::deliver),
                get("/signals", "listSignals", "Signals that you may see, oldest first, without data")
                        .guarded()
                        .does(Act.LIST_SIGNALS)
                        .query("state", "only in this state, as you are told it", SignalState.class)
                        .query("reporter", "only of this participant", String.class)
                        .query("receivedFrom", "only received on or after this day", LocalDate.class)
                        .query("receivedTo", "only received on or before this day", LocalDate.class)
                        .query("manifestation", "only of this manifestation", Manifestation.class)
                        .query("municipality", "only observed in this municipality: its CBS code", String.class)
                        .query("knelpunt", "only linked to this knelpunt", UUID.class)
                        .query("waiting", "true: only what waits for you", Boolean.class)
                        .paged()
                        .answers(200, SignalList.class)
                        .by(signals::list),
                post("/signals", "draftSignal", "Begins a draft by hand")
                        .guarded()
                        .does(Act.DRAFT_SIGNAL)
                        .takes(NewSignal.class)
                        .answers(201, Changed.class)
                        .by(signals::draft),
                post(
                                "/participants/{participant}/forms/{form}/answers",
                                "answerForm",
                                "Answers to a form of the participant's module become a draft")
                        .guarded()
                        .fails(404)
                        .does(Act.DRAFT_SIGNAL)
                        .takes(FormAnswersBody.class)
                        .answers(201, FormDraft.class)
                        .by(forms::answer),
                get(
                                "/signals/outcomes",
                                "listSignalOutcomes",
                                "What became of the signals that your participant reported")
                        .guarded()
                        .does(Act.LIST_OUTCOMES)
                        .query("signal", "only of this one", UUID.class)
                        .paged()
                        .answers(200, OutcomeList.class)
                        .by(signals::outcomes),
                get("/signals/{signal}", "getSignal", "A signal with the data that you may see now")
                        .guarded()
                        .does(Act.SEE_SIGNAL)
                        .answers(200, SignalView.class)
                        .by(signals::see),
                patch("/signals/{signal}", "completeSignal", "Changes what a draft says")
                        .changes()
                        .does(Act.COMPLETE_DRAFT)
                        .takes(SignalBody.class)
                        .answers(200, Changed.class)
                        .by(signals::complete),
                delete("/signals/{signal}", "discardSignal", "Destroys a draft")
                        .changes()
                        .does(Act.DISCARD_DRAFT)
                        .answers(200, Changed.class)
                        .by(signals::discard),
                post("/signals/{signal}/data", "addSignalDatum", "Adds a datum to a draft; the id is the datum's")
                        .changes()
                        .does(Act.ADD_DRAFT_DATUM)
                        .takes(NewDatumBody.class)
                        .answers(201, Changed.class)
                        .by(signals::addDatum),
                delete("/signals/{signal}/data/{datum}", "removeSignalDatum", "Takes a datum out of a draft")
                        .changes()
                        .does(Act.REMOVE_DRAFT_DATUM)
                        .answers(200, Changed.class)
                        .by(signals::removeDatum),
                post("/signals/{signal}/report", "reportSignal", "Reports a draft to the RIEC")
                        .changes()
                        .does(Act.REPORT_SIGNAL)
                        .answers(200, Changed.class)
                        .by(signals::report),
                post(
                                "/signals/{signal}/recognition-requests",
                                "requestRecognition",
                                "Asks a named participant whether it recognises the signal")
                        .changes()
                        .does(Act.ASK_RECOGNITION)
                        .takes(NewRecognitionRequest.class)
                        .answers(201, Changed.class)
                        .by(signals::askRecognition),
                post(
                                "/signals/{signal}/recognitions",
                                "answerRecognition",
                                "Your participant recognises it, or does not")
                        // No version: to who was only asked it would tell what others answered.
                        .guarded()
                        .fails(409)
                        .does(Act.ANSWER_RECOGNITION)
                        .takes(RecognitionAnswer.class)
                        .answers(201, Changed.class)
                        .by(signals::recognise),
                delete(
                                "/signals/{signal}/recognition",
                                "withdrawRecognition",
                                "Your participant takes its recognition back, and loses sight of the signal")
                        .guarded()
                        .fails(409)
                        .does(Act.WITHDRAW_RECOGNITION)
                        .answers(200, Changed.class)
                        .by(signals::withdrawRecognition),
                post(
                                "/signals/{signal}/recognition-help",
                                "helpRecognition",
                                "Lets your own module compare what identifies in the signal with your own subjects")
                        .guarded()
                        .fails(409)
                        .fails(422)
                        .does(Act.HELP_RECOGNITION)
                        .answers(200, RecognitionHelpView.class)
                        .by(signals::help),
                post(
                                "/participants/{participant}/recognition-key",
                                "takeRecognitionKey",
                                "The key under which your participant hashes its own list itself")
                        .guarded()
                        .does(Act.TAKE_RECOGNITION_KEY)
                        .answers(200, RecognitionKeyView.class)
                        .by(signals::recognitionKey),
                put(
                                "/signals/{signal}/grading",
                                "gradeSignal",
                                "Evaluates a reported signal anew, or changes what may be done with it")
                        .changes()
                        .does(Act.GRADE_SIGNAL)
                        .takes(GradingBody.class)
                        .answers(200, Changed.class)
                        .by(signals::grade),
                post(
                                "/signals/{signal}/side-by-side",
                                "compareSignals",
                                "Puts signals that you may see beside this one, oldest first: on identifiers, or in an area")
                        .guarded()
                        .fails(409)
                        .does(Act.COMPARE_SIGNALS)
                        .takes(Comparison.class)
                        .paged()
                        .answers(200, CorrespondingList.class)
                        .by(signals::compare),
                post(
                                "/knelpunten/{knelpunt}/signals",
                                "linkSignal",
                                "Links a signal that was taken up to a running activity")
                        .changes()
                        .does(Act.LINK_SIGNAL)
                        .takes(NewLink.class)
                        .answers(201, Changed.class)
                        .by(signals::link),
                post("/signals/{signal}/withdrawal", "withdrawSignal", "Withdraws a signal: it is destroyed")
                        .changes()
                        .does(Act.WITHDRAW_SIGNAL)
                        .answers(200, Changed.class)
                        .by(signals::withdraw),
                put("/signals/{signal}/assessment", "prepareAssessment", "Prepares the assessment")
                        .changes()
                        .does(Act.PREPARE_ASSESSMENT)
                        .takes(FactorsBody.class)
                        .answers(200, Changed.class)
                        .by(signals::prepareAssessment),
                post(
                                "/signals/{signal}/assessment/decisions",
                                "decideAssessment",
                                "Your participant decides; the last decision takes the signal up or destroys it")
                        .changes()
                        .does(Act.DECIDE_ASSESSMENT)
                        .takes(AssessmentDecision.class)
                        .answers(201, Changed.class)
                        .by(signals::decideAssessment));
    }
}
