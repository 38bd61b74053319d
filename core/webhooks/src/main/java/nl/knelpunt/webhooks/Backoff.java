package nl.knelpunt.webhooks;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after tries in vain: twice as long each time, up to an hour, and never in step with others. */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 12;

    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * @param tries in vain so far, at least 1
     * @param askedSeconds for which the other side asked, 0 for nothing
     * @return between the half and the whole of the time for so many tries; not less than was asked, unless that is more than
     *     {@link #LONGEST}
     */
    Duration after(int tries, long askedSeconds) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        Duration whole = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration asked = Duration.ofSeconds(Math.min(askedSeconds, LONGEST.toSeconds()));
        Duration jittered = whole.dividedBy(2).plusMillis((long) (random.getAsDouble() * whole.toMillis() / 2));
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
