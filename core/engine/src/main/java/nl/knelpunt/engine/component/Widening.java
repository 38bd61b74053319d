package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.PluginDescriptor;

/** What one plugin would have processed that another does not: a new way of processing in the sense of Wgs 1.8(6) (G47). */
final class Widening {

    private Widening() {}

    /** @param before null when nothing ran */
    static List<String> of(PluginDescriptor before, PluginDescriptor after) {
        List<String> newly = new ArrayList<>();
        added("organ", before == null ? Set.of() : before.organs(), after.organs(), newly);
        added("task", before == null ? Set.of() : before.tasks(), after.tasks(), newly);
        added("category", before == null ? Set.of() : before.categories(), after.categories(), newly);
        added("intervention", before == null ? Set.of() : interventions(before), interventions(after), newly);
        if (before != null) {
            // A rule can only refuse: one that is gone, or another, lets through what was refused.
            Set<SectorRule> kept = Set.copyOf(after.rules());
            before.rules().stream()
                    .filter(r -> !kept.contains(r))
                    .map(r -> "without rule " + r.id() + " as it is")
                    .sorted()
                    .forEach(newly::add);
        }
        return newly;
    }

    private static void added(String what, Collection<?> before, Collection<?> after, List<String> newly) {
        after.stream()
                .filter(one -> !before.contains(one))
                .map(one -> what + " " + one)
                .sorted()
                .forEach(newly::add);
    }

    /** By what they do with data: a better explanation is nothing new. */
    private static Set<String> interventions(PluginDescriptor plugin) {
        return plugin.interventionTypes().stream().map(Widening::signature).collect(Collectors.toSet());
    }

    private static String signature(InterventionType type) {
        return type.code() + " of " + type.organ() + " with "
                + (type.dataNeeded().isEmpty()
                        ? "no data"
                        : type.dataNeeded().stream()
                                .map(Objects::toString)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }
}
