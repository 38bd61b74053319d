package nl.knelpunt.engine.port;

import java.util.Objects;
import nl.knelpunt.api.Text;

/** The platform can't do its work now (full disk, read-only folder, broken configuration). Nothing was done. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    public UnavailableException(Text reason, Throwable cause) {
        super(Objects.requireNonNull(reason, "reason").en(), cause);
        this.reason = reason;
    }

    /** What is wrong and what to do; no personal data. */
    public Text reason() {
        return reason;
    }
}
