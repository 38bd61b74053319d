package nl.knelpunt.engine.gate;

import java.util.List;

/** Somebody else changed it in the meantime. Nothing was done; read it again. */
public final class StaleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long current;
    private final transient List<Change> changes;

    public StaleException(long current) {
        this(current, List.of());
    }

    /** @param changes since the version that the caller saw, as far as the caller may know of them */
    public StaleException(long current, List<Change> changes) {
        super("Changed in the meantime; it is now at version " + current);
        this.current = current;
        this.changes = List.copyOf(changes);
    }

    /** The version that there is now. */
    public long current() {
        return current;
    }

    /** What was changed since the version that the caller saw, oldest first; empty where that may not be told. */
    public List<Change> changes() {
        return changes == null ? List.of() : changes;
    }
}
