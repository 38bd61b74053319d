package nl.knelpunt.engine.guard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.Receiver;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;

/** G41, G42, G24, G49: who may know of a dossier at all. */
final class AccessTests {

    /** Of these G20 says who may do them. */
    static final Set<Act> OF_THE_STEERING_GROUP = EnumSet.of(
            Act.SEND_BACK,
            Act.VOTE_DESIGNATION,
            Act.DESIGNATE,
            Act.VOTE_PROLONGATION,
            Act.PROLONG,
            Act.VOTE_CLOSURE,
            Act.CLOSE,
            Act.VOTE_ITEM,
            Act.CONCLUDE_ITEM,
            Act.FIX_MINUTES,
            Act.VOTE_INVOLVEMENT,
            Act.DECIDE_INVOLVEMENT);

    /** Of these G01 says that who acts is no participant: reporting, supplying, intervening. */
    static final Set<Act> SUPPLYING = EnumSet.of(
            Act.DELIVER_MESSAGE,
            Act.DRAFT_SIGNAL,
            Act.COMPLETE_DRAFT,
            Act.ADD_DRAFT_DATUM,
            Act.REPORT_SIGNAL,
            Act.ANSWER_RECOGNITION,
            Act.WITHDRAW_RECOGNITION,
            Act.GRADE_SIGNAL,
            Act.DECIDE_ASSESSMENT,
            Act.SHARE_DATUM,
            Act.REUSE_DATUM,
            Act.SUPPLY_REQUESTED,
            Act.AGREE_INTERVENTION,
            Act.KEEP_UP_INTERVENTION,
            Act.START_INTERVENTION,
            Act.CARRY_OUT_INTERVENTION,
            Act.STOP_INTERVENTION);

    /** Of its own data the source may do these also where it is not, or not any more, involved. */
    private static final Set<Act> OF_THE_SOURCE = EnumSet.of(
            Act.BLOCK_DATUM,
            Act.CORRECT_DATUM,
            Act.GRADE_DATUM,
            Act.DESTROY_DATUM,
            Act.REJECT_ERROR,
            Act.SEE_RECEIVERS);

    private static final Set<Act> READ_UNDER_A_MANDATE =
            EnumSet.of(Act.SEE_KNELPUNT, Act.PREVIEW_DOCUMENT, Act.SEE_DOCUMENT);

    /** Who is asked may do these. */
    private static final Set<Act> ABOUT_A_RESULT = EnumSet.of(Act.SEE_PROVISION, Act.ANSWER_PROVISION);

    /** Of these G02 says so: seeing and receiving. */
    static final Set<Act> RECEIVING = EnumSet.of(
            Act.LIST_SIGNALS,
            Act.SEE_SIGNAL,
            Act.COMPARE_SIGNALS,
            Act.HELP_RECOGNITION,
            Act.LIST_OUTCOMES,
            Act.FOLLOW_EVENTS,
            Act.LIST_TASKS,
            Act.HEAR_OF_SIGNAL,
            Act.LIST_KNELPUNTEN,
            Act.SEE_KNELPUNT,
            Act.SEE_PLAN,
            Act.SEE_INTERVENTION,
            Act.LIST_CASE_MEETINGS,
            Act.SEE_CASE_MEETING,
            Act.SEE_SCAN,
            Act.LIST_TASK_SHEETS,
            Act.SEE_TASK_SHEET,
            Act.SEE_DATA,
            Act.REVEAL_BSN,
            Act.LIST_PROVISIONS,
            Act.SEARCH_PROVISIONS,
            Act.SEE_INFORMATION,
            Act.SEE_PROVISION,
            Act.LIST_ANALYSES,
            Act.SEE_ANALYSIS,
            Act.SEE_BARRIERS);

    /** Of the steering group these are for members of the participants involved (Wgs 2.23(5), (6)). */
    private static final Set<Act> BY_THE_INVOLVED =
            EnumSet.of(Act.OPEN_PHASE, Act.CLOSE_PHASE, Act.LEAVE_KNELPUNT, Act.PLEDGE_CAPACITY, Act.WITHDRAW_CAPACITY);

    /** What a person may do before secrecy was acknowledged (G49). */
    private static final Set<Act> BEFORE_SECRECY =
            EnumSet.of(Act.SIGN_IN, Act.SIGN_OUT, Act.FAIL_SIGN_IN, Act.ACKNOWLEDGE_SECRECY);

