package nl.knelpunt.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bodies are read at a time, so that neither slow nor large ones take all threads and all memory, and reading, signing
 * in and health go on. A small body that has arrived already needs no slot. Safe for all threads.
 */
final class BodySlots {

    /** Of people who have not signed in: they sign in, and that is short. */
    static final int STRANGERS = 8;

    static final int SIGNED_IN = 16;
    static final int MESSAGES = 16;

    private static final int SMALL = 16 << 10;
    /** A stranger doesn't wait: waiting takes a thread too. */
    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore strangers = new Semaphore(STRANGERS);
    private final Semaphore signedIn = new Semaphore(SIGNED_IN);
    private final Semaphore messages = new Semaphore(MESSAGES);

    /** To be closed when the request was handled. */
    interface Slot extends AutoCloseable {

        @Override
        void close();
    }

    /** @throws ProblemException too many bodies are being read */
    Slot take(Route route, HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        boolean none = length <= 0 && request.getHeader("Transfer-Encoding") == null;
        if (none || route.requestType() == null) {
            return () -> {};
        }
        if (length > 0 && length <= SMALL && request.getInputStream().available() >= length) {
            return () -> {};
        }
        boolean stranger = route.access() == Route.Access.OPEN;
        Semaphore slots = stranger ? strangers : route.request() == null ? messages : signedIn;
        if (!acquire(slots, stranger ? 0 : PATIENCE_SECONDS)) {
            throw ProblemException.busy();
        }
        return slots::release;
    }

    private static boolean acquire(Semaphore slots, long seconds) {
        try {
            return slots.tryAcquire(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
