package nl.knelpunt.engine.module;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a plugin is configured.
 *
 * @param schema version of what it means, as the plugin counts
 * @param values by name of the attribute; one value, or several where the attribute takes several. What is not here has its default
 */
public record Configuration(int schema, Map<String, List<String>> values) {

    public static final Configuration NONE = new Configuration(1, Map.of());

    public Configuration {
        TreeMap<String, List<String>> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name, List.copyOf(value)));
        values = java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /** Without the values: some are secret. */
    @Override
    public String toString() {
        return "Configuration[" + schema + ", " + values.keySet() + "]";
    }
}
