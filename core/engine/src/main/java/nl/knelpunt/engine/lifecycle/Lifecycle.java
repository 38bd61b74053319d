package nl.knelpunt.engine.lifecycle;

import static nl.knelpunt.engine.guard.Act.ACCEPT_CORRECTION;
import static nl.knelpunt.engine.guard.Act.ADD_DRAFT_DATUM;
import static nl.knelpunt.engine.guard.Act.AMEND_PROPOSAL;
import static nl.knelpunt.engine.guard.Act.ANALYSE;
import static nl.knelpunt.engine.guard.Act.ANSWER_BACK;
import static nl.knelpunt.engine.guard.Act.ANSWER_CONSULTATION;
import static nl.knelpunt.engine.guard.Act.ANSWER_PROVISION;
import static nl.knelpunt.engine.guard.Act.ANSWER_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.ASK_BACK;
import static nl.knelpunt.engine.guard.Act.ASK_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.CARRY_OUT_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.CLOSE;
import static nl.knelpunt.engine.guard.Act.CLOSE_PHASE;
import static nl.knelpunt.engine.guard.Act.COMPLETE_DRAFT;
import static nl.knelpunt.engine.guard.Act.DECIDE_ASSESSMENT;
import static nl.knelpunt.engine.guard.Act.DECIDE_REQUEST;
import static nl.knelpunt.engine.guard.Act.DECLINE_CORRECTION;
import static nl.knelpunt.engine.guard.Act.DESIGNATE;
import static nl.knelpunt.engine.guard.Act.DISCARD_DRAFT;
import static nl.knelpunt.engine.guard.Act.EVALUATE_KNELPUNT;
import static nl.knelpunt.engine.guard.Act.EXPIRE_DATA_REQUEST;
import static nl.knelpunt.engine.guard.Act.GIVE_FEEDBACK;
import static nl.knelpunt.engine.guard.Act.LAPSE_DRAFT;
import static nl.knelpunt.engine.guard.Act.OPEN_PHASE;
import static nl.knelpunt.engine.guard.Act.PLAN_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.PREPARE_ASSESSMENT;
import static nl.knelpunt.engine.guard.Act.PREPARE_PROVISION;
import static nl.knelpunt.engine.guard.Act.PROLONG;
import static nl.knelpunt.engine.guard.Act.PROVIDE;
import static nl.knelpunt.engine.guard.Act.REFUSE_REQUESTED;
import static nl.knelpunt.engine.guard.Act.REMOVE_DRAFT_DATUM;
import static nl.knelpunt.engine.guard.Act.REPORT_SIGNAL;
import static nl.knelpunt.engine.guard.Act.REQUEST_DATA;
import static nl.knelpunt.engine.guard.Act.REUSE_DATUM;
import static nl.knelpunt.engine.guard.Act.REVEAL_BSN;
import static nl.knelpunt.engine.guard.Act.SEE_DATA;
import static nl.knelpunt.engine.guard.Act.SHARE_DATUM;
import static nl.knelpunt.engine.guard.Act.SUPPLY_REQUESTED;
import static nl.knelpunt.engine.guard.Act.TEST_PROVISION;
import static nl.knelpunt.engine.guard.Act.VOTE_CLOSURE;
import static nl.knelpunt.engine.guard.Act.VOTE_DESIGNATION;
import static nl.knelpunt.engine.guard.Act.VOTE_PROLONGATION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_CORRECTION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_DATA_REQUEST;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_SIGNAL;
import static nl.knelpunt.engine.guard.Act.WRITE_PLAN;
import static nl.knelpunt.engine.lifecycle.CorrectionState.ACCEPTED;
import static nl.knelpunt.engine.lifecycle.CorrectionState.DECLINED;
import static nl.knelpunt.engine.lifecycle.DataRequestState.ASKED_BACK;
import static nl.knelpunt.engine.lifecycle.DataRequestState.EXPIRED;
import static nl.knelpunt.engine.lifecycle.DataRequestState.NOT_SUPPLIED;
import static nl.knelpunt.engine.lifecycle.DataRequestState.SUPPLIED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.CLOSED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.DESIGNATED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.PROPOSED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.REJECTED;
import static nl.knelpunt.engine.lifecycle.ProvisionState.FED_BACK;
import static nl.knelpunt.engine.lifecycle.ProvisionState.PREPARED;
import static nl.knelpunt.engine.lifecycle.ProvisionState.PROVIDED;
import static nl.knelpunt.engine.lifecycle.RequestState.GRANTED;
import static nl.knelpunt.engine.lifecycle.RequestState.OPEN;
import static nl.knelpunt.engine.lifecycle.RequestState.REFUSED;
import static nl.knelpunt.engine.lifecycle.SignalState.ASKED;
import static nl.knelpunt.engine.lifecycle.SignalState.DRAFT;
import static nl.knelpunt.engine.lifecycle.SignalState.RECOGNISED;
import static nl.knelpunt.engine.lifecycle.SignalState.REPORTED;
import static nl.knelpunt.engine.lifecycle.SignalState.TAKEN_UP;
import static nl.knelpunt.engine.lifecycle.SignalState.WEIGHED;

