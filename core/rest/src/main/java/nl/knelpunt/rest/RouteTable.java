package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.knelpunt.rest.DatumShapes.DatumList;
import nl.knelpunt.rest.DatumShapes.NewDatumBody;
import nl.knelpunt.rest.EventShapes.EventList;
import nl.knelpunt.rest.EventShapes.NewSubscriptionBody;
import nl.knelpunt.rest.EventShapes.SubscriptionList;
import nl.knelpunt.rest.EventShapes.SubscriptionMade;
import nl.knelpunt.rest.KnelpuntShapes.KnelpuntList;
import nl.knelpunt.rest.KnelpuntShapes.KnelpuntView;
import nl.knelpunt.rest.KnelpuntShapes.NewEvaluation;
import nl.knelpunt.rest.KnelpuntShapes.NewExecution;
import nl.knelpunt.rest.KnelpuntShapes.NewIntervention;
import nl.knelpunt.rest.KnelpuntShapes.NewPhase;
import nl.knelpunt.rest.KnelpuntShapes.NewVote;
import nl.knelpunt.rest.KnelpuntShapes.PlanBody;
import nl.knelpunt.rest.KnelpuntShapes.ProposalBody;
import nl.knelpunt.rest.Shapes.AccountList;
import nl.knelpunt.rest.Shapes.AccountView;
import nl.knelpunt.rest.Shapes.BackupView;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.Shapes.ClockMove;
import nl.knelpunt.rest.Shapes.ClockView;
import nl.knelpunt.rest.Shapes.ContentsView;
import nl.knelpunt.rest.Shapes.DataCategoryList;
import nl.knelpunt.rest.Shapes.Health;
import nl.knelpunt.rest.Shapes.InterventionTypeList;
import nl.knelpunt.rest.Shapes.LogVerification;
import nl.knelpunt.rest.Shapes.MessageReceipt;
import nl.knelpunt.rest.Shapes.NewAccount;
import nl.knelpunt.rest.Shapes.NewSession;
import nl.knelpunt.rest.Shapes.ParticipantList;
import nl.knelpunt.rest.Shapes.RuleList;
import nl.knelpunt.rest.Shapes.SessionView;
import nl.knelpunt.rest.SignalShapes.AssessmentDecision;
import nl.knelpunt.rest.SignalShapes.FactorsBody;
import nl.knelpunt.rest.SignalShapes.NewRecognitionRequest;
import nl.knelpunt.rest.SignalShapes.NewSignal;
import nl.knelpunt.rest.SignalShapes.RecognitionAnswer;
import nl.knelpunt.rest.SignalShapes.SignalBody;
import nl.knelpunt.rest.SignalShapes.SignalList;
import nl.knelpunt.rest.SignalShapes.SignalView;

/** Every operation of the API. Both dispatch and the OpenAPI document are made from it. */
final class RouteTable {

    static final String BASE = "/v1";

    record Match(Route route, Map<String, String> path) {}

    private final List<Route> routes = new ArrayList<>();

    RouteTable(UseCases use, HealthResource health) {
        this(use, health, new EventStreams(use));
    }

    RouteTable(UseCases use, HealthResource health, EventStreams streams) {
        platform(health, new OpenApi(this), new CatalogueResource(use));
        session(new SessionResource(use));
        signals(new SignalResource(use), new MessageResource(use));
        knelpunten(new KnelpuntResource(use));
        oversight(new OperationsResource(use));
        events(new EventResource(use, streams), new SubscriptionResource(use));
    }

    private void platform(HealthResource health, OpenApi document, CatalogueResource catalogue) {
        add(
                "platform",
                get("/health", "getHealth", "Whether the platform works; 503 when it does not")
                        .open()
                        .answers(200, Health.class)
                        .by(health::see),
                get("/openapi.json", "getOpenApi", "This document")
                        .open()
                        .answers(200, Object.class)
                        .by(document::see));
        add(
                "catalogues",
                get("/participants", "listParticipants", "The region and its participants")
                        .answers(200, ParticipantList.class)
                        .by(catalogue::participants),
                get(
                                "/intervention-types",
                                "listInterventionTypes",
                                "What participants can do, as their plugins say it now")
                        .answers(200, InterventionTypeList.class)
                        .by(catalogue::interventionTypes),
                get("/data-categories", "listDataCategories", "The data categories of the law")
                        .answers(200, DataCategoryList.class)
                        .by(catalogue::dataCategories),
                get("/rules", "listRules", "The rules of the guard, in the order of the law")
                        .answers(200, RuleList.class)
                        .by(catalogue::rules));
    }

