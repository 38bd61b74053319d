package nl.knelpunt.engine.component;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.Router;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Counts the leases of each plugin, so that the drain knows when nobody is inside. */
@Component
public final class RouterComponent implements Router {

    private static final Comparator<Routed> BY_GENERATION = Comparator.comparingLong(r -> r.plugin.generation());

    /** Never changed, only exchanged, so that a reader can see that its list is no longer the list. */
    private volatile List<Routed> plugins = List.of();

    /** Until when callers wait, by kind, by {@link System#nanoTime}. Guarded by itself. */
    private final Map<String, Long> held = new HashMap<>();

    /** Counts what happens to {@link #held}, so that who found nobody can see that it looked in the midst of an exchange. */
    private volatile long exchanges;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void bind(Plugin plugin) {
        plugins = Stream.concat(plugins.stream(), Stream.of(new Routed(plugin))).toList();
    }

    /** The drain comes before this, so nobody is inside; it never waits. */
    synchronized void unbind(Plugin plugin) {
        plugins = plugins.stream().filter(r -> r.plugin != plugin).toList();
    }

    @Override
    public List<PluginDescriptor> active() {
        return serving().stream()
                .collect(Collectors.toMap(
                        r -> r.plugin.descriptor().kind(),
                        Function.identity(),
                        BinaryOperator.maxBy(BY_GENERATION),
                        TreeMap::new))
                .values()
                .stream()
                .map(r -> r.plugin.descriptor())
                .toList();
    }

    @Override
    public Set<String> activeKinds() {
        return serving().stream().map(r -> r.plugin.descriptor().kind()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<InterventionType> interventionType(String kind, String code) {
        return serving().stream().filter(r -> r.plugin.descriptor().kind().equals(kind)).max(BY_GENERATION).stream()
                .flatMap(r -> r.plugin.descriptor().interventionTypes().stream())
                .filter(t -> t.code().equals(code))
                .findFirst();
    }

    @Override
    public Optional<Lease> lease(String kind) {
        while (true) {
            long before = exchanges;
            awaitRelease(kind);
            Optional<Routed> routed = routed(kind);
            if (routed.isEmpty()) {
                if (isHeld(kind) || before != exchanges) {
                    continue;
                }
                return Optional.empty();
            }
            if (routed.get().enter()) {
                return Optional.of(new Leased(routed.get()));
            }
        }
    }

    @Override
    public void hold(String kind, Duration atMost) {
        synchronized (held) {
            held.put(kind, System.nanoTime() + atMost.toNanos());
            exchanges++;
        }
    }

    @Override
    public void release(String kind) {
        synchronized (held) {
            held.remove(kind);
            exchanges++;
            held.notifyAll();
        }
    }

    private void awaitRelease(String kind) {
        synchronized (held) {
            try {
                for (long left = heldFor(kind); left > 0; left = heldFor(kind)) {
                    TimeUnit.NANOSECONDS.timedWait(held, left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long heldFor(String kind) {
        Long until = held.get(kind);
        return until == null ? 0 : until - System.nanoTime();
    }

    private boolean isHeld(String kind) {
        synchronized (held) {
            return heldFor(kind) > 0;
        }
    }

    @Override
    public int inside(Plugin plugin) {
        return plugins.stream()
                .filter(r -> r.plugin == plugin)
                .mapToInt(Routed::inside)
                .sum();
    }

    @Override
    public boolean drain(Plugin plugin, Duration atMost) throws InterruptedException {
        for (Routed routed : plugins) {
            if (routed.plugin == plugin) {
                return routed.drain(atMost);
            }
        }
        return true;
    }

    @Override
    public void cutOff(Plugin plugin, Text reason) {
        plugins.stream().filter(r -> r.plugin == plugin).forEach(r -> r.cutOff = reason);
    }

    @Override
    public boolean isCutOff(String kind) {
        return plugins.stream()
                .anyMatch(r -> r.cutOff != null && r.plugin.descriptor().kind().equals(kind));
    }

    @Override
    public Optional<Text> cutOff(Plugin plugin) {
        return plugins.stream()
                .filter(r -> r.plugin == plugin)
                .flatMap(r -> Stream.ofNullable(r.cutOff))
                .findFirst();
    }

    private Optional<Routed> routed(String kind) {
        return open().stream()
                .filter(r -> r.plugin.descriptor().kind().equals(kind))
                .max(BY_GENERATION);
    }

    /**
     * Those that take calls. The new generation comes before the old one drains: who looks at a list from before both would
     * find none at all, so looks again.
     */
    private List<Routed> open() {
        return those(Routed::isOpen);
    }

    /** Those that take calls, and those of which the callers wait: to everybody else a kind that is held serves. */
    private List<Routed> serving() {
        return those(r ->
                r.isOpen() || r.cutOff == null && isHeld(r.plugin.descriptor().kind()));
    }

    private List<Routed> those(Predicate<Routed> wanted) {
        while (true) {
            List<Routed> seen = plugins;
            List<Routed> open = seen.stream().filter(wanted).toList();
            if (seen == plugins) {
                return open;
            }
        }
    }

    /** Guarded by itself. */
    private static final class Routed {

        final Plugin plugin;
        private int inside;
        private int drains;
        volatile boolean draining;
        volatile Text cutOff;

        Routed(Plugin plugin) {
            this.plugin = plugin;
        }

        boolean isOpen() {
            return !draining && cutOff == null;
        }

        synchronized int inside() {
            return inside;
        }

        synchronized boolean enter() {
            if (!isOpen()) {
                return false;
            }
            inside++;
            return true;
        }

        synchronized void leave() {
            inside--;
            notifyAll();
        }

        synchronized boolean drain(Duration atMost) throws InterruptedException {
            drains++;
            draining = true;
            boolean drained = false;
            try {
                long end = System.nanoTime() + atMost.toNanos();
                for (long left = atMost.toNanos(); inside > 0 && left > 0; left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
                drained = inside == 0;
                return drained;
            } finally {
                // Somebody else may be draining it too, or have done so.
                if (!drained && --drains == 0) {
                    draining = false;
                }
            }
        }
    }

    /** Closing twice counts once. */
    private static final class Leased implements Lease {

        private Routed routed;
        private final Plugin plugin;

        Leased(Routed routed) {
            this.routed = routed;
            this.plugin = routed.plugin;
        }

        @Override
        public Plugin plugin() {
            return plugin;
        }

        @Override
        public synchronized void close() {
            if (routed != null) {
                routed.leave();
                routed = null;
            }
        }
    }
}