    /** These speak of who asks, of the time, or of a datum that is frozen: that it is there is no secret to who hears them. */
    private static final Set<String> NO_SECRET = Set.of("G02", "G21", "G23", "G45", "G49", "G51", Finding.STATE);

    /** And these of a datum that is kept only: past its term, or of a phase that was closed. */
    private static final Set<String> NO_SECRET_WHEN_KEPT =
            Set.of("G02", "G12", "G13", "G21", "G23", "G39", "G45", "G49", "G51", Finding.STATE);

    private AccessTests() {}

    /** G41. */
    static Fault authorised(Facts facts) {
        return mayDoIt(facts) && isAppointed(facts) && needsIt(facts) || isSupportOnContent(facts)
                ? null
                : Fault.whole();
    }

    private static boolean mayDoIt(Facts facts) {
        Act act = facts.act();
        Actor actor = facts.actor();
        return switch (act) {
            case DESTROY_LISTED, EXECUTE_DESTRUCTION ->
                actor.equals(Actor.PLATFORM)
                        && facts.papers().destruction() != null
                        && facts.papers().destruction().isToBeExecutedOn(facts.today());
            case FAIL_SIGN_IN -> actor.equals(Actor.UNKNOWN);
            case SIGN_IN, SIGN_OUT, ACKNOWLEDGE_SECRECY -> actor.account() != null;
            // G46 says who decides to those who may know of the request.
            case DECIDE_REQUEST -> actor.has(Role.CONTACT_POINT) || actor.has(Role.WORKER);
            default ->
                act.isThePlatforms()
                        ? actor.equals(Actor.PLATFORM)
                        : OF_THE_STEERING_GROUP.contains(act) ? actor.seesContent() : actor.hasARoleFor(act);
        };
    }

    /** G42. */
    static Fault noContentForSupport(Facts facts) {
        return isSupportOnContent(facts) ? Fault.whole() : null;
    }

    /**
     * G24. The steering group is of all participants; a phase is opened by those involved, and only they can leave (Wgs 2.23(5),
     * (6)).
     */
    static Fault involved(Facts facts) {
        return isEntitled(facts) || isOwnDatum(facts) || isSupportOnContent(facts) ? null : Fault.whole();
    }

    private static boolean isOwnDatum(Facts facts) {
        return OF_THE_SOURCE.contains(facts.act()) && facts.knelpunt() != null && isItsSupplier(facts);
    }

    /** Whether there may be own data in a dossier that the actor is not involved in: which datum it is about comes later. */
    private static boolean mayBeItsSource(Facts facts) {
        return OF_THE_SOURCE.contains(facts.act())
                && facts.knelpunt() != null
                && facts.actor().has(Role.WORKER);
    }

    /** Whether the actor may know that the dossier of the act exists, whatever is asked of it. */
    static boolean mayKnow(Facts facts) {
        return switch (facts.act().concerns()) {
            case SIGNAL -> knowsSignal(facts);
            case KNELPUNT -> isEntitled(facts) || mayBeItsSource(facts);
            case INTERVENTION, CASE_MEETING, PROVISION, ANALYSIS -> isEntitled(facts);
            case REQUEST -> knowsRequest(facts);
            case DESTRUCTION -> knowsDestruction(facts);
            case DATA_REQUEST -> knowsDataRequest(facts);
            case CORRECTION -> knowsCorrection(facts);
            case NOTICE -> isTold(facts);
            case MEETING -> knowsMeeting(facts);
            case RAC_REQUEST -> knowsRacRequest(facts);
            case PLATFORM, PARTICIPANT -> true;
        };
    }

    private static boolean knowsDestruction(Facts facts) {
        Actor actor = facts.actor();
        return facts.papers().destruction() != null
                && (actor.has(Role.CASE_DIRECTOR)
                        || actor.has(Role.PRIVACY_OFFICER)
                        || actor.has(Role.COORDINATING_FG)
                        || actor.equals(Actor.PLATFORM));
    }