import java.util.List;
import java.util.Set;
import nl.knelpunt.engine.guard.Act;

/**
 * Which act may be done in which state, and where it leads. An act that stands nowhere in a table for a state is out of order
 * there. Acts that are not listed at all may be done in every state: reading, and what must always be possible with a datum,
 * such as reporting it wrong, correcting it and destroying it.
 */
public final class Lifecycle {

    /** One cell: an act in a state, and the states it may lead to; none means that what it concerns is destroyed. */
    public record Step<S extends Enum<S>>(S from, Act act, Set<S> to) {}

    public static final List<Step<SignalState>> SIGNAL = List.of(
            signal(DRAFT, COMPLETE_DRAFT, DRAFT),
            signal(DRAFT, ADD_DRAFT_DATUM, DRAFT),
            signal(DRAFT, REMOVE_DRAFT_DATUM, DRAFT),
            signal(DRAFT, DISCARD_DRAFT),
            signal(DRAFT, LAPSE_DRAFT),
            signal(DRAFT, REPORT_SIGNAL, REPORTED),
            signal(REPORTED, ASK_RECOGNITION, ASKED),
            signal(REPORTED, WITHDRAW_SIGNAL),
            signal(ASKED, ASK_RECOGNITION, ASKED),
            signal(ASKED, ANSWER_RECOGNITION, ASKED, RECOGNISED),
            signal(ASKED, WITHDRAW_SIGNAL),
            signal(RECOGNISED, ASK_RECOGNITION, RECOGNISED),
            signal(RECOGNISED, ANSWER_RECOGNITION, RECOGNISED),
            signal(RECOGNISED, PREPARE_ASSESSMENT, WEIGHED),
            signal(RECOGNISED, WITHDRAW_SIGNAL),
            signal(WEIGHED, PREPARE_ASSESSMENT, WEIGHED),
            signal(WEIGHED, DECIDE_ASSESSMENT, WEIGHED, TAKEN_UP),
            signal(WEIGHED, WITHDRAW_SIGNAL));

