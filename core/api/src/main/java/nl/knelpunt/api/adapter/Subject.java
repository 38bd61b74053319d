package nl.knelpunt.api.adapter;

import java.util.List;
import java.util.Objects;
import nl.knelpunt.api.vocabulary.SubjectKind;

/**
 * Someone or something that a draft is about.
 *
 * @param kind never null
 * @param data what the message says of the subject, never null
 */
public record Subject(SubjectKind kind, List<Value> data) {

    public Subject {
        Objects.requireNonNull(kind, "kind");
        data = List.copyOf(data);
    }
}
