package nl.knelpunt.engine.component;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

    private final List<Routed> plugins = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(Plugin plugin) {
        plugins.add(new Routed(plugin));
    }

    /** The drain comes before this, so nobody is inside; it never waits. */
    void unbind(Plugin plugin) {
        plugins.removeIf(r -> r.plugin == plugin);
    }

    @Override
    public List<PluginDescriptor> active() {
        return plugins.stream()
                .map(r -> r.plugin.descriptor().kind())
                .distinct()
                .sorted()
                .flatMap(kind -> routed(kind).stream())
                .map(r -> r.plugin.descriptor())
                .toList();
    }

    @Override
    public Set<String> activeKinds() {
        return plugins.stream()
                .filter(r -> !r.draining)
                .map(r -> r.plugin.descriptor().kind())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<InterventionType> interventionType(String kind, String code) {
        return routed(kind).stream()
                .flatMap(r -> r.plugin.descriptor().interventionTypes().stream())
                .filter(t -> t.code().equals(code))
                .findFirst();
    }

    @Override
    public Optional<Lease> lease(String kind) {
        while (true) {
            Optional<Routed> routed = routed(kind);
            if (routed.isEmpty()) {
                return Optional.empty();
            }
            if (routed.get().enter()) {
                return Optional.of(new Leased(routed.get()));
            }
        }
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

    private Optional<Routed> routed(String kind) {
        return plugins.stream()
                .filter(r -> !r.draining && r.plugin.descriptor().kind().equals(kind))
                .max(Comparator.comparingLong(r -> r.plugin.generation()));
    }

    /** Guarded by itself. */
    private static final class Routed {

        final Plugin plugin;
        private int inside;
        volatile boolean draining;

        Routed(Plugin plugin) {
            this.plugin = plugin;
        }

        synchronized boolean enter() {
            if (draining) {
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
                draining = drained;
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
