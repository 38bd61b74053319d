package nl.knelpunt.api.adapter;

import java.util.Objects;
import nl.knelpunt.api.Text;

/**
 * A message that can't be read, with the place and the reason. Neither may quote the message: both go to the sender, the
 * receipt and the log.
 */
public final class MessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final transient Text reason;

    /**
     * @param where line and column, path or segment, such as {@code line 12, column 4} or {@code $.location}; never null
     * @param reason what is wrong and what to do, never null
     */
    public MessageException(String where, Text reason) {
        super(where + ": " + Objects.requireNonNull(reason, "reason").en());
        this.where = Objects.requireNonNull(where, "where");
        this.reason = reason;
    }

    /** Line and column, path or segment. */
    public String where() {
        return where;
    }

    /** What is wrong and what to do. */
    public Text reason() {
        return reason;
    }
}
