package nl.knelpunt.engine.text;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Stands in a text for somebody or something that a dossier knows, so that the text itself holds no personal data. Written
 * {@code {datum:ID}} or {@code {subject:ID}}.
 *
 * @param to what it refers to
 * @param id of that datum or subject
 */
public record Reference(To to, UUID id) {

    public enum To {
        /** One value. */
        DATUM,
        /** A person, legal person or object, by the name that the reader may see. */
        SUBJECT
    }

    public Reference {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(id, "id");
    }

    public static Reference toDatum(UUID id) {
        return new Reference(To.DATUM, id);
    }

    public static Reference toSubject(UUID id) {
        return new Reference(To.SUBJECT, id);
    }

    /** As it is written in a text. */
    @Override
    public String toString() {
        return "{" + to.name().toLowerCase(Locale.ROOT) + ":" + id + "}";
    }
}
