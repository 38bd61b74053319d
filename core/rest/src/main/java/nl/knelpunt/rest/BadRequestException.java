package nl.knelpunt.rest;

import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.rest.FieldErrors.FieldError;

/** The request can't be understood. Nothing was done. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    BadRequestException(List<FieldError> errors) {
        super("Bad request", null, false, false);
        this.errors = List.copyOf(errors);
    }

    static BadRequestException of(String field, String nl, String en) {
        return new BadRequestException(List.of(new FieldError(field, new Text(nl, en))));
    }

    List<FieldError> errors() {
        return errors;
    }
}
