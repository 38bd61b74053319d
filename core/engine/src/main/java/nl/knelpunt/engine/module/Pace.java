package nl.knelpunt.engine.module;

import java.util.concurrent.locks.LockSupport;

/**
 * Work in pieces with rests between them: on average it takes a seventh of one processor, so that who calls other plugins hardly
 * notices that one is looked through or started. For one thread.
 */
public final class Pace {

    private static final long PIECE_NANOS = 1_000_000;
    private static final long LONGEST_REST_NANOS = 100_000_000;
    private static final int RESTS_FOR_ONE = 6;

    private long begun = System.nanoTime();

    /** Between two pieces: rests when it is time to, 100 milliseconds at most; not when the thread is interrupted. */
    public void breathe() {
        long worked = System.nanoTime() - begun;
        if (worked >= PIECE_NANOS) {
            LockSupport.parkNanos(Math.min(RESTS_FOR_ONE * worked, LONGEST_REST_NANOS));
            begun = System.nanoTime();
        }
    }
}
