package nl.knelpunt.api.adapter;

import java.util.Objects;
import nl.knelpunt.api.vocabulary.DataCategory;

/**
 * One value that a message gives of a subject.
 *
 * @param category its category in the law, never null, never nationality or special
 * @param field what the value is, such as {@code kenteken}; lower case letters, digits and hyphens
 * @param content the value, at most 4,000 characters
 */
public record Value(DataCategory category, String field, String content) {

    public Value {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(content, "content");
        if (category == DataCategory.NATIONALITY || category == DataCategory.SPECIAL) {
            throw new IllegalArgumentException(category + " never leaves a reader");
        }
    }

    /** Without the content, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Value[" + category + ", " + field + "]";
    }
}
