package nl.knelpunt.engine.guard;

import java.util.Objects;
import nl.knelpunt.engine.text.TextFind;

/**
 * Something in a text of the act that its writer has not yet judged.
 *
 * @param field path of the text
 * @param find what, and where in the text
 */
public record Found(String field, TextFind find) {

    public Found {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(find, "find");
    }
}
