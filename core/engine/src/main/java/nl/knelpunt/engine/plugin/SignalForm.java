package nl.knelpunt.engine.plugin;

import java.util.Objects;
import nl.knelpunt.api.Text;

/**
 * A form of a plugin for a signal that somebody enters by hand. Its answers go into a draft as the plugin's schema says; the law
 * is asked of that draft as of any other.
 *
 * @param name unique within the plugin
 * @param title as people know it
 * @param help what it is for
 * @param schema JSON Schema of the answers, with the questions in both languages and where each answer goes
 */
public record SignalForm(String name, Text title, Text help, String schema) {

    public SignalForm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(schema, "schema");
    }
}
