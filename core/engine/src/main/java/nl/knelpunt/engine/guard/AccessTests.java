package nl.knelpunt.engine.guard;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;

/** G41, G42, G24: who may know of a dossier at all. */
final class AccessTests {

    /** Of these G20 says who may do them. */
    static final Set<Act> OF_THE_STEERING_GROUP = EnumSet.of(
            Act.VOTE_DESIGNATION, Act.DESIGNATE, Act.VOTE_PROLONGATION, Act.PROLONG, Act.VOTE_CLOSURE, Act.CLOSE);

    /** Of these G01 says that who acts is no participant: reporting, supplying, intervening. */
    static final Set<Act> SUPPLYING = EnumSet.of(
            Act.DELIVER_MESSAGE,
            Act.DRAFT_SIGNAL,
            Act.COMPLETE_DRAFT,
            Act.ADD_DRAFT_DATUM,
            Act.REPORT_SIGNAL,
            Act.ANSWER_RECOGNITION,
            Act.DECIDE_ASSESSMENT,
            Act.SHARE_DATUM,
            Act.CARRY_OUT_INTERVENTION);

    /** Of these G02 says so: seeing and receiving. */
    static final Set<Act> RECEIVING =
            EnumSet.of(Act.LIST_SIGNALS, Act.SEE_SIGNAL, Act.LIST_KNELPUNTEN, Act.SEE_KNELPUNT, Act.SEE_DATA);

    private AccessTests() {}

    static void authorised(Facts facts, Findings findings) {
        if (isSupportOnContent(facts)) {
            return;
        }
        if (!mayDoIt(facts) || !isAppointed(facts) || !needsIt(facts)) {
            findings.refuse();
        }
    }

    private static boolean mayDoIt(Facts facts) {
        Act act = facts.act();
        Actor actor = facts.actor();
        return switch (act) {
            case LAPSE_DRAFT -> actor.equals(Actor.PLATFORM);
            case FAIL_SIGN_IN -> actor.equals(Actor.UNKNOWN);
            case SIGN_IN, SIGN_OUT -> actor.account() != null;
            default ->
                OF_THE_STEERING_GROUP.contains(act)
                        ? actor.seesContent()
                        : !Collections.disjoint(act.roles(), actor.roles());
        };
    }

    static void noContentForSupport(Facts facts, Findings findings) {
        if (isSupportOnContent(facts)) {
            findings.refuse();
        }
    }

    /** The steering group is of all participants; a phase is opened by those involved (Wgs 2.23(5), (6)). */
    static void involved(Facts facts, Findings findings) {
        if (isSupportOnContent(facts)) {
            return;
        }
        Knelpunt knelpunt = facts.knelpunt();
        Actor actor = facts.actor();
        boolean entitled = knelpunt != null
                && (actor.has(Role.CASE_DIRECTOR)
                        || actor.has(Role.ANALYST)
                        || actor.has(Role.STEERING_MEMBER)
                                && facts.act() != Act.OPEN_PHASE
                                && facts.act().roles().contains(Role.STEERING_MEMBER)
                        || actor.participant() != null
                                && !actor.isBureau()
                                && knelpunt.involves(actor.participant().id()));
        if (!entitled) {
            findings.refuse();
        }
    }

    private static boolean isSupportOnContent(Facts facts) {
        return facts.act().concerns() != Act.Concerns.PLATFORM
                && !facts.actor().seesContent()
                && (facts.actor().has(Role.SUPPORT) || facts.actor().has(Role.ADMIN));
    }

    private static boolean isAppointed(Facts facts) {
        Account account = facts.actor().account();
        boolean isPerson = account != null && !account.roles().equals(Set.of(Role.CONNECTION));
        return account == null
                || facts.act() == Act.SIGN_OUT
                || account.active()
                        && facts.actor().participant() != null
                        && (facts.actor().participant().isDesignated() || partyRulesSpeak(facts))
                        && (!isPerson || isScreenedAndTrained(facts, account));
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

    /** The need per dossier (Wgs 1.8(5)); of a knelpunt G24 says so. */
    private static boolean needsIt(Facts facts) {
        return switch (facts.act().concerns()) {
            case PLATFORM, KNELPUNT -> true;
            case PARTICIPANT ->
                facts.asked() instanceof Asked.Towards towards
                        && towards.participant() != null
                        && facts.actor().isOf(towards.participant().id());
            case SIGNAL -> facts.signal() != null && (facts.actor().equals(Actor.PLATFORM) || needsSignal(facts));
        };
    }

    private static boolean needsSignal(Facts facts) {
        Signal signal = facts.signal();
        Actor actor = facts.actor();
        boolean reporters = actor.isOf(signal.reporter());
        if (signal.state() == SignalState.DRAFT) {
            return reporters && actor.has(Role.WORKER);
        }
        return switch (facts.act()) {
            case WITHDRAW_SIGNAL -> reporters;
            case DECIDE_ASSESSMENT -> signal.assessors().stream().anyMatch(actor::isOf);
            case ANSWER_RECOGNITION ->
                signal.recognitions().stream()
                        .anyMatch(r -> r.outcome() == Recognition.Outcome.OPEN
                                && isStillAsked(r, signal)
                                && actor.isOf(r.participant()));
            case ASK_RECOGNITION -> reporters || actor.has(Role.CASE_DIRECTOR);
            default ->
                reporters
                        || actor.has(Role.CASE_DIRECTOR)
                        || signal.recognitions().stream()
                                .anyMatch(r -> isStillAsked(r, signal) && actor.isOf(r.participant()));
        };
    }

    /** Who recognised keeps sight; who was only asked loses it when the signal is weighed. */
    private static boolean isStillAsked(Recognition recognition, Signal signal) {
        return switch (recognition.outcome()) {
            case RECOGNISED -> true;
            case NOT_RECOGNISED -> false;
            case OPEN -> signal.state() == SignalState.ASKED || signal.state() == SignalState.RECOGNISED;
        };
    }
}
