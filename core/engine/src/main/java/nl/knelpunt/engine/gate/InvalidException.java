package nl.knelpunt.engine.gate;

import java.util.Objects;
import nl.knelpunt.api.Text;

/** What was asked makes no sense as it stands, whatever the law says of it. Nothing was done. Holds no personal data. */
public final class InvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Text reason;

    /**
     * @param field path of the field that is wrong, never null
     * @param reason what is wrong with it and what to do
     */
    public InvalidException(String field, Text reason) {
        super(field + ": " + Objects.requireNonNull(reason, "reason").en());
        this.field = Objects.requireNonNull(field, "field");
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public Text reason() {
        return reason;
    }
}