    /** Whether the act is the actor's to do on its dossier, as far as that can be said before it is known what will be asked. */
    static boolean mayBegin(Facts facts) {
        return facts.actor().hasARoleFor(facts.act())
                && isAppointed(facts)
                && mayKnow(facts)
                && (isAskedWithMore(facts.act()) || needsIt(facts))
                && secrecyAcknowledged(facts) == null;
    }

    /** On behalf of whom, or about which datum, is still to be said. */
    private static boolean isAskedWithMore(Act act) {
        return act.concerns() == Act.Concerns.PARTICIPANT || act.concerns() == Act.Concerns.KNELPUNT;
    }

    private static boolean isEntitled(Facts facts) {
        Knelpunt knelpunt = facts.knelpunt();
        Actor actor = facts.actor();
        return knelpunt != null
                && isThere(facts)
                && isReadForItsMandate(facts)
                && (isOfAnInvolvedParticipant(actor, knelpunt)
                        || actor.has(Role.CASE_DIRECTOR)
                        || actor.has(Role.ANALYST)
                        || actor.has(Role.RAC_MEMBER)
                        || actor.has(Role.STEERING_MEMBER)
                                && !BY_THE_INVOLVED.contains(facts.act())
                                && facts.act().roles().contains(Role.STEERING_MEMBER)
                        || actor.equals(Actor.PLATFORM)
                        || receivesTheResult(facts)
                        || isAskedAboutTheResult(facts));
    }

    /** A mandate is no window on the region: a dossier is read while its holder can decide on it. */
    private static boolean isReadForItsMandate(Facts facts) {
        return facts.actor().mandate() == null
                || !READ_UNDER_A_MANDATE.contains(facts.act())
                || facts.actor().mandated().stream().anyMatch(a -> decidesOn(facts, a));
    }

    private static boolean decidesOn(Facts facts, Act act) {
        // Of what is voted on at a meeting itself, only phases are of a knelpunt.
        Act there = act == Act.VOTE_ITEM ? Act.OPEN_PHASE : act;
        return Lifecycle.KNELPUNT.binds(there)
                && Lifecycle.KNELPUNT.allows(facts.knelpunt().state(), there)
                && (!BY_THE_INVOLVED.contains(act) || isOfAnInvolvedParticipant(facts.actor(), facts.knelpunt()));
    }

    /** What the act concerns within the knelpunt. */
    private static boolean isThere(Facts facts) {
        return switch (facts.act().concerns()) {
            case PROVISION -> facts.papers().provision() != null;
            case INTERVENTION -> facts.papers().intervention() != null;
            case CASE_MEETING -> facts.papers().caseMeeting() != null;
            case ANALYSIS -> mayReadAnalysis(facts);
            default -> true;
        };
    }

    /** What is not final is for who works on it. */
    private static boolean mayReadAnalysis(Facts facts) {
        Analysis analysis = facts.papers().analysis();
        return analysis != null
                && (!analysis.state().isOpen()
                        || facts.actor().has(Role.ANALYST)
                        || facts.actor().has(Role.CASE_DIRECTOR));
    }

    private static boolean isOfAnInvolvedParticipant(Actor actor, Knelpunt knelpunt) {
        return actor.participant() != null
                && !actor.isBureau()
                && knelpunt.involves(actor.participant().id());
    }

    private static boolean receivesTheResult(Facts facts) {
        Provision provision = facts.papers().provision();
        return provision != null
                && provision.provided() != null
                && provision.content().recipient() instanceof Recipient.OwnParticipant recipient
                && facts.actor().isOf(recipient.participant());
    }

    /** Who supplied what it rests on is asked, also after it left the knelpunt: its reasons count (Wgs 1.7(1)). */
    private static boolean isAskedAboutTheResult(Facts facts) {
        Provision provision = facts.papers().provision();
        return ABOUT_A_RESULT.contains(facts.act())
                && provision != null
                && provision.round() != null
                // Of one to a third party every participant is asked: its member of the steering group answers.
                && !(provision.content().recipient() instanceof Recipient.ThirdParty)
                && facts.actor().participant() != null
                && !facts.actor().isBureau()
                && provision
                        .round()
                        .asked()
                        .contains(facts.actor().participant().id());
    }

    /** A participant that received a result gives feedback itself; of other recipients the bureau writes it down. */
    private static boolean owesFeedback(Facts facts) {
        return isEntitled(facts)
                && (facts.papers().provision().content().recipient() instanceof Recipient.OwnParticipant own
                        ? facts.actor().isOf(own.participant())
                        : facts.actor().has(Role.CASE_DIRECTOR));
    }

