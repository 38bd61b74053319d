package nl.knelpunt.engine.text;

import java.util.Objects;

/**
 * A place in a free text. Never holds the text itself, so that a log, a refusal or an exception may.
 *
 * @param kind what stands there
 * @param from first character (UTF-16), from 0
 * @param to character after the last, greater than {@code from}
 */
public record TextFind(Kind kind, int from, int to) {

    public TextFind {
        Objects.requireNonNull(kind, "kind");
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("Not a place in a text: " + from + " to " + to);
        }
    }
}
