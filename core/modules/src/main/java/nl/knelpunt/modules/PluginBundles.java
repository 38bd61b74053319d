package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.wiring.FrameworkWiring;

/** Brings plugin bundles into the framework and takes them out again, each alone. For one thread. */
final class PluginBundles {

    /** Start of the location of every plugin's bundle, by which the isolation hooks know it. */
    static final String LOCATION = "plugin:";

    private static final Logger LOG = System.getLogger(PluginBundles.class.getName());
    private static final Duration UNINSTALLED_WITHIN = Duration.ofSeconds(30);
    private static final long REFRESH_WITHIN_MILLIS = 10_000;

    private final BundleContext context;
    private final AdapterServices adapters;
    private final Duration adaptersWithin;
    private final Duration madeWithin;
    private final CountDownLatch stopping;
    private ServiceRegistration<CollisionHook> sideBySide;

    /**
     * @param adaptersWithin how long a plugin may take to bring up its adapters
     * @param madeWithin how long the making of its adapters, which runs its code, may take
     * @param stopping ends the wait for adapters when the platform stops
     */
    PluginBundles(
            BundleContext context,
            AdapterServices adapters,
            Duration adaptersWithin,
            Duration madeWithin,
            CountDownLatch stopping) {
        this.context = context;
        this.adapters = adapters;
        this.adaptersWithin = adaptersWithin;
        this.madeWithin = madeWithin;
        this.stopping = stopping;
    }

    /**
     * Installs and starts one generation, beside an older one if need be, and waits until its adapters are there.
     *
     * @throws BrokenPluginException it can't run; nothing of it is left in the framework
     * @throws IOException the copy can't be read
     * @throws InterruptedException the platform stops; nothing of it is left in the framework
     */
    RunningPlugin start(Path copy, PluginDescriptor descriptor, long generation)
            throws IOException, BrokenPluginException, InterruptedException {
        Bundle bundle = install(copy, LOCATION + descriptor.digest() + "/" + generation);
        boolean started = false;
        try {
            BundleRules.check(bundle);
            // Not for the next start of the framework: then the folder is read anew.
            bundle.start(Bundle.START_TRANSIENT);
            awaitAdapters(bundle);
            List<ServiceReference<SignalAdapter>> services = adapters.references(bundle);
            RunningPlugin plugin = new RunningPlugin(descriptor, generation, take(services), bundle, services);
            started = true;
            return plugin;
        } catch (BundleException e) {
            throw new BrokenPluginException("it doesn't start: " + e.getMessage());
        } finally {
            if (!started) {
                remove(bundle);
            }
        }
    }

    private List<Plugin.Adapter> take(List<ServiceReference<SignalAdapter>> services)
            throws BrokenPluginException, InterruptedException {
        try {
            return Apart.within(madeWithin, () -> adapters.take(services));
        } catch (TimeoutException e) {
            throw new BrokenPluginException("its adapters can't be made within " + madeWithin.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenPluginException broken) {
                throw broken;
            }
            throw new BrokenPluginException(
                    "its adapters can't be made: " + e.getCause().getClass().getName());
        }
    }

    /** Stops, uninstalls and refreshes one plugin that nobody calls any more. */
    void retire(RunningPlugin plugin) {
        adapters.release(plugin.services());
        remove(plugin.bundle());
    }

    /**
     * Allows two plugin bundles of one name and version beside each other: a new build, or the same that came back. Takes
     * away what an earlier run left: it was never drained to the end, or came out of the framework's cache.
     */
    void begin() {
        sideBySide = context.registerService(
                CollisionHook.class,
                (operation, target, collisions) -> {
                    if (target.equals(context.getBundle())) {
                        collisions.removeIf(bundle -> bundle.getLocation().startsWith(LOCATION));
                    }
                },
                null);
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(LOCATION))
                .forEach(this::remove);
    }

    void end() {
        sideBySide.unregister();
    }

    private Bundle install(Path copy, String location) throws IOException, BrokenPluginException {
        try (InputStream jar = Files.newInputStream(copy)) {
            return context.installBundle(location, jar);
        } catch (BundleException e) {
            throw new BrokenPluginException("it can't be installed: " + e.getMessage());
        }
    }

    private void awaitAdapters(Bundle bundle) throws BrokenPluginException, InterruptedException {
        long end = System.nanoTime() + adaptersWithin.toNanos();
        List<String> awaited = adapters.awaited(bundle);
        while (!awaited.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new BrokenPluginException("its adapters don't come up: " + String.join(", ", awaited));
            }
            if (stopping.await(10, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("The platform stops");
            }
            awaited = adapters.awaited(bundle);
        }
    }

    private void remove(Bundle bundle) {
        try {
            // Stops it too; a plugin that fails to stop is uninstalled all the same.
            Apart.within(UNINSTALLED_WITHIN, () -> {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    bundle.uninstall();
                }
                return null;
            });
            refresh(bundle);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.log(Level.WARNING, "Plugin bundle " + bundle.getLocation() + " can't be taken away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(Bundle bundle) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(REFRESH_WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                    || wiring.getRemovalPendingBundles().contains(bundle)) {
                LOG.log(
                        Level.WARNING,
                        "Plugin bundle {0} is gone, but its classes are still held",
                        bundle.getLocation());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