    private static boolean isSupportOnContent(Facts facts) {
        return facts.act().concerns() != Act.Concerns.PLATFORM
                && !facts.actor().seesContent()
                && (facts.actor().has(Role.SUPPORT) || facts.actor().has(Role.ADMIN));
    }

    private static boolean isAppointed(Facts facts) {
        Account account = facts.actor().account();
        return account == null
                || facts.act() == Act.SIGN_OUT
                || account.active()
                        && facts.actor().participant() != null
                        && (facts.actor().participant().isDesignated() || partyRulesSpeak(facts))
                        && (isScreenedAndTrained(facts, account) || !account.isPerson());
    }

    private static boolean isScreenedAndTrained(Facts facts, Account account) {
        return account.screened()
                && account.trainedUntil() != null
                && !facts.today().isAfter(account.trainedUntil());
    }

    /** Bureau people need a participant that appoints them; of a party's own people G01 and G02 say what they may not. */
    private static boolean partyRulesSpeak(Facts facts) {
        return !facts.actor().isBureau() && (SUPPLYING.contains(facts.act()) || RECEIVING.contains(facts.act()));
    }

    /** The need per dossier (Wgs 1.8(5)); of a knelpunt as a whole G24 says so. */
    private static boolean needsIt(Facts facts) {
        return switch (facts.act().concerns()) {
            case PLATFORM, INTERVENTION, CASE_MEETING -> true;
            case KNELPUNT -> needsDatum(facts);
            case PARTICIPANT ->
                facts.asked().towards() != null
                        && facts.actor().isOf(facts.asked().towards().id());
            case SIGNAL -> knowsSignal(facts) && needsDatum(facts);
            // Of an intervention, analysis or provision G24 says so, as of its knelpunt.
            case ANALYSIS -> true;
            case PROVISION -> facts.act() != Act.GIVE_FEEDBACK || owesFeedback(facts);
            case REQUEST -> knowsRequest(facts) && handlesIt(facts);
            case DESTRUCTION -> knowsDestruction(facts);
            case DATA_REQUEST -> isForItsSide(facts);
            case CORRECTION -> decidesOnCorrection(facts);
            case NOTICE -> isTold(facts);
            case MEETING -> knowsMeeting(facts);
            case RAC_REQUEST -> knowsRacRequest(facts);
        };
    }

    private static boolean knowsDataRequest(Facts facts) {
        DataRequest request = facts.papers().dataRequest();
        Actor actor = facts.actor();
        if (request == null || facts.knelpunt() == null) {
            return false;
        }
        return actor.equals(Actor.PLATFORM)
                || actor.has(Role.CASE_DIRECTOR)
                || actor.has(Role.ANALYST) && asks(actor, request)
                || isOfAnInvolvedParticipant(actor, facts.knelpunt())
                        && (asks(actor, request) || actor.isOf(request.wanted().holder()));
    }

    private static boolean asks(Actor actor, DataRequest request) {
        return actor.isBureau() ? request.asker().equals(Receiver.BUREAU) : actor.isOf(request.asker());
    }

    /** The holder answers, the asker answers back or withdraws; by the platform it expires only after its last day. */
    private static boolean isForItsSide(Facts facts) {
        DataRequest request = facts.papers().dataRequest();
        return knowsDataRequest(facts)
                && switch (facts.act()) {
                    case SUPPLY_REQUESTED, REFUSE_REQUESTED, ASK_BACK ->
                        facts.actor().isOf(request.wanted().holder());
                    case ANSWER_BACK, WITHDRAW_DATA_REQUEST -> asks(facts.actor(), request);
                    case EXPIRE_DATA_REQUEST ->
                        facts.today().isAfter(request.wanted().until());
                    default -> true;
                };
    }

    private static boolean knowsCorrection(Facts facts) {
        CorrectionProposal correction = facts.papers().correction();
        Actor actor = facts.actor();
        return correction != null
                && (actor.has(Role.CASE_DIRECTOR)
                        || actor.isOf(correction.owner())
                        || actor.isOf(correction.proposer()));
    }

