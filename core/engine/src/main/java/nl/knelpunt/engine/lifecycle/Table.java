package nl.knelpunt.engine.lifecycle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;

/**
 * The life of one kind of thing: which act may be done in which state and where it leads. Immutable.
 *
 * @param <S> its states
 */
public final class Table<S extends Enum<S> & State> {

    /**
     * One cell: an act in a state, and where it may lead.
     *
     * @param to the states it may lead to; empty where it always destroys
     * @param destroys whether it may destroy what it concerns
     */
    public record Step<S extends Enum<S> & State>(S from, Act act, Set<S> to, boolean destroys) {

        public Step {
            to = Set.copyOf(to);
        }

        @SafeVarargs
        static <S extends Enum<S> & State> Step<S> of(S from, Act act, S... to) {
            return new Step<>(from, act, Set.of(to), to.length == 0);
        }

        /** It depends on what is decided. */
        Step<S> orDestroyed() {
            return new Step<>(from, act, to, true);
        }
    }

    private final Text name;
    private final Set<Act> births;
    private final S first;
    private final List<Step<S>> steps;
    private final Set<Act> acts = EnumSet.noneOf(Act.class);
    private final boolean[][] allowed;

    /**
     * @param name of what lives so, with its article: <i>een signaal</i>, <i>a signal</i>
     * @param births acts by which it comes to be
     * @param first state, in which it comes to be
     * @param steps each pair of state and act once
     */
    Table(Text name, Set<Act> births, S first, List<Step<S>> steps) {
        this.name = name;
        this.births = Collections.unmodifiableSet(EnumSet.copyOf(births));
        this.first = first;
        this.steps = List.copyOf(steps);
        this.steps.forEach(step -> acts.add(step.act()));
        this.allowed = new boolean[states().size()][Act.values().length];
        this.steps.forEach(step -> allowed[step.from().ordinal()][step.act().ordinal()] = true);
    }

    /** Of what lives so, with its article. */
    public Text name() {
        return name;
    }

    /** Acts by which it comes to be. */
    public Set<Act> births() {
        return births;
    }

    /** In which it comes to be. */
    public S first() {
        return first;
    }

    /** In the order of its life. */
    public List<S> states() {
        return List.of(first.getDeclaringClass().getEnumConstants());
    }

    /** In the order in which people read them. */
    public List<Step<S>> steps() {
        return steps;
    }

    /** Whether the state matters to the act; where it does not, the act may be done in every state. */
    public boolean binds(Act act) {
        return acts.contains(act);
    }

    public boolean allows(S state, Act act) {
        return allowed[state.ordinal()][act.ordinal()] || !acts.contains(act);
    }

    /** The states in which a bound act may be done. */
    public List<S> statesFor(Act act) {
        return steps.stream().filter(s -> s.act() == act).map(Step::from).toList();
    }
}
