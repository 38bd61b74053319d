package nl.knelpunt.launcher;

/** The command line itself is wrong; the message has no full stop. */
final class WronglyAsked extends Exception {

    private static final long serialVersionUID = 1L;

    WronglyAsked(String message) {
        super(message);
    }
}
