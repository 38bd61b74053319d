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
import java.util.Optional;
import java.util.TreeSet;
import nl.knelpunt.engine.dossier.Activity;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.DatumShapes.CorrectionBody;
import nl.knelpunt.rest.DatumShapes.DatumList;
import nl.knelpunt.rest.DatumShapes.DatumView;
import nl.knelpunt.rest.DatumShapes.NewAnalysis;
import nl.knelpunt.rest.DatumShapes.NewDatumBody;
import nl.knelpunt.rest.DatumShapes.NewError;
import nl.knelpunt.rest.DatumShapes.NewHold;
import nl.knelpunt.rest.DatumShapes.NewReuse;
import nl.knelpunt.rest.DatumShapes.NewReveal;
import nl.knelpunt.rest.DatumShapes.NewVeto;
import nl.knelpunt.rest.DecisionShapes.DecisionView;
import nl.knelpunt.rest.DecisionShapes.Evaluation;
import nl.knelpunt.rest.DecisionShapes.EvaluationView;
import nl.knelpunt.rest.DecisionShapes.NewDecision;
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
import nl.knelpunt.rest.OversightShapes.AdviceList;
import nl.knelpunt.rest.OversightShapes.LogPart;
import nl.knelpunt.rest.OversightShapes.LogSearch;
import nl.knelpunt.rest.OversightShapes.NewAdvice;
import nl.knelpunt.rest.OversightShapes.PolicyPatch;
import nl.knelpunt.rest.OversightShapes.PolicyView;
import nl.knelpunt.rest.ProvisionShapes.NewAnswer;
import nl.knelpunt.rest.ProvisionShapes.NewFeedback;
import nl.knelpunt.rest.ProvisionShapes.NewProvision;
import nl.knelpunt.rest.ProvisionShapes.NewTest;
import nl.knelpunt.rest.ProvisionShapes.ProvisionList;
import nl.knelpunt.rest.ProvisionShapes.ProvisionView;
import nl.knelpunt.rest.RightsShapes.ConsultationAnswer;
import nl.knelpunt.rest.RightsShapes.NewRightsRequest;
import nl.knelpunt.rest.RightsShapes.RequestDecision;
import nl.knelpunt.rest.RightsShapes.RightsRequestList;
import nl.knelpunt.rest.RightsShapes.RightsRequestView;
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
import nl.knelpunt.rest.Shapes.SecrecyView;
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

    /** Where AuthZEN wants its operations. */
    static final String ACCESS = "/access/v1";

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
        data(new DatumResource(use));
        provisions(new ProvisionResource(use));
        rights(new RightsResource(use));
        oversight(new OperationsResource(use), new OversightResource(use));
        decisions(new DecisionResource(this));
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
                get("/session/secrecy", "getSecrecy", "What you acknowledge, and whether you have")
                        .answers(200, SecrecyView.class)
                        .by(session::secrecy),
                post(
                                "/session/secrecy",
                                "acknowledgeSecrecy",
                                "You acknowledge the duty of secrecy of article 1.11 Wgs; once is enough")
                        .guarded()
                        .does(Act.ACKNOWLEDGE_SECRECY)
                        .answers(200, Changed.class)
                        .by(session::acknowledgeSecrecy));
        add(
                "accounts",
                get("/accounts", "listAccounts", "All accounts")
                        .guarded()
                        .does(Act.SEE_ACCOUNTS)
                        .answers(200, AccountList.class)
                        .by(session::accounts),
                post("/accounts", "addAccount", "Authorises a person or a participant's system")
                        .guarded()
                        .does(Act.ADD_ACCOUNT)
                        .fails(409)
                        .takes(NewAccount.class)
                        .answers(201, Changed.class)
                        .by(session::add),
                post("/accounts/{account}/withdrawal", "withdrawAccount", "Ends an appointment, at once and for good")
                        .guarded()
                        .does(Act.WITHDRAW_ACCOUNT)
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
                        .does(Act.DELIVER_MESSAGE)
                        .query("format", "name of an adapter's format; else chosen by Content-Type", String.class)
                        .takesAnything()
                        .answers(201, MessageReceipt.class)
                        .by(messages::deliver),
                get("/signals", "listSignals", "Signals that you may see, oldest first, without data")
                        .guarded()
                        .does(Act.LIST_SIGNALS)
                        .paged()
                        .answers(200, SignalList.class)
                        .by(signals::list),
                post("/signals", "draftSignal", "Begins a draft by hand")
                        .guarded()
                        .does(Act.DRAFT_SIGNAL)
                        .takes(NewSignal.class)
                        .answers(201, Changed.class)
                        .by(signals::draft),
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

    private void knelpunten(KnelpuntResource knelpunten) {
        add(
                "knelpunten",
                get("/knelpunten", "listKnelpunten", "Knelpunten that you may see, oldest first")
                        .guarded()
                        .does(Act.LIST_KNELPUNTEN)
                        .paged()
                        .answers(200, KnelpuntList.class)
                        .by(knelpunten.list(Activity.KNELPUNT, "/knelpunten")),
                post("/knelpunten", "proposeKnelpunt", "Proposes a knelpunt")
                        .guarded()
                        .does(Act.PROPOSE)
                        .takes(ProposalBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten.propose(Activity.KNELPUNT)),
                get(
                                "/case-consultations",
                                "listCaseConsultations",
                                "Case consultations that you may see, oldest first; href says where each is")
                        .guarded()
                        .does(Act.LIST_KNELPUNTEN)
                        .paged()
                        .answers(200, KnelpuntList.class)
                        .by(knelpunten.list(Activity.CASE_CONSULTATION, "/case-consultations")),
                post(
                                "/case-consultations",
                                "proposeCaseConsultation",
                                "Proposes a case consultation; it goes on at Location, as a knelpunt does")
                        .guarded()
                        .does(Act.PROPOSE)
                        .takes(ProposalBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten.propose(Activity.CASE_CONSULTATION)),
                get("/scans", "listScans", "Scans that you may see, oldest first; href says where each is")
                        .guarded()
                        .does(Act.LIST_KNELPUNTEN)
                        .paged()
                        .answers(200, KnelpuntList.class)
                        .by(knelpunten.list(Activity.SCAN, "/scans")),
                post(
                                "/scans",
                                "proposeScan",
                                "Proposes an area scan or thematic scan; it goes on at Location, as a knelpunt does")
                        .guarded()
                        .does(Act.PROPOSE)
                        .takes(ProposalBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten.propose(Activity.SCAN)),
                get("/knelpunten/{knelpunt}", "getKnelpunt", "A knelpunt as it is today, without data")
                        .guarded()
                        .does(Act.SEE_KNELPUNT)
                        .answers(200, KnelpuntView.class)
                        .by(knelpunten::see),
                patch("/knelpunten/{knelpunt}", "amendKnelpunt", "Changes a proposal")
                        .changes()
                        .does(Act.AMEND_PROPOSAL)
                        .takes(ProposalBody.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::amend),
                post("/knelpunten/{knelpunt}/votes", "castVote", "Your participant votes; a later vote replaces it")
                        .changes()
                        .does(Act.VOTE_DESIGNATION, Act.VOTE_PROLONGATION, Act.VOTE_CLOSURE)
                        .takes(NewVote.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::vote),
                post("/knelpunten/{knelpunt}/designation", "designateKnelpunt", "Concludes the vote on designation")
                        .changes()
                        .does(Act.DESIGNATE)
                        .answers(200, Changed.class)
                        .by(knelpunten::designate),
                post("/knelpunten/{knelpunt}/phases", "openPhase", "Opens phase 2 or 3")
                        .changes()
                        .does(Act.OPEN_PHASE)
                        .takes(NewPhase.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::openPhase),
                get("/knelpunten/{knelpunt}/data", "listKnelpuntData", "Data that you may see now")
                        .guarded()
                        .does(Act.SEE_DATA)
                        .paged()
                        .answers(200, DatumList.class)
                        .by(knelpunten::data),
                post("/knelpunten/{knelpunt}/data", "shareDatum", "Supplies a datum; the id is the datum's")
                        .changes()
                        .does(Act.SHARE_DATUM)
                        .takes(NewDatumBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::share),
                put("/knelpunten/{knelpunt}/plan", "writePlan", "Writes the action plan")
                        .changes()
                        .does(Act.WRITE_PLAN)
                        .takes(PlanBody.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::writePlan),
                post(
                                "/knelpunten/{knelpunt}/interventions",
                                "planIntervention",
                                "Plans an intervention; the id is the intervention's")
                        .changes()
                        .does(Act.PLAN_INTERVENTION)
                        .takes(NewIntervention.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::planIntervention),
                post(
                                "/knelpunten/{knelpunt}/interventions/{intervention}/execution",
                                "carryOutIntervention",
                                "Reports on an intervention that was carried out")
                        .changes()
                        .does(Act.CARRY_OUT_INTERVENTION)
                        .takes(NewExecution.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::carryOut),
                post("/knelpunten/{knelpunt}/evaluations", "evaluateKnelpunt", "Records the yearly evaluation")
                        .changes()
                        .does(Act.EVALUATE_KNELPUNT)
                        .takes(NewEvaluation.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::evaluate),
                post("/knelpunten/{knelpunt}/prolongation", "prolongKnelpunt", "Concludes the vote on prolongation")
                        .changes()
                        .does(Act.PROLONG)
                        .answers(200, Changed.class)
                        .by(knelpunten::prolong),
                post("/knelpunten/{knelpunt}/closure", "closeKnelpunt", "Concludes the vote on closure")
                        .changes()
                        .does(Act.CLOSE)
                        .answers(200, Changed.class)
                        .by(knelpunten::close));
    }

    private void provisions(ProvisionResource provisions) {
        add(
                "provisions",
                get(
                                "/knelpunten/{knelpunt}/provisions",
                                "listProvisions",
                                "Results of a knelpunt that leave, without data")
                        .guarded()
                        .does(Act.LIST_PROVISIONS)
                        .paged()
                        .answers(200, ProvisionList.class)
                        .by(provisions::list),
                post(
                                "/knelpunten/{knelpunt}/provisions",
                                "prepareProvision",
                                "Prepares a result for a recipient; nothing leaves yet")
                        .changes()
                        .does(Act.PREPARE_PROVISION)
                        .takes(NewProvision.class)
                        .answers(201, Changed.class)
                        .by(provisions::prepare),
                get("/provisions/{provision}", "getProvision", "A provision with the data that you may see now")
                        .guarded()
                        .does(Act.SEE_PROVISION)
                        .answers(200, ProvisionView.class)
                        .by(provisions::see),
                post(
                                "/provisions/{provision}/answers",
                                "answerProvision",
                                "Your participant consents or objects; a later answer replaces it")
                        .changes()
                        .does(Act.ANSWER_PROVISION)
                        .takes(NewAnswer.class)
                        .answers(201, Changed.class)
                        .by(provisions::answer),
                post(
                                "/provisions/{provision}/test",
                                "testProvision",
                                "What the legality advisory committee found; it goes into its register too")
                        .changes()
                        .does(Act.TEST_PROVISION)
                        .takes(NewTest.class)
                        .answers(201, Changed.class)
                        .by(provisions::test),
                post(
                                "/provisions/{provision}/provide",
                                "provideResult",
                                "Lets the result go: what is answered is what you hand to the recipient")
                        .changes()
                        .does(Act.PROVIDE)
                        .answers(200, ProvisionView.class)
                        .by(provisions::provide),
                post("/provisions/{provision}/feedback", "giveFeedback", "What the recipient did with the result")
                        .changes()
                        .does(Act.GIVE_FEEDBACK)
                        .takes(NewFeedback.class)
                        .answers(201, Changed.class)
                        .by(provisions::giveFeedback));
    }

    private void rights(RightsResource rights) {
        add(
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
                post("/rights-requests/{request}/decision", "decideRightsRequest", "The contact point decides")
                        .changes()
                        .does(Act.DECIDE_REQUEST)
                        .takes(RequestDecision.class)
                        .answers(201, Changed.class)
                        .by(rights::decide));
    }

    private void data(DatumResource data) {
        String one = "/knelpunten/{knelpunt}/data/{datum}";
        add(
                "data",
                post(one + "/reveal", "revealBsn", "The BSN unmasked, this once; why is kept with it")
                        .guarded()
                        .does(Act.REVEAL_BSN)
                        .fails(409)
                        .takes(NewReveal.class)
                        .answers(200, DatumView.class)
                        .by(data::reveal),
                post(one + "/veto", "blockDatum", "Its supplier blocks it for weighty reasons, for good")
                        .changes()
                        .does(Act.BLOCK_DATUM)
                        .takes(NewVeto.class)
                        .answers(201, Changed.class)
                        .by(data::block),
                post(one + "/errors", "reportDatumError", "It is wrong: frozen until its supplier mends it")
                        .changes()
                        .does(Act.REPORT_ERROR)
                        .takes(NewError.class)
                        .answers(201, Changed.class)
                        .by(data::reportError),
                put(one, "correctDatum", "Its supplier corrects it, and all its copies")
                        .changes()
                        .does(Act.CORRECT_DATUM)
                        .takes(CorrectionBody.class)
                        .answers(200, Changed.class)
                        .by(data::correct),
                delete(one, "destroyDatum", "Its supplier has it destroyed, with all its copies")
                        .changes()
                        .does(Act.DESTROY_DATUM)
                        .answers(200, Changed.class)
                        .by(data::destroy),
                post(one + "/hold", "holdDatum", "Puts off its destruction, on a ground of article 1.8(7) Wgs")
                        .changes()
                        .does(Act.HOLD_DATUM)
                        .takes(NewHold.class)
                        .answers(201, Changed.class)
                        .by(data::hold),
                delete(one + "/hold", "liftHold", "Lets it be destroyed in its time again")
                        .changes()
                        .does(Act.LIFT_HOLD)
                        .answers(200, Changed.class)
                        .by(data::liftHold),
                post(
                                "/knelpunten/{knelpunt}/data/_reuse",
                                "reuseDatum",
                                "Takes a datum over from another dossier; the id is the new datum's")
                        .changes()
                        .does(Act.REUSE_DATUM)
                        .takes(NewReuse.class)
                        .answers(201, Changed.class)
                        .by(data::reuse),
                post(
                                "/knelpunten/{knelpunt}/analysis",
                                "analyseData",
                                "The selected data as an analyst may look at them now; nothing is ranked or scored")
                        .guarded()
                        .does(Act.ANALYSE)
                        .fails(409)
                        .paged()
                        .takes(NewAnalysis.class)
                        .answers(200, DatumList.class)
                        .by(data::analyse));
    }

    private void oversight(OperationsResource operations, OversightResource oversight) {
        add(
                "oversight",
                get("/policy", "getPolicy", "What this RIEC decided for itself within the law, now and before")
                        .versioned()
                        .answers(200, PolicyView.class)
                        .by(oversight::policy),
                patch("/policy", "changePolicy", "Changes the policy, with the advice of the RAC that it rests on")
                        .changes()
                        .does(Act.CHANGE_POLICY)
                        .takes(PolicyPatch.class)
                        .answers(200, Changed.class)
                        .by(oversight::changePolicy),
                get("/rac-advices", "listRacAdvices", "Advices of the legality advisory committee, oldest first")
                        .guarded()
                        .does(Act.LIST_ADVICES)
                        .paged()
                        .answers(200, AdviceList.class)
                        .by(oversight::advices),
                post("/rac-advices", "registerRacAdvice", "Registers an advice of the legality advisory committee")
                        .guarded()
                        .does(Act.REGISTER_ADVICE)
                        .takes(NewAdvice.class)
                        .answers(201, Changed.class)
                        .by(oversight::register),
                post("/log/_search", "searchLog", "Reads the processing log, for a purpose of article 1.8(4) Wgs")
                        .guarded()
                        .does(Act.READ_LOG)
                        .takes(LogSearch.class)
                        .answers(200, LogPart.class)
                        .by(oversight::searchLog),
                post("/log/verification", "verifyLog", "Proves the processing log, or names the first broken record")
                        .guarded()
                        .does(Act.VERIFY_LOG)
                        .answers(200, LogVerification.class)
                        .by(operations::verifyLog),
                post("/backups", "makeBackup", "Makes a verified copy of one moment")
                        .guarded()
                        .does(Act.BACK_UP)
                        .answers(201, BackupView.class)
                        .by(operations::backUp),
                get("/backups/counts", "getBackupCounts", "What the running data hold, to compare with a backup")
                        .guarded()
                        .does(Act.BACK_UP)
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
                        .does(Act.MOVE_CLOCK)
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
                        .does(Act.FOLLOW_EVENTS)
                        .paged()
                        .streams()
                        .fails(410)
                        .answers(200, EventList.class)
                        .by(events::follow),
                get("/subscriptions", "listSubscriptions", "Systems that are called when something happens")
                        .guarded()
                        .does(Act.SEE_SUBSCRIPTIONS)
                        .answers(200, SubscriptionList.class)
                        .by(subscriptions::list),
                post("/subscriptions", "addSubscription", "Has a participant's system called when something happens")
                        .guarded()
                        .does(Act.SUBSCRIBE)
                        .takes(NewSubscriptionBody.class)
                        .answers(201, SubscriptionMade.class)
                        .by(subscriptions::register),
                delete("/subscriptions/{subscription}", "removeSubscription", "Calls a system no more")
                        .guarded()
                        .does(Act.UNSUBSCRIBE)
                        .answers(200, Changed.class)
                        .by(subscriptions::remove));
    }

    private void decisions(DecisionResource decisions) {
        add(
                "decisions",
                post("/decisions", "decide", "May I? Judges an act without doing it, and says why")
                        .takes(NewDecision.class)
                        .answers(200, DecisionView.class)
                        .by(decisions::decide),
                post("/evaluation", "evaluateAccess", "The same, as AuthZEN asks it; about yourself only")
                        .under(ACCESS)
                        .takes(Evaluation.class)
                        .answers(200, EvaluationView.class)
                        .by(decisions::evaluate));
    }

    /** The operation that does an act; the first, where there are more. Empty when nobody does it over the API. */
    Optional<Route> doing(Act act) {
        return routes.stream().filter(r -> r.acts().contains(act)).findFirst();
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
     * @param base such as {@link #BASE}
     * @param path below the base, with its first slash; null for the base itself
     * @throws ProblemException there is no such path, or not with this method
     */
    Match match(String method, String base, String path) {
        String[] segments = path == null ? new String[0] : path.substring(1).split("/", -1);
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> values = route.base().equals(base) ? values(route, segments) : null;
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
