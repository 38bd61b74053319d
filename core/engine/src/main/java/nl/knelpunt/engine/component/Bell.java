package nl.knelpunt.engine.component;

import java.time.Duration;

/** Rings when something was changed, so that nobody has to look all the time. Safe for all threads. */
final class Bell {

    private long rung;

    /** To be asked before the look that finds nothing new: then no ring between the two is missed. */
    synchronized long rung() {
        return rung;
    }

    synchronized void ring() {
        rung++;
        notifyAll();
    }

    /** Returns when it rang since {@link #rung} said so much, or the time is over. */
    synchronized void await(long heard, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); rung == heard && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
