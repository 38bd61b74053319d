package nl.knelpunt.engine.text;

import java.util.Objects;

/**
 * The writer of a text records that what was found in it is not what it looks like: no person's nationality, no BSN, no
 * assumption.
 *
 * @param field path of the text
 * @param kind of what was found
 * @param words as they stand there; upper and lower case and white space don't matter
 */
public record Confirmation(String field, Kind kind, String words) {

    public Confirmation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
    }

    /** Without the words, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "Confirmation[" + field + ", " + kind + "]";
    }
}
