package nl.knelpunt.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who keeps failing: after a number of failures a wait, doubling up to a quarter of an hour. One failure is forgiven
 * each quarter of an hour. Remembers a bounded number of names or origins; safe for all threads.
 */
final class Tries {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGIVEN_EACH = Duration.ofMinutes(15);

    /**
     * @param since from when time forgives
     * @param until no try before then
     */
    private record Failures(int count, Instant since, Instant until) {

        Failures forgiven(Instant now) {
            long forgiven = Math.max(0, Duration.between(since, now).dividedBy(FORGIVEN_EACH));
            return forgiven < count
                    ? new Failures((int) (count - forgiven), since.plus(FORGIVEN_EACH.multipliedBy(forgiven)), until)
                    : new Failures(0, now, until);
        }
    }

    private final Clock clock;
    private final int allowed;
    private final Map<String, Failures> byKey;

    /**
     * @param allowed failures without a wait
     * @param most keys to remember; the one longest unused goes first
     */
    Tries(Clock clock, int allowed, int most) {
        this.clock = clock;
        this.allowed = allowed;
        this.byKey = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether a try may be made now. It then counts as failed until {@link #succeeded} says otherwise: no race can add tries. */
    synchronized boolean begin(String key) {
        Instant now = clock.instant();
        Failures known = byKey.getOrDefault(key, new Failures(0, now, now)).forgiven(now);
        if (now.isBefore(known.until())) {
            return false;
        }
        int count = known.count() + 1;
        Instant until = count < allowed ? now : now.plus(waitAfter(count - allowed));
        byKey.put(key, new Failures(count, known.since(), until));
        return true;
    }

    /** Forgets all failures of a name. */
    synchronized void succeeded(String key) {
        byKey.remove(key);
    }

    /** Takes back one begun try, and the wait that it brought; earlier failures stay. */
    synchronized void takeBack(String key) {
        Failures known = byKey.get(key);
        if (known != null && known.count() > 0) {
            byKey.put(key, new Failures(known.count() - 1, known.since(), clock.instant()));
        }
    }

    private static Duration waitAfter(int doublings) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(doublings, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
