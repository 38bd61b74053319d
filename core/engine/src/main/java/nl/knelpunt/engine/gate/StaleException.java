package nl.knelpunt.engine.gate;

/** Somebody else changed it in the meantime. Nothing was done; read it again. */
public final class StaleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long current;

    public StaleException(long current) {
        super("Changed in the meantime; it is now at version " + current);
        this.current = current;
    }

    /** The version that there is now. */
    public long current() {
        return current;
    }
}
