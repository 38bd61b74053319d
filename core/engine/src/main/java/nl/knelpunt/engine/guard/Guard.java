package nl.knelpunt.engine.guard;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Decision.Broken;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.SignalState;

/**
 * The Wgs guard: decides on an act from its facts, by the rules of {@link Rules} in the order of the law. Pure: no state, no
 * clock, no store; safe for all threads. A permit allocates nothing.
 */
public final class Guard {

    private static final Rule FROZEN = Rules.named("G51");

    private Guard() {}

    /**
     * Every rule that the act breaks, in the order of the law; none is a permit. Whoever has no access gets the access refusal
     * alone, the same for what does not exist.
     */
    public static Decision decide(Facts facts) {
        RuleSet rules = facts.rules();
        RuleSet.Speaking[] access = rules.access(facts.act());
        for (int i = 0; i < access.length; i++) {
            Fault fault = access[i].test().look(facts);
            if (fault != null) {
                // Two access refusals side by side would tell what exists from what does not.
                return Decision.denial(new Broken(access[i].rule(), fault, null), rules.version());
            }
        }
        Broken broken = null;
        int traits = Trait.of(facts);
        RuleSet.Speaking[] content = rules.content(facts.act());
        for (int i = 0; i < content.length; i++) {
            Fault fault = content[i].isAsked(traits) ? content[i].test().look(facts) : null;
            if (fault != null) {
                broken = new Broken(content[i].rule(), fault, broken);
            }
        }
        if (isOutOfOrder(facts, broken)) {
            broken = new Broken(Rules.IN_ORDER, Fault.at("state", () -> order(facts), null), broken);
        }
        return broken == null
                ? rules.permit(obligations(rules.duties(facts.act()), traits))
                : Decision.refusal(broken, rules.version());
    }

    /**
     * Whether the actor may know that the signal or knelpunt of these facts exists. Who may not is to be judged on the facts of
     * something that does not exist, so that neither the answer nor the work for it differs.
     */
    public static boolean mayKnow(Facts facts) {
        return AccessTests.mayKnow(facts);
    }

    /** Why everything of a participant is not shown now (G51); empty when its module is active. */
    public static Optional<Finding> frozen(Facts facts, String participant) {
        Fault fault = DataTests.moduleIsActive(facts, participant);
        return fault == null ? Optional.empty() : Optional.of(fault.of(FROZEN).get(0));
    }

    /** The refusal of an act that can't be logged (G43): said by the gate, not decided. */
    public static Finding notLoggable() {
        return Fault.whole().of(Rules.LOGGABLE).get(0);
    }

    private static int obligations(Duties.Duty[] duties, int traits) {
        int bits = 0;
        for (int i = 0; i < duties.length; i++) {
            if (duties[i].trait().isIn(traits)) {
                bits |= 1 << duties[i].obligation().ordinal();
            }
        }
        return bits;
    }

    /** Unless a rule of the law says so already (G21, G23). */
    private static boolean isOutOfOrder(Facts facts, Broken broken) {
        Act act = facts.act();
        return switch (act.concerns()) {
            case SIGNAL -> !Lifecycle.allows(facts.signal().state(), act);
            case KNELPUNT, PROVISION ->
                facts.knelpunt() != null
                        && !Lifecycle.allows(facts.knelpunt().state(), act)
                        && !(broken != null && (broken.holds("G21") || broken.holds("G23")));
            case PLATFORM, PARTICIPANT, REQUEST -> false;
        };
    }

    /** The step, the state now, and the states in which it can be done. */
    private static Map<String, Text> order(Facts facts) {
        Act act = facts.act();
        boolean onSignal = act.concerns() == Act.Concerns.SIGNAL;
        Text now = onSignal
                ? facts.signal().state().label()
                : facts.knelpunt().state().label();
        Stream<Text> possible = onSignal
                ? Lifecycle.signalStatesFor(act).stream().map(SignalState::label)
                : Lifecycle.knelpuntStatesFor(act).stream().map(KnelpuntState::label);
        Text when = possible.reduce((a, b) -> new Text(a.nl() + ", " + b.nl(), a.en() + ", " + b.en()))
                .orElseThrow();
        return Map.of("nu", now, "stap", act.label(), "wanneer", when);
    }
}