    private static boolean decidesOnCorrection(Facts facts) {
        CorrectionProposal correction = facts.papers().correction();
        return knowsCorrection(facts)
                && switch (facts.act()) {
                    case ACCEPT_CORRECTION, DECLINE_CORRECTION -> facts.actor().isOf(correction.owner());
                    case WITHDRAW_CORRECTION -> facts.actor().isOf(correction.proposer());
                    default -> true;
                };
    }

    private static boolean isTold(Facts facts) {
        CorrectionNotice notice = facts.papers().notice();
        return notice != null
                && (facts.actor().isBureau()
                        ? notice.participant().equals(Receiver.BUREAU)
                        : facts.actor().isOf(notice.participant()));
    }

    /** What is done with one datum: who may not know of it hears the same as of what is not there. */
    private static boolean needsDatum(Facts facts) {
        return switch (facts.act()) {
            case BLOCK_DATUM, CORRECT_DATUM, GRADE_DATUM, DESTROY_DATUM, REJECT_ERROR -> isItsSupplier(facts);
            case SEE_RECEIVERS ->
                isItsSupplier(facts)
                        || mayKnowOf(facts, NO_SECRET) && facts.actor().isBureau();
            case REPORT_ERROR, REVEAL_BSN, PROPOSE_CORRECTION -> mayKnowOf(facts, NO_SECRET);
            case HOLD_DATUM -> mayKnowOf(facts, NO_SECRET_WHEN_KEPT);
            // Who held it knew of it.
            case LIFT_HOLD -> isHeld(facts) || mayKnowOf(facts, NO_SECRET_WHEN_KEPT);
            case REUSE_DATUM -> !facts.data().isEmpty();
            case EXPIRE_DATUM, EXPIRE_SIGNAL_DATUM -> isDue(facts);
            case CHANGE_SELECTION, REMOVE_SELECTION -> facts.papers().selection() != null;
            case EXPIRE_SIGNAL -> facts.today().isAfter(facts.signal().destroyBy(Facts.NETHERLANDS));
            case EXPIRE_RECOGNITION -> isUnansweredInTime(facts);
            default -> true;
        };
    }

