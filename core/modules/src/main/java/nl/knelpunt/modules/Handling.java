package nl.knelpunt.modules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a plugin wants to be exchanged: the content of {@value DescriptorReader#MODULE}.
 *
 * @param schema version of what its configuration means, from 1
 * @param canGoBack whether a version before it can work with what it leaves
 * @param steps from one version of the configuration to the next
 */
record Handling(int schema, boolean canGoBack, List<Step> steps) {

    static final Handling NONE = new Handling(1, true, List.of());

    /**
     * @param to version that it leads to, from the one before
     * @param rename new name by old name of an attribute
     * @param remove attributes that are no more; on the way back they have their default again
     */
    record Step(int to, Map<String, String> rename, List<String> remove) {}

    /** What its own version means by values of an older one; empty when a step is missing. */
    Optional<Map<String, List<String>>> up(Map<String, List<String>> values, int from) {
        Map<String, List<String>> now = new TreeMap<>(values);
        for (int to = from + 1; to <= schema; to++) {
            Optional<Step> step = step(to);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            step.get().remove().forEach(now::remove);
            rename(now, step.get().rename());
        }
        return Optional.of(now);
    }

    /** What an older version means by values of its own; empty when a step is missing. */
    Optional<Map<String, List<String>>> down(Map<String, List<String>> values, int to) {
        Map<String, List<String>> now = new TreeMap<>(values);
        for (int from = schema; from > to; from--) {
            Optional<Step> step = step(from);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> back = new TreeMap<>();
            step.get().rename().forEach((older, newer) -> back.put(newer, older));
            rename(now, back);
        }
        return Optional.of(now);
    }

    private Optional<Step> step(int to) {
        return steps.stream().filter(s -> s.to() == to).min(Comparator.comparingInt(Step::to));
    }

    private static void rename(Map<String, List<String>> values, Map<String, String> names) {
        Map<String, List<String>> renamed = new TreeMap<>();
        names.forEach((from, to) -> {
            List<String> value = values.remove(from);
            if (value != null) {
                renamed.put(to, value);
            }
        });
        values.putAll(renamed);
    }
}
