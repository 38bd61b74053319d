package nl.knelpunt.engine.lifecycle;

import static nl.knelpunt.engine.guard.Act.ADD_DRAFT_DATUM;
import static nl.knelpunt.engine.guard.Act.AMEND_PROPOSAL;
import static nl.knelpunt.engine.guard.Act.ANSWER_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.ASK_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.CARRY_OUT_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.CLOSE;
import static nl.knelpunt.engine.guard.Act.COMPLETE_DRAFT;
import static nl.knelpunt.engine.guard.Act.DECIDE_ASSESSMENT;
import static nl.knelpunt.engine.guard.Act.DESIGNATE;
import static nl.knelpunt.engine.guard.Act.DISCARD_DRAFT;
import static nl.knelpunt.engine.guard.Act.EVALUATE_KNELPUNT;
import static nl.knelpunt.engine.guard.Act.LAPSE_DRAFT;
import static nl.knelpunt.engine.guard.Act.OPEN_PHASE;
import static nl.knelpunt.engine.guard.Act.PLAN_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.PREPARE_ASSESSMENT;
import static nl.knelpunt.engine.guard.Act.PROLONG;
import static nl.knelpunt.engine.guard.Act.REMOVE_DRAFT_DATUM;
import static nl.knelpunt.engine.guard.Act.REPORT_SIGNAL;
import static nl.knelpunt.engine.guard.Act.SEE_DATA;
import static nl.knelpunt.engine.guard.Act.SHARE_DATUM;
import static nl.knelpunt.engine.guard.Act.VOTE_CLOSURE;
import static nl.knelpunt.engine.guard.Act.VOTE_DESIGNATION;
import static nl.knelpunt.engine.guard.Act.VOTE_PROLONGATION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_SIGNAL;
import static nl.knelpunt.engine.guard.Act.WRITE_PLAN;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.CLOSED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.DESIGNATED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.PROPOSED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.REJECTED;
import static nl.knelpunt.engine.lifecycle.SignalState.ASKED;
import static nl.knelpunt.engine.lifecycle.SignalState.DRAFT;
import static nl.knelpunt.engine.lifecycle.SignalState.RECOGNISED;
import static nl.knelpunt.engine.lifecycle.SignalState.REPORTED;
import static nl.knelpunt.engine.lifecycle.SignalState.TAKEN_UP;
import static nl.knelpunt.engine.lifecycle.SignalState.WEIGHED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.engine.guard.Act;

/**
 * Which act may be done in which state, and where it leads. An act that stands nowhere in a table for a state is out of order
 * there. Acts that are not listed at all (such as reading) may be done in every state.
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
            knelpunt(DESIGNATED, SHARE_DATUM, DESIGNATED),
            knelpunt(DESIGNATED, SEE_DATA, DESIGNATED),
            knelpunt(DESIGNATED, WRITE_PLAN, DESIGNATED),
            knelpunt(DESIGNATED, PLAN_INTERVENTION, DESIGNATED),
            knelpunt(DESIGNATED, CARRY_OUT_INTERVENTION, DESIGNATED),
            knelpunt(DESIGNATED, EVALUATE_KNELPUNT, DESIGNATED),
            knelpunt(DESIGNATED, VOTE_PROLONGATION, DESIGNATED),
            knelpunt(DESIGNATED, PROLONG, DESIGNATED),
            knelpunt(DESIGNATED, VOTE_CLOSURE, DESIGNATED),
            knelpunt(DESIGNATED, CLOSE, DESIGNATED, CLOSED));

    private static final Set<Act> BOUND_TO_A_STATE = EnumSet.copyOf(
            Stream.concat(SIGNAL.stream().map(Step::act), KNELPUNT.stream().map(Step::act))
                    .collect(Collectors.toSet()));

    private static final Map<SignalState, Set<Act>> SIGNAL_ACTS = actsIn(SignalState.class, SIGNAL);
    private static final Map<KnelpuntState, Set<Act>> KNELPUNT_ACTS = actsIn(KnelpuntState.class, KNELPUNT);

    private Lifecycle() {}

    private static <S extends Enum<S>> Map<S, Set<Act>> actsIn(Class<S> states, List<Step<S>> steps) {
        Map<S, Set<Act>> acts = new EnumMap<>(states);
        for (S state : states.getEnumConstants()) {
            acts.put(state, EnumSet.noneOf(Act.class));
        }
        steps.forEach(s -> acts.get(s.from()).add(s.act()));
        return acts;
    }

    public static boolean allows(SignalState state, Act act) {
        return !BOUND_TO_A_STATE.contains(act) || SIGNAL_ACTS.get(state).contains(act);
    }

    public static boolean allows(KnelpuntState state, Act act) {
        return !BOUND_TO_A_STATE.contains(act) || KNELPUNT_ACTS.get(state).contains(act);
    }

    /** The states in which an act on a signal may be done. */
    public static List<SignalState> signalStatesFor(Act act) {
        return SIGNAL.stream().filter(s -> s.act() == act).map(Step::from).toList();
    }

    /** The states in which an act on a knelpunt may be done. */
    public static List<KnelpuntState> knelpuntStatesFor(Act act) {
        return KNELPUNT.stream().filter(s -> s.act() == act).map(Step::from).toList();
    }

    private static Step<SignalState> signal(SignalState from, Act act, SignalState... to) {
        return new Step<>(from, act, Set.of(to));
    }

    private static Step<KnelpuntState> knelpunt(KnelpuntState from, Act act, KnelpuntState... to) {
        return new Step<>(from, act, Set.of(to));
    }
}