    public static final List<Step<KnelpuntState>> KNELPUNT = List.of(
            knelpunt(PROPOSED, AMEND_PROPOSAL, PROPOSED),
            knelpunt(PROPOSED, VOTE_DESIGNATION, PROPOSED),
            knelpunt(PROPOSED, DESIGNATE, DESIGNATED, REJECTED),
            knelpunt(DESIGNATED, OPEN_PHASE, DESIGNATED),
            knelpunt(DESIGNATED, CLOSE_PHASE, DESIGNATED),
            knelpunt(DESIGNATED, REQUEST_DATA, DESIGNATED),
            knelpunt(DESIGNATED, SUPPLY_REQUESTED, DESIGNATED),
            knelpunt(DESIGNATED, ASK_BACK, DESIGNATED),
            knelpunt(DESIGNATED, ANSWER_BACK, DESIGNATED),
            knelpunt(DESIGNATED, SHARE_DATUM, DESIGNATED),
            knelpunt(DESIGNATED, SEE_DATA, DESIGNATED),
            knelpunt(DESIGNATED, REVEAL_BSN, DESIGNATED),
            knelpunt(DESIGNATED, REUSE_DATUM, DESIGNATED),
            knelpunt(DESIGNATED, ANALYSE, DESIGNATED),
            knelpunt(DESIGNATED, WRITE_PLAN, DESIGNATED),
            knelpunt(DESIGNATED, PLAN_INTERVENTION, DESIGNATED),
            knelpunt(DESIGNATED, CARRY_OUT_INTERVENTION, DESIGNATED),
            knelpunt(DESIGNATED, PREPARE_PROVISION, DESIGNATED),
            knelpunt(DESIGNATED, PROVIDE, DESIGNATED),
            knelpunt(DESIGNATED, EVALUATE_KNELPUNT, DESIGNATED),
            knelpunt(DESIGNATED, VOTE_PROLONGATION, DESIGNATED),
            knelpunt(DESIGNATED, PROLONG, DESIGNATED),
            knelpunt(DESIGNATED, VOTE_CLOSURE, DESIGNATED),
            knelpunt(DESIGNATED, CLOSE, DESIGNATED, CLOSED));

    public static final List<Step<ProvisionState>> PROVISION = List.of(
            provision(PREPARED, ANSWER_PROVISION, PREPARED),
            provision(PREPARED, TEST_PROVISION, PREPARED),
            provision(PREPARED, PROVIDE, PROVIDED),
            provision(PROVIDED, GIVE_FEEDBACK, FED_BACK),
            provision(FED_BACK, GIVE_FEEDBACK, FED_BACK));

    public static final List<Step<RequestState>> REQUEST = List.of(
            request(OPEN, ANSWER_CONSULTATION, OPEN),
            request(OPEN, DECIDE_REQUEST, GRANTED, REFUSED),
            request(REFUSED, ANSWER_CONSULTATION, REFUSED),
            request(REFUSED, DECIDE_REQUEST, GRANTED, REFUSED));

    public static final List<Step<DataRequestState>> DATA_REQUEST = List.of(
            dataRequest(DataRequestState.OPEN, SUPPLY_REQUESTED, SUPPLIED),
            dataRequest(DataRequestState.OPEN, REFUSE_REQUESTED, NOT_SUPPLIED),
            dataRequest(DataRequestState.OPEN, ASK_BACK, ASKED_BACK),
            dataRequest(DataRequestState.OPEN, WITHDRAW_DATA_REQUEST, DataRequestState.WITHDRAWN),
            dataRequest(DataRequestState.OPEN, EXPIRE_DATA_REQUEST, EXPIRED),
            dataRequest(ASKED_BACK, SUPPLY_REQUESTED, SUPPLIED),
            dataRequest(ASKED_BACK, REFUSE_REQUESTED, NOT_SUPPLIED),
            dataRequest(ASKED_BACK, ANSWER_BACK, DataRequestState.OPEN),
            dataRequest(ASKED_BACK, WITHDRAW_DATA_REQUEST, DataRequestState.WITHDRAWN),
            dataRequest(ASKED_BACK, EXPIRE_DATA_REQUEST, EXPIRED),
            dataRequest(SUPPLIED, SUPPLY_REQUESTED, SUPPLIED));

    public static final List<Step<CorrectionState>> CORRECTION = List.of(
            correction(CorrectionState.PROPOSED, ACCEPT_CORRECTION, ACCEPTED),
            correction(CorrectionState.PROPOSED, DECLINE_CORRECTION, DECLINED),
            correction(CorrectionState.PROPOSED, WITHDRAW_CORRECTION, CorrectionState.WITHDRAWN));

