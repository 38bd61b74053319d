package nl.knelpunt.rest;

import java.util.List;
import nl.knelpunt.rest.FieldErrors.FieldError;

/** Answers that the form's schema does not take. Nothing was kept. Never holds an answer. */
final class UnfitAnswersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    UnfitAnswersException(List<FieldError> errors) {
        super(errors.size() + " answers are wrong", null, false, false);
        this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
        return errors;
    }
}
