package nl.knelpunt.engine.plugin;

import java.util.Objects;
import nl.knelpunt.api.Text;

/** A participant's module can't take this call now: it is being replaced, busy, or was cut off. Nothing was done. */
public final class ModuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    public ModuleException(Text reason) {
        super(Objects.requireNonNull(reason, "reason").en());
        this.reason = reason;
    }

    /** What is wrong and what to do; no personal data. */
    public Text reason() {
        return reason;
    }
}