    private static final Table<SignalState> OF_A_SIGNAL = new Table<>(SignalState.class, SIGNAL);
    private static final Table<KnelpuntState> OF_A_KNELPUNT = new Table<>(KnelpuntState.class, KNELPUNT);
    private static final Table<ProvisionState> OF_A_PROVISION = new Table<>(ProvisionState.class, PROVISION);
    private static final Table<RequestState> OF_A_REQUEST = new Table<>(RequestState.class, REQUEST);

    private static final Table<DataRequestState> OF_A_DATA_REQUEST = new Table<>(DataRequestState.class, DATA_REQUEST);
    private static final Table<CorrectionState> OF_A_CORRECTION = new Table<>(CorrectionState.class, CORRECTION);

    /** Asked at every decision: by state and act. */
    private static final class Table<S extends Enum<S>> {

        private final boolean[][] allowed;

        Table(Class<S> states, List<Step<S>> steps) {
            S[] all = states.getEnumConstants();
            allowed = new boolean[all.length][Act.values().length];
            for (Act act : Act.values()) {
                List<S> from = statesFor(steps, act);
                for (S state : all) {
                    allowed[state.ordinal()][act.ordinal()] = from.isEmpty() || from.contains(state);
                }
            }
        }

        boolean allows(S state, Act act) {
            return allowed[state.ordinal()][act.ordinal()];
        }
    }

    private Lifecycle() {}

    public static boolean allows(SignalState state, Act act) {
        return OF_A_SIGNAL.allows(state, act);
    }

    public static boolean allows(KnelpuntState state, Act act) {
        return OF_A_KNELPUNT.allows(state, act);
    }

    public static boolean allows(ProvisionState state, Act act) {
        return OF_A_PROVISION.allows(state, act);
    }

    public static boolean allows(RequestState state, Act act) {
        return OF_A_REQUEST.allows(state, act);
    }

    public static boolean allows(DataRequestState state, Act act) {
        return OF_A_DATA_REQUEST.allows(state, act);
    }

    public static boolean allows(CorrectionState state, Act act) {
        return OF_A_CORRECTION.allows(state, act);
    }

    /** The states in which an act on a signal may be done. */
    public static List<SignalState> signalStatesFor(Act act) {
        return statesFor(SIGNAL, act);
    }

    /** The states in which an act on a knelpunt may be done. */
    public static List<KnelpuntState> knelpuntStatesFor(Act act) {
        return statesFor(KNELPUNT, act);
    }

    /** The states in which an act on a provision may be done. */
    public static List<ProvisionState> provisionStatesFor(Act act) {
        return statesFor(PROVISION, act);
    }

    /** The states in which an act on a request may be done. */
    public static List<RequestState> requestStatesFor(Act act) {
        return statesFor(REQUEST, act);
    }

    /** The states in which an act on a request for data may be done. */
    public static List<DataRequestState> dataRequestStatesFor(Act act) {
        return statesFor(DATA_REQUEST, act);
    }

    /** The states in which an act on a proposal to correct may be done. */
    public static List<CorrectionState> correctionStatesFor(Act act) {
        return statesFor(CORRECTION, act);
    }

    private static <S extends Enum<S>> List<S> statesFor(List<Step<S>> table, Act act) {
        return table.stream().filter(s -> s.act() == act).map(Step::from).toList();
    }

    private static Step<SignalState> signal(SignalState from, Act act, SignalState... to) {
        return new Step<>(from, act, Set.of(to));
    }

    private static Step<KnelpuntState> knelpunt(KnelpuntState from, Act act, KnelpuntState... to) {
        return new Step<>(from, act, Set.of(to));
    }

    private static Step<ProvisionState> provision(ProvisionState from, Act act, ProvisionState... to) {
        return new Step<>(from, act, Set.of(to));
    }

    private static Step<RequestState> request(RequestState from, Act act, RequestState... to) {
        return new Step<>(from, act, Set.of(to));
    }

    private static Step<DataRequestState> dataRequest(DataRequestState from, Act act, DataRequestState... to) {
        return new Step<>(from, act, Set.of(to));
    }

    private static Step<CorrectionState> correction(CorrectionState from, Act act, CorrectionState... to) {
        return new Step<>(from, act, Set.of(to));
    }
}
