package nl.knelpunt.engine.guard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.SignalState;

/**
 * The Wgs guard: decides on an act from its facts, by the rules of {@link Rules} in the order of the law. Pure: no state, no
 * clock, no store; safe for all threads.
 */
public final class Guard {

    private static final Map<Act, List<Speaking>> ACCESS = byAct(Rules.ACCESS);
    private static final Map<Act, List<Speaking>> CONTENT = byAct(Rules.CONTENT);

    private static final Rule FROZEN =
            Rules.all().stream().filter(r -> r.id().equals("G51")).findFirst().orElseThrow();

    private Guard() {}

    /**
     * Every rule that the act breaks, in the order of the law; empty is a permit. Whoever has no access gets the access refusal
     * alone, the same for what does not exist.
     */
    public static List<Finding> decide(Facts facts) {
        Findings findings = new Findings();
        // Two access refusals side by side would tell what exists from what does not.
        if (!look(ACCESS, facts, findings, true)) {
            look(CONTENT, facts, findings, false);
            state(facts, findings);
        }
        return findings.list();
    }

    /** Why everything of a participant is not shown now (G51); empty when its module is active. */
    public static Optional<Finding> frozen(Facts facts, String participant) {
        Findings findings = new Findings();
        findings.listenTo(FROZEN);
        DataTests.moduleIsActive(facts, participant, findings);
        return findings.list().stream().findFirst();
    }

    /** The refusal of an act that can't be logged (G43): said by the gate, not decided. */
    public static Finding notLoggable() {
        Findings findings = new Findings();
        findings.listenTo(Rules.LOGGABLE);
        findings.refuse();
        return findings.list().get(0);
    }

    /** Whether anything was found; of access rules the first that speaks, speaks alone. */
    private static boolean look(Map<Act, List<Speaking>> rules, Facts facts, Findings findings, boolean untilTheFirst) {
        List<Speaking> speaking = rules.get(facts.act());
        for (int i = 0; i < speaking.size(); i++) {
            Speaking one = speaking.get(i);
            findings.listenTo(one.rule);
            one.test.look(facts, findings);
            if (untilTheFirst && !findings.isEmpty()) {
                return true;
            }
        }
        return !findings.isEmpty();
    }

    /** What is out of order, unless a rule of the law says so already (G21, G23). */
    private static void state(Facts facts, Findings findings) {
        Act act = facts.act();
        if (act.concerns() == Act.Concerns.SIGNAL
                && !Lifecycle.allows(facts.signal().state(), act)) {
            findings.add(outOfOrder(
                    act,
                    facts.signal().state().label(),
                    Lifecycle.signalStatesFor(act).stream()
                            .map(SignalState::label)
                            .toList()));
        }
        if (act.concerns() == Act.Concerns.KNELPUNT
                && !Lifecycle.allows(facts.knelpunt().state(), act)
                && !findings.hasAny("G21", "G23")) {
            findings.add(outOfOrder(
                    act,
                    facts.knelpunt().state().label(),
                    Lifecycle.knelpuntStatesFor(act).stream()
                            .map(KnelpuntState::label)
                            .toList()));
        }
    }

    private static Finding outOfOrder(Act act, Text now, List<Text> possible) {
        return new Finding(
                Finding.STATE,
                "Werkwijze RIEC",
                new Text(
                        "Deze stap kan nu niet: de status is '" + now.nl() + "'. ("
                                + act.label().nl() + ")",
                        "This step can't be taken now: the state is '" + now.en() + "'. ("
                                + act.label().en() + ")"),
                new Text(
                        "Dit kan wel bij de status: "
                                + possible.stream().map(Text::nl).collect(Collectors.joining(", ")) + ".",
                        "It can be done in the state: "
                                + possible.stream().map(Text::en).collect(Collectors.joining(", ")) + "."),
                "state");
    }

    private static Map<Act, List<Speaking>> byAct(List<Rule> rules) {
        Map<Act, List<Speaking>> byAct = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            byAct.put(act, new ArrayList<>());
        }
        for (Rule rule : rules) {
            for (Rule.Check check : rule.checks()) {
                check.acts().forEach(act -> byAct.get(act).add(new Speaking(rule, check.test())));
            }
        }
        return byAct;
    }

    private record Speaking(Rule rule, Rule.Test test) {}
}
