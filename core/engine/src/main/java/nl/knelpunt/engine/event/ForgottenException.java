package nl.knelpunt.engine.event;

/** Events are kept for some days: what came after this one may be gone, so the follower has to begin anew. */
public final class ForgottenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ForgottenException() {
        super("This event is not kept any more", null, false, false);
    }
}
