package nl.knelpunt.engine.guard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;

/** G41, G42, G24, G49: who may know of a dossier at all. */
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
            Act.REUSE_DATUM,
            Act.CARRY_OUT_INTERVENTION);

    /** Of these G02 says so: seeing and receiving. */
    static final Set<Act> RECEIVING = EnumSet.of(
            Act.LIST_SIGNALS,
            Act.SEE_SIGNAL,
            Act.FOLLOW_EVENTS,
            Act.HEAR_OF_SIGNAL,
            Act.LIST_KNELPUNTEN,
            Act.SEE_KNELPUNT,
            Act.SEE_DATA,
            Act.REVEAL_BSN,
            Act.LIST_PROVISIONS,
            Act.SEE_PROVISION);

    /** Acts that only the supplier of the datum may do. */
    private static final Set<Act> OF_THE_SUPPLIER = EnumSet.of(Act.BLOCK_DATUM, Act.CORRECT_DATUM, Act.DESTROY_DATUM);

    /** What a person may do before secrecy was acknowledged (G49). */
    private static final Set<Act> BEFORE_SECRECY =
            EnumSet.of(Act.SIGN_IN, Act.SIGN_OUT, Act.FAIL_SIGN_IN, Act.ACKNOWLEDGE_SECRECY);

    private AccessTests() {}

    /** G41. */
    static Fault authorised(Facts facts) {
        if (isSupportOnContent(facts) || mayDoIt(facts) && isAppointed(facts) && needsIt(facts)) {
            return null;
        }
        return Fault.whole();
    }

    private static boolean mayDoIt(Facts facts) {
        Act act = facts.act();
        Actor actor = facts.actor();
        return switch (act) {
            case LAPSE_DRAFT, EXPIRE_DATUM -> actor.equals(Actor.PLATFORM);
            case FAIL_SIGN_IN -> actor.equals(Actor.UNKNOWN);
            case SIGN_IN, SIGN_OUT, ACKNOWLEDGE_SECRECY -> actor.account() != null;
            // G46 says who decides to those who may know of the request.
            case DECIDE_REQUEST -> actor.has(Role.CONTACT_POINT) || actor.has(Role.WORKER);
            default -> OF_THE_STEERING_GROUP.contains(act) ? actor.seesContent() : actor.hasARoleFor(act);
        };
    }

    /** G42. */
    static Fault noContentForSupport(Facts facts) {
        return isSupportOnContent(facts) ? Fault.whole() : null;
    }

    /** G24. The steering group is of all participants; a phase is opened by those involved (Wgs 2.23(5), (6)). */
    static Fault involved(Facts facts) {
        return isSupportOnContent(facts) || isEntitled(facts) ? null : Fault.whole();
    }

    /** Whether the actor may know that the dossier of the act exists, whatever is asked of it. */
    static boolean mayKnow(Facts facts) {
        return switch (facts.act().concerns()) {
            case SIGNAL -> knowsSignal(facts);
            case KNELPUNT, PROVISION -> isEntitled(facts);
            case PLATFORM, PARTICIPANT, REQUEST -> true;
        };
    }

    private static boolean isEntitled(Facts facts) {
        Knelpunt knelpunt = facts.knelpunt();
        Actor actor = facts.actor();
        return knelpunt != null
                && (actor.equals(Actor.PLATFORM)
                        || actor.has(Role.CASE_DIRECTOR)
                        || actor.has(Role.ANALYST)
                        || actor.has(Role.RAC_MEMBER)
                        || actor.has(Role.STEERING_MEMBER)
                                && facts.act() != Act.OPEN_PHASE
                                && facts.act().roles().contains(Role.STEERING_MEMBER)
                        || actor.participant() != null
                                && !actor.isBureau()
                                && knelpunt.involves(actor.participant().id())
                        || receivesTheResult(facts));
    }

    private static boolean receivesTheResult(Facts facts) {
        Provision provision = facts.papers().provision();
        return provision != null
                && provision.provided() != null
                && provision.content().recipient() instanceof Recipient.OwnParticipant recipient
                && facts.actor().isOf(recipient.participant());
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
                        && (!account.isPerson() || isScreenedAndTrained(facts, account));
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
            case PLATFORM -> true;
            case KNELPUNT -> needsDatum(facts);
            case PARTICIPANT ->
                facts.asked().towards() != null
                        && facts.actor().isOf(facts.asked().towards().id());
            case SIGNAL -> knowsSignal(facts);
            case PROVISION -> facts.papers().provision() != null;
            case REQUEST -> facts.papers().request() != null && needsRequest(facts);
        };
    }

    /** Of its own datum only a supplier disposes; the platform destroys only what is due and not held. */
    private static boolean needsDatum(Facts facts) {
        List<Datum> data = facts.data();
        if (facts.act() == Act.EXPIRE_DATUM) {
            for (int i = 0; i < data.size(); i++) {
                if (data.get(i).marks().hold() != null
                        || !facts.today().isAfter(data.get(i).destroyBy())) {
                    return false;
                }
            }
            return !data.isEmpty();
        }
        if (OF_THE_SUPPLIER.contains(facts.act())) {
            for (int i = 0; i < data.size(); i++) {
                if (!facts.actor().isOf(data.get(i).supplier())) {
                    return false;
                }
            }
            return !data.isEmpty();
        }
        return true;
    }

    private static boolean needsRequest(Facts facts) {
        return facts.actor().has(Role.CONTACT_POINT)
                || facts.actor().participant() != null
                        && !facts.actor().isBureau()
                        && facts.papers()
                                        .request()
                                        .consultationOf(
                                                facts.actor().participant().id())
                                != null;
    }

    private static boolean knowsSignal(Facts facts) {
        return facts.signal() != null && (facts.actor().equals(Actor.PLATFORM) || needsSignal(facts));
    }

    private static boolean needsSignal(Facts facts) {
        Signal signal = facts.signal();
        Actor actor = facts.actor();
        boolean reporters = actor.isOf(signal.reporter());
        if (signal.state() == SignalState.DRAFT) {
            return reporters && (actor.has(Role.WORKER) || facts.act() == Act.HEAR_OF_SIGNAL);
        }
        return switch (facts.act()) {
            case WITHDRAW_SIGNAL, HEAR_OF_SIGNAL -> reporters;
            case DECIDE_ASSESSMENT -> reporters || isAmong(signal, actor, Recognition.Outcome.RECOGNISED);
            case ANSWER_RECOGNITION -> isAmong(signal, actor, Recognition.Outcome.OPEN);
            case ASK_RECOGNITION -> reporters || actor.has(Role.CASE_DIRECTOR);
            default ->
                reporters
                        || actor.has(Role.CASE_DIRECTOR)
                        || isAmong(signal, actor, Recognition.Outcome.RECOGNISED)
                        || isAmong(signal, actor, Recognition.Outcome.OPEN);
        };
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