    private void session(SessionResource session) {
        add(
                "session",
                post("/session", "signIn", "Signs in: a token for eight hours")
                        .open()
                        .fails(401)
                        .fails(403)
                        .takes(NewSession.class)
                        .answers(201, SessionView.class)
                        .by(session::signIn),
                get("/session", "getSession", "Who you are")
                        .answers(200, AccountView.class)
                        .by(session::see),
                delete("/session", "signOut", "Ends the token")
                        .answers(204, null)
                        .by(session::signOut),
                post(
                                "/session/secrecy",
                                "acknowledgeSecrecy",
                                "You acknowledge the duty of secrecy of article 1.11 Wgs; once is enough")
                        .guarded()
                        .answers(200, Changed.class)
                        .by(session::acknowledgeSecrecy));
        add(
                "accounts",
                get("/accounts", "listAccounts", "All accounts")
                        .guarded()
                        .answers(200, AccountList.class)
                        .by(session::accounts),
                post("/accounts", "addAccount", "Authorises a person or a participant's system")
                        .guarded()
                        .fails(409)
                        .takes(NewAccount.class)
                        .answers(201, Changed.class)
                        .by(session::add),
                post("/accounts/{account}/withdrawal", "withdrawAccount", "Ends an appointment, at once and for good")
                        .guarded()
                        .answers(200, Changed.class)
                        .by(session::withdraw));
    }

    private void signals(SignalResource signals, MessageResource messages) {
        add(
                "signals",
                post(
                                "/participants/{participant}/messages",
                                "deliverMessage",
                                "Delivers a message in the participant's own format: its signals become drafts")
                        .guarded()
                        .query("format", "name of an adapter's format; else chosen by Content-Type", String.class)
                        .takesAnything()
                        .answers(201, MessageReceipt.class)
                        .by(messages::deliver),
                get("/signals", "listSignals", "Signals that you may see, oldest first, without data")
                        .guarded()
                        .paged()
                        .answers(200, SignalList.class)
                        .by(signals::list),
                post("/signals", "draftSignal", "Begins a draft by hand")
                        .guarded()
                        .takes(NewSignal.class)
                        .answers(201, Changed.class)
                        .by(signals::draft),
                get("/signals/{signal}", "getSignal", "A signal with the data that you may see now")
                        .guarded()
                        .answers(200, SignalView.class)
                        .by(signals::see),
                patch("/signals/{signal}", "completeSignal", "Changes what a draft says")
                        .changes()
                        .takes(SignalBody.class)
                        .answers(200, Changed.class)
                        .by(signals::complete),
                delete("/signals/{signal}", "discardSignal", "Destroys a draft")
                        .changes()
                        .answers(200, Changed.class)
                        .by(signals::discard),
                post("/signals/{signal}/data", "addSignalDatum", "Adds a datum to a draft; the id is the datum's")
                        .changes()
                        .takes(NewDatumBody.class)
                        .answers(201, Changed.class)
                        .by(signals::addDatum),
                delete("/signals/{signal}/data/{datum}", "removeSignalDatum", "Takes a datum out of a draft")
                        .changes()
                        .answers(200, Changed.class)
                        .by(signals::removeDatum),
                post("/signals/{signal}/report", "reportSignal", "Reports a draft to the RIEC")
                        .changes()
                        .answers(200, Changed.class)
                        .by(signals::report),
                post(
                                "/signals/{signal}/recognition-requests",
                                "requestRecognition",
                                "Asks a named participant whether it recognises the signal")
                        .changes()
                        .takes(NewRecognitionRequest.class)
                        .answers(201, Changed.class)
                        .by(signals::askRecognition),
                post(
                                "/signals/{signal}/recognitions",
                                "answerRecognition",
                                "Your participant recognises it, or does not")
                        .changes()
                        .takes(RecognitionAnswer.class)
                        .answers(201, Changed.class)
                        .by(signals::recognise),
                post("/signals/{signal}/withdrawal", "withdrawSignal", "Withdraws a signal: it is destroyed")
                        .changes()
                        .answers(200, Changed.class)
                        .by(signals::withdraw),
                put("/signals/{signal}/assessment", "prepareAssessment", "Prepares the assessment")
                        .changes()
                        .takes(FactorsBody.class)
                        .answers(200, Changed.class)
                        .by(signals::prepareAssessment),
                post(
                                "/signals/{signal}/assessment/decisions",
                                "decideAssessment",
                                "Your participant decides; the last decision takes the signal up or destroys it")
                        .changes()
                        .takes(AssessmentDecision.class)
                        .answers(201, Changed.class)
                        .by(signals::decideAssessment));
    }

