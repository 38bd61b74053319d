package nl.knelpunt.engine.module;

import java.util.List;
import nl.knelpunt.api.Text;

/**
 * Something of a plugin that can be configured, as its metatype describes it.
 *
 * @param id by which a {@link Configuration} knows its value
 * @param description null when there is none
 * @param type as metatype names it: {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code Float}, {@code Byte},
 *     {@code Short}, {@code Character}, {@code Boolean}, {@code Password}
 * @param secret whether its value is never shown
 * @param several whether it takes more than one value
 * @param required whether it must have a value, its default included
 * @param defaults what it has when nothing is configured
 * @param options the values that it can have; empty when any
 * @param min least number, or least length of a text; null when none
 * @param max largest number, or largest length of a text; null when none
 */
public record Attribute(
        String id,
        Text name,
        Text description,
        String type,
        boolean secret,
        boolean several,
        boolean required,
        List<String> defaults,
        List<Option> options,
        String min,
        String max) {

    public Attribute {
        defaults = List.copyOf(defaults);
        options = List.copyOf(options);
    }

    public record Option(String value, Text label) {}
}
