package nl.knelpunt.rest;

import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.Text;

/** Collects what is wrong with a request, so that all of it is told at once. Never holds a value that was sent. */
final class FieldErrors {

    /** Told at once; the rest would only make the answer long. */
    static final int MOST = 50;

    record FieldError(String field, Text message) {}

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String nl, String en) {
        add(field, new Text(nl, en));
    }

    void add(String field, Text message) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(field, message));
        }
    }

    int size() {
        return errors.size();
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new BadRequestException(errors);
        }
    }
}