    private void knelpunten(KnelpuntResource knelpunten) {
        add(
                "knelpunten",
                get("/knelpunten", "listKnelpunten", "Knelpunten that you may see, oldest first")
                        .guarded()
                        .paged()
                        .answers(200, KnelpuntList.class)
                        .by(knelpunten::list),
                post("/knelpunten", "proposeKnelpunt", "Proposes a knelpunt")
                        .guarded()
                        .takes(ProposalBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::propose),
                get("/knelpunten/{knelpunt}", "getKnelpunt", "A knelpunt as it is today, without data")
                        .guarded()
                        .answers(200, KnelpuntView.class)
                        .by(knelpunten::see),
                patch("/knelpunten/{knelpunt}", "amendKnelpunt", "Changes a proposal")
                        .changes()
                        .takes(ProposalBody.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::amend),
                post("/knelpunten/{knelpunt}/votes", "castVote", "Your participant votes; a later vote replaces it")
                        .changes()
                        .takes(NewVote.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::vote),
                post("/knelpunten/{knelpunt}/designation", "designateKnelpunt", "Concludes the vote on designation")
                        .changes()
                        .answers(200, Changed.class)
                        .by(knelpunten::designate),
                post("/knelpunten/{knelpunt}/phases", "openPhase", "Opens phase 2 or 3")
                        .changes()
                        .takes(NewPhase.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::openPhase),
                get("/knelpunten/{knelpunt}/data", "listKnelpuntData", "Data that you may see now")
                        .guarded()
                        .paged()
                        .answers(200, DatumList.class)
                        .by(knelpunten::data),
                post("/knelpunten/{knelpunt}/data", "shareDatum", "Supplies a datum; the id is the datum's")
                        .changes()
                        .takes(NewDatumBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::share),
                put("/knelpunten/{knelpunt}/plan", "writePlan", "Writes the action plan")
                        .changes()
                        .takes(PlanBody.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::writePlan),
                post(
                                "/knelpunten/{knelpunt}/interventions",
                                "planIntervention",
                                "Plans an intervention; the id is the intervention's")
                        .changes()
                        .takes(NewIntervention.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::planIntervention),
                post(
                                "/knelpunten/{knelpunt}/interventions/{intervention}/execution",
                                "carryOutIntervention",
                                "Reports on an intervention that was carried out")
                        .changes()
                        .takes(NewExecution.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::carryOut),
                post("/knelpunten/{knelpunt}/evaluations", "evaluateKnelpunt", "Records the yearly evaluation")
                        .changes()
                        .takes(NewEvaluation.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::evaluate),
                post("/knelpunten/{knelpunt}/prolongation", "prolongKnelpunt", "Concludes the vote on prolongation")
                        .changes()
                        .answers(200, Changed.class)
                        .by(knelpunten::prolong),
                post("/knelpunten/{knelpunt}/closure", "closeKnelpunt", "Concludes the vote on closure")
                        .changes()
                        .answers(200, Changed.class)
                        .by(knelpunten::close));
    }

    private void oversight(OperationsResource operations) {
        add(
                "oversight",
                post("/log/verification", "verifyLog", "Proves the processing log, or names the first broken record")
                        .guarded()
                        .answers(200, LogVerification.class)
                        .by(operations::verifyLog),
                post("/backups", "makeBackup", "Makes a verified copy of one moment")
                        .guarded()
                        .answers(201, BackupView.class)
                        .by(operations::backUp),
                get("/backups/counts", "getBackupCounts", "What the running data hold, to compare with a backup")
                        .guarded()
                        .answers(200, ContentsView.class)
                        .by(operations::contents));
        add(
                "demo",
                get("/demo/clock", "getDemoClock", "The time of the demo; 404 when this is no demo")
                        .fails(404)
                        .answers(200, ClockView.class)
                        .by(operations::clock),
                post("/demo/clock", "moveDemoClock", "Moves the time of the demo forward; 404 when this is no demo")
                        .guarded()
                        .fails(404)
                        .takes(ClockMove.class)
                        .answers(200, ClockView.class)
                        .by(operations::moveClock));
    }

    private void events(EventResource events, SubscriptionResource subscriptions) {
        add(
                "events",
                get(
                                "/events",
                                "followEvents",
                                "What happened that you may know of; as server-sent events, what happens from now on")
                        .guarded()
                        .paged()
                        .streams()
                        .fails(410)
                        .answers(200, EventList.class)
                        .by(events::follow),
                get("/subscriptions", "listSubscriptions", "Systems that are called when something happens")
                        .guarded()
                        .answers(200, SubscriptionList.class)
                        .by(subscriptions::list),
                post("/subscriptions", "addSubscription", "Has a participant's system called when something happens")
                        .guarded()
                        .takes(NewSubscriptionBody.class)
                        .answers(201, SubscriptionMade.class)
                        .by(subscriptions::register),
                delete("/subscriptions/{subscription}", "removeSubscription", "Calls a system no more")
                        .guarded()
                        .answers(200, Changed.class)
                        .by(subscriptions::remove));
    }

    private void add(String tag, Route... tagged) {
        for (Route route : tagged) {
            routes.add(route.tagged(tag));
        }
    }

    List<Route> routes() {
        return routes;
    }

    /**
     * @param path below the base, with its first slash; null for the base itself
     * @throws ProblemException there is no such path, or not with this method
     */
    Match match(String method, String path) {
        String[] segments = path == null ? new String[0] : path.substring(1).split("/", -1);
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> values = values(route, segments);
            if (values != null) {
                if (route.method().equals(method)) {
                    return new Match(route, values);
                }
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw ProblemException.unknownPath();
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        throw ProblemException.unknownMethod(String.join(", ", allowed));
    }

    private static Map<String, String> values(Route route, String[] segments) {
        if (route.segments().size() != segments.length) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String wanted = route.segments().get(i);
            if (wanted.startsWith("{") && !segments[i].isEmpty()) {
                values.put(wanted.substring(1, wanted.length() - 1), segments[i]);
            } else if (!wanted.equals(segments[i])) {
                return null;
            }
        }
        return values;
    }
}
