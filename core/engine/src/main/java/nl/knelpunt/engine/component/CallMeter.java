package nl.knelpunt.engine.component;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Swap;
import org.osgi.service.component.annotations.Component;

/**
 * Counts what becomes of the messages for each kind of participant: accepted is delivered, refused and waiting together. How a plugin
 * does is counted for its generation alone: the last calls of the one before say nothing of it.
 */
@Component(service = CallMeter.class)
public final class CallMeter {

    /** Of so many calls the times are known. */
    private static final int TIMES = 1_000;

    private final Map<String, Meter> meters = new ConcurrentHashMap<>();

    /** Guarded by itself. */
    private static final class Meter {

        private long accepted;
        private long delivered;
        private long refused;

        /** The newest that was called or told of. */
        private long generation;

        private long failed;
        private final long[] nanos = new long[TIMES];

        /** Calls of the newest generation that are over. */
        private long timed;

        private final boolean[] faults = new boolean[ModuleSteps.RECENT];

        synchronized void begin() {
            accepted++;
        }

        synchronized void enter(long called) {
            if (called > generation) {
                generation = called;
                failed = 0;
                timed = 0;
            }
        }

        synchronized void end(boolean isDelivered, long called, boolean isPluginsFault, long took) {
            delivered += isDelivered ? 1 : 0;
            refused += isDelivered ? 0 : 1;
            if (called != generation) {
                return;
            }
            failed += isPluginsFault ? 1 : 0;
            faults[(int) (timed % ModuleSteps.RECENT)] = isPluginsFault;
            nanos[(int) (timed++ % TIMES)] = took;
        }

        synchronized Swap.Counters counters() {
            return new Swap.Counters(accepted, delivered, refused, accepted - delivered - refused);
        }

        synchronized Modules.Health health() {
            long[] sorted = Arrays.copyOf(nanos, (int) Math.min(timed, TIMES));
            Arrays.sort(sorted);
            return new Modules.Health(timed, failed, at(sorted, 0.5), at(sorted, 0.95));
        }

        synchronized ModuleSteps.Recent recent() {
            int known = (int) Math.min(timed, ModuleSteps.RECENT);
            int errors = 0;
            for (int i = 0; i < known; i++) {
                errors += faults[i] ? 1 : 0;
            }
            return new ModuleSteps.Recent(known, errors);
        }

        private static long at(long[] sorted, double part) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.round(part * (sorted.length - 1))] / 1_000_000;
        }

        /** What is inside still goes with the new count. */
        synchronized void restart(long serving) {
            accepted -= delivered + refused;
            delivered = 0;
            refused = 0;
            enter(serving);
        }
    }

    /** A message is taken in; the answer must be ended once. */
    Running begin(String kind) {
        Meter meter = meter(kind);
        meter.begin();
        return new Running(meter);
    }

    /** One message; for one thread. */
    static final class Running {

        private final Meter meter;
        private final long begun = System.nanoTime();
        private long generation;
        private boolean isPluginsFault;

        private Running(Meter meter) {
            this.meter = meter;
        }

        /** It goes into this generation of a plugin; a message that never does says nothing of one. */
        void enter(long called) {
            generation = called;
            meter.enter(called);
        }

        /** What goes wrong lies in the plugin, not in the message. */
        void blamePlugin() {
            isPluginsFault = true;
        }

        void end(boolean isDelivered) {
            meter.end(isDelivered, generation, isPluginsFault, System.nanoTime() - begun);
        }
    }

    Swap.Counters counters(String kind) {
        return meter(kind).counters();
    }

    Modules.Health health(String kind) {
        return meter(kind).health();
    }

    ModuleSteps.Recent recent(String kind) {
        return meter(kind).recent();
    }

    /** Another generation serves this kind from now on. */
    void restart(String kind, long generation) {
        meter(kind).restart(generation);
    }

    private Meter meter(String kind) {
        return meters.computeIfAbsent(kind, k -> new Meter());
    }
}
