package nl.knelpunt.engine.module;

import java.util.List;
import nl.knelpunt.api.Text;

/**
 * An attribute of a plugin's configuration, as its metatype has it.
 *
 * @param name as people call it
 * @param description what it means; null when the plugin doesn't say
 * @param secret whether its value is never shown: a {@code Password} of metatype
 * @param several whether it takes more than one value
 * @param required whether it must have a value
 * @param options the values that it takes; empty when it takes any
 * @param min smallest number or shortest text, null for none
 * @param max largest number or longest text, null for none
 */
public record Attribute(
        String id,
        Text name,
        Text description,
        Type type,
        boolean secret,
        boolean several,
        boolean required,
        List<String> options,
        Double min,
        Double max,
        List<String> defaults) {

    /** The types of metatype that a plugin's configuration can have; a password is a text that is secret. */
    public enum Type {
        STRING,
        INTEGER,
        LONG,
        DOUBLE,
        BOOLEAN
    }

    public Attribute {
        options = List.copyOf(options);
        defaults = List.copyOf(defaults);
    }
}
