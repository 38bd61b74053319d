package nl.knelpunt.engine.gate;

/** The idempotency key belongs to another request that was done before. Nothing was done. */
public final class KeyUsedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyUsedException() {
        super("The idempotency key was used for another request");
    }
}
