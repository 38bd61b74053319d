package nl.knelpunt.modules;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Leftover;

/**
 * Proof that what was replaced is gone: each class loader is watched until the memory that it held is free. Added to and looked
 * at by one thread, listed by any.
 */
final class Leftovers {

    /** A collection comes by itself where there is work; where there is none nothing is in a hurry. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(Leftovers.class.getName());

    private final Clock clock;
    private final List<Gone> all = new CopyOnWriteArrayList<>();

    Leftovers(Clock clock) {
        this.clock = clock;
    }

    private static final class Gone {

        final String kind;
        final String name;
        final Generation generation;
        final Instant since;
        final WeakReference<ClassLoader> loader;
        volatile boolean isHeld;

        Gone(String kind, String name, Generation generation, Instant since, WeakReference<ClassLoader> loader) {
            this.kind = kind;
            this.name = name;
            this.generation = generation;
            this.since = since;
            this.loader = loader;
        }
    }

    void add(String kind, String name, Generation generation, WeakReference<ClassLoader> loader) {
        all.add(new Gone(kind, name, generation, clock.instant(), loader));
    }

    /** Forgets those that are gone. What is still there after a while is asked of the memory itself, once. */
    void look() {
        Instant late = clock.instant().minus(PATIENCE);
        if (all.stream().anyMatch(g -> isThere(g) && !g.isHeld && g.since.isBefore(late))) {
            System.gc();
        }
        for (Gone gone : all) {
            if (!isThere(gone)) {
                all.remove(gone);
                LOG.log(Level.INFO, "Nothing is left in memory of {0}", gone.name);
            } else if (!gone.isHeld && gone.since.isBefore(late)) {
                gone.isHeld = true;
                LOG.log(
                        Level.WARNING,
                        "Something still holds the classes of {0}, which was taken away; they cost memory until the server"
                                + " is restarted",
                        gone.name);
            }
        }
    }

    private static boolean isThere(Gone gone) {
        return gone.loader.get() != null;
    }

    /** Names of those that nothing but a restart will free. */
    List<String> held() {
        return all.stream().filter(g -> g.isHeld).map(g -> g.name).toList();
    }

    /** The last one first. */
    List<Leftover> list() {
        List<Leftover> listed = new ArrayList<>();
        for (Gone gone : all) {
            if (isThere(gone)) {
                listed.add(0, new Leftover(gone.kind, gone.name, gone.generation, gone.since, 0, true));
            }
        }
        return listed;
    }
}
