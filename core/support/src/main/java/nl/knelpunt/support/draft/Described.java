package nl.knelpunt.support.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.text.Texts;

/** What a message says of one subject, value by value; what it does not say is left out. For one thread. */
public final class Described {

    private final SubjectKind kind;
    private final List<Value> data = new ArrayList<>();

    /** Nothing is known of it yet. */
    public Described(SubjectKind kind) {
        this.kind = kind;
    }

    /**
     * @param field lower case letters, digits and hyphens
     * @param content cut to 200 characters; null is left out
     */
    public Described with(DataCategory category, String field, String content) {
        if (content != null) {
            data.add(new Value(category, field, Texts.fitLine(content)));
        }
        return this;
    }

    /** Whether nothing is known of it. */
    public boolean isEmpty() {
        return data.isEmpty();
    }

    /** Nothing when nothing is known of it. */
    public Optional<Subject> subject() {
        return data.isEmpty() ? Optional.empty() : Optional.of(new Subject(kind, data));
    }
}