    private static boolean isItsSupplier(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (!facts.actor().isOf(data.get(i).supplier())) {
                return false;
            }
        }
        return !data.isEmpty();
    }

    private static boolean isHeld(Facts facts) {
        return !facts.data().isEmpty() && facts.data().get(0).marks().hold() != null;
    }

    /** Judged as if the first datum were looked at; what follows it are its copies elsewhere. */
    private static boolean mayKnowOf(Facts facts, Set<String> noSecret) {
        List<Datum> data = facts.data();
        if (data.isEmpty()) {
            return false;
        }
        List<Finding> refusals = Guard.decide(facts.as(Act.SEE_DATA).withData(data.subList(0, 1)))
                .refusals();
        for (int i = 0; i < refusals.size(); i++) {
            if (!noSecret.contains(refusals.get(i).rule())) {
                return false;
            }
        }
        return true;
    }

    /** The platform destroys only what is past its last day and not held. */
    private static boolean isDue(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).marks().isHeldOn(facts.today())
                    || !facts.today().isAfter(data.get(i).destroyBy())) {
                return false;
            }
        }
        return !data.isEmpty();
    }

    private static boolean isUnansweredInTime(Facts facts) {
        return facts.asked() instanceof Asked.Expiring expiring
                && facts.signal()
                        .recognitionOf(expiring.participant())
                        .filter(r -> r.outcome() == Recognition.Outcome.OPEN
                                && facts.today().isAfter(facts.policy().answerBy(r.asked())))
                        .isPresent();
    }

    private static boolean knowsRequest(Facts facts) {
        RightsRequest request = facts.papers().request();
        Actor actor = facts.actor();
        return request != null
                && (actor.has(Role.CONTACT_POINT)
                        || actor.equals(Actor.PLATFORM)
                        || actor.participant() != null
                                && !actor.isBureau()
                                && request.consultationOf(actor.participant().id()) != null);
    }

    /** What only who handles a request does with it; of the decision G46 says so. */
    private static boolean handlesIt(Facts facts) {
        return switch (facts.act()) {
            case EXTEND_REQUEST, WRITE_LETTER -> handles(facts);
            case TAKE_OVER_REQUEST -> facts.papers().request().takeover() == null;
            default -> true;
        };
    }

    /** The contact point, or a participant that took over from it (Bgs 1.2(4)). */
    static boolean handles(Facts facts) {
        RightsRequest request = facts.papers().request();
        Actor actor = facts.actor();
        return request.takeover() == null
                ? actor.has(Role.CONTACT_POINT)
                : actor.has(Role.WORKER) && actor.isOf(request.takeover().participant());
    }

    /** The steering group is of all participants; the bureau prepares its meetings. */
    private static boolean knowsMeeting(Facts facts) {
        return facts.papers().meeting() != null
                && (facts.actor().has(Role.STEERING_MEMBER) || facts.actor().has(Role.CASE_DIRECTOR));
    }

    /** The committee and who watches see a question from when it was put. */
    private static boolean knowsRacRequest(Facts facts) {
        RacRequest request = facts.papers().racRequest();
        Actor actor = facts.actor();
        return request != null
                && (actor.has(Role.CASE_DIRECTOR)
                        || actor.has(Role.PRIVACY_OFFICER)
                        || request.sent() != null && (actor.has(Role.RAC_MEMBER) || actor.has(Role.COORDINATING_FG)));
    }

    private static boolean knowsSignal(Facts facts) {
        return facts.signal() != null && (needsSignal(facts) || facts.actor().equals(Actor.PLATFORM));
    }

    private static boolean needsSignal(Facts facts) {
        Signal signal = facts.signal();
        Actor actor = facts.actor();
        boolean reporters = actor.isOf(signal.reporter());
        if (signal.state() == SignalState.DRAFT) {
            return reporters && (actor.has(Role.WORKER) || facts.act() == Act.HEAR_OF_SIGNAL);
        }
        if (facts.act() == Act.SEE_SIGNAL && weighsOnly(actor)) {
            return signal.state() == SignalState.WEIGHED
                    && (reporters || isAmong(signal, actor, Recognition.Outcome.RECOGNISED));
        }
        return switch (facts.act()) {
            case WITHDRAW_SIGNAL, GRADE_SIGNAL, HEAR_OF_SIGNAL -> reporters;
            case WITHDRAW_RECOGNITION -> isAmong(signal, actor, Recognition.Outcome.RECOGNISED);
            case DECIDE_ASSESSMENT -> reporters || isAmong(signal, actor, Recognition.Outcome.RECOGNISED);
            case ANSWER_RECOGNITION, HELP_RECOGNITION -> isAmong(signal, actor, Recognition.Outcome.OPEN);
            case ASK_RECOGNITION -> reporters || actor.has(Role.CASE_DIRECTOR);
            default ->
                reporters
                        || actor.has(Role.CASE_DIRECTOR)
                        || isAmong(signal, actor, Recognition.Outcome.RECOGNISED)
                        || isAmong(signal, actor, Recognition.Outcome.OPEN);
        };
    }

    /** Who weighs for a participant, as its member of the steering group or by its mandate, sees a signal while it is weighed. */
    private static boolean weighsOnly(Actor actor) {
        return actor.mandate() != null
                || actor.has(Role.STEERING_MEMBER) && !actor.has(Role.WORKER) && !actor.has(Role.CASE_DIRECTOR);
    }

    /** Who recognised keeps sight; who was only asked loses it when the signal is weighed. */
    private static boolean isAmong(Signal signal, Actor actor, Recognition.Outcome outcome) {
        boolean stillAsked = signal.state() == SignalState.ASKED || signal.state() == SignalState.RECOGNISED;
        if (outcome == Recognition.Outcome.OPEN && !stillAsked) {
            return false;
        }
        List<Recognition> recognitions = signal.recognitions();
        for (int i = 0; i < recognitions.size(); i++) {
            if (recognitions.get(i).outcome() == outcome
                    && actor.isOf(recognitions.get(i).participant())) {
                return true;
            }
        }
        return false;
    }

    /** G49: whoever processes has acknowledged secrecy first. */
    static Fault secrecyAcknowledged(Facts facts) {
        Account account = facts.actor().account();
        return account != null && account.owesSecrecy() && !BEFORE_SECRECY.contains(facts.act())
                ? Fault.at("secrecy", null)
                : null;
    }
}
