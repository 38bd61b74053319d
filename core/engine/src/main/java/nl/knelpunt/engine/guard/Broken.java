package nl.knelpunt.engine.guard;

import java.util.stream.Stream;

/**
 * A rule that an act breaks.
 *
 * @param fault what its test found
 * @param before broken as well, and earlier in the order of the law; null when this is the first
 */
record Broken(Rule rule, Fault fault, Broken before) {

    /** Whether a rule is among them. */
    boolean holds(String id) {
        return rule.id().equals(id) || before != null && before.holds(id);
    }

    /** As people see it, in the order of the law, each once: two checks of one rule may find the same. */
    Stream<Finding> findings() {
        Stream<Finding> own = fault.of(rule).stream();
        return before == null ? own : Stream.concat(before.findings(), own).distinct();
    }
}
