package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Pace;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Brings plugin bundles into the framework and takes them out again, each alone. */
final class PluginBundles {

    /** Start of the location of every plugin's bundle, by which the isolation hooks know it. */
    static final String LOCATION = "plugin:";

    private static final Logger LOG = System.getLogger(PluginBundles.class.getName());
    private static final Duration UNINSTALLED_WITHIN = Duration.ofSeconds(30);
    private static final long REFRESH_WITHIN_MILLIS = 10_000;

    private final BundleContext context;
    private final PluginServices services;
    private final ConfigurationAdmin configurations;
    private final Duration adaptersWithin;
    private final Duration madeWithin;
    private final CountDownLatch stopping;
    private ServiceRegistration<CollisionHook> sideBySide;
    private ServiceRegistration<ConfigurationAdmin> ownConfigurations;

    /**
     * @param adaptersWithin how long a plugin may take to bring up its adapters
     * @param madeWithin how long the making of its adapters, which runs its code, may take
     * @param stopping ends the wait for adapters when the platform stops
     */
    PluginBundles(
            BundleContext context,
            PluginServices services,
            ConfigurationAdmin configurations,
            Duration adaptersWithin,
            Duration madeWithin,
            CountDownLatch stopping) {
        this.context = context;
        this.services = services;
        this.configurations = configurations;
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
    RunningPlugin start(Examiner.Jar jar, Map<String, List<String>> values, long generation)
            throws IOException, BrokenPluginException, InterruptedException {
        Pace pace = new Pace();
        Bundle bundle = install(jar.path(), LOCATION + jar.descriptor().digest() + "/" + generation);
        List<Configuration> configured = new ArrayList<>();
        boolean started = false;
        try {
            pace.breathe();
            BundleRules.check(bundle);
            configure(bundle, jar.settings(), values, configured);
            // Not for the next start of the framework: then the store says anew what is to run.
            bundle.start(Bundle.START_TRANSIENT);
            pace.breathe();
            awaitAdapters(bundle);
            PluginServices.Taken taken = take(bundle);
            RunningPlugin plugin = new RunningPlugin(
                    jar.descriptor(),
                    generation,
                    taken.adapters(),
                    taken.ownSubjects(),
                    bundle,
                    taken.services(),
                    configured);
            started = true;
            pace.breathe();
            return plugin;
        } catch (BundleException e) {
            throw new BrokenPluginException(
                    "hij start niet; " + BrokenPluginException.saidBy(e), "it doesn't start: " + e.getMessage());
        } finally {
            if (!started) {
                remove(bundle);
                forget(configured);
            }
        }
    }

    /** For this generation alone: another one of the same plugin has its own. */
    private void configure(
            Bundle bundle,
            Metatypes.Settings settings,
            Map<String, List<String>> values,
            List<Configuration> configured)
            throws IOException {
        for (Map.Entry<String, List<Attribute>> component :
                settings.attributes().entrySet()) {
            Dictionary<String, Object> properties = new Hashtable<>();
            for (Attribute attribute : component.getValue()) {
                List<String> value = values.getOrDefault(attribute.id(), List.of());
                if (!value.isEmpty()) {
                    properties.put(attribute.id(), attribute.several() ? value.toArray(String[]::new) : value.get(0));
                }
            }
            if (!properties.isEmpty()) {
                Configuration configuration = configurations.getConfiguration(
                        component.getKey() + "|" + bundle.getSymbolicName() + "|" + bundle.getVersion() + "|"
                                + bundle.getLocation(),
                        bundle.getLocation());
                configured.add(configuration);
                configuration.update(properties);
            }
        }
    }

    private static void forget(List<Configuration> configured) {
        for (Configuration configuration : configured) {
            try {
                configuration.delete();
            } catch (IOException | IllegalStateException e) {
                LOG.log(Level.WARNING, "A configuration of a plugin that is gone stays: {0}", e.toString());
            }
        }
    }

    private PluginServices.Taken take(Bundle bundle) throws BrokenPluginException, InterruptedException {
        try {
            return Apart.within(madeWithin, () -> services.take(bundle));
        } catch (TimeoutException e) {
            throw new BrokenPluginException(
                    "zijn adapters zijn niet te maken binnen " + madeWithin.toMillis() + " ms",
                    "its adapters can't be made within " + madeWithin.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenPluginException broken) {
                throw broken;
            }
            String thrown = e.getCause().getClass().getName();
            throw new BrokenPluginException(
                    "zijn adapters zijn niet te maken: " + thrown, "its adapters can't be made: " + thrown);
        }
    }

    /**
     * Stops, uninstalls and refreshes one plugin that nobody calls any more.
     *
     * @return its class loader, which is to be gone from memory soon
     */
    WeakReference<ClassLoader> retire(RunningPlugin plugin) {
        BundleWiring wiring = plugin.bundle().adapt(BundleWiring.class);
        WeakReference<ClassLoader> loader = new WeakReference<>(wiring == null ? null : wiring.getClassLoader());
        Pace pace = new Pace();
        services.release(plugin.services());
        remove(plugin.bundle());
        pace.breathe();
        forget(plugin.configurations());
        return loader;
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
        Dictionary<String, Object> forPlugins = new Hashtable<>();
        forPlugins.put(OwnConfigurations.FOR_PLUGINS, true);
        ownConfigurations =
                context.registerService(ConfigurationAdmin.class, new OwnConfigurations(configurations), forPlugins);
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(LOCATION))
                .forEach(this::remove);
    }

    void end() {
        sideBySide.unregister();
        ownConfigurations.unregister();
    }

    private Bundle install(Path copy, String location) throws IOException, BrokenPluginException {
        try (InputStream jar = Files.newInputStream(copy)) {
            return context.installBundle(location, jar);
        } catch (BundleException e) {
            throw new BrokenPluginException(
                    "hij is niet te installeren; " + BrokenPluginException.saidBy(e),
                    "it can't be installed: " + e.getMessage());
        }
    }

    private void awaitAdapters(Bundle bundle) throws BrokenPluginException, InterruptedException {
        long end = System.nanoTime() + adaptersWithin.toNanos();
        List<String> awaited = services.awaited(bundle);
        while (!awaited.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new BrokenPluginException(
                        "zijn adapters komen niet op: " + String.join(", ", awaited),
                        "its adapters don't come up: " + String.join(", ", awaited));
            }
            if (stopping.await(10, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("The platform stops");
            }
            awaited = services.awaited(bundle);
        }
    }

    private void remove(Bundle bundle) {
        try {
            // Stops it too; a plugin that fails to stop is uninstalled all the same.
            Apart.within(UNINSTALLED_WITHIN, () -> {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    giveBack(bundle);
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

    /**
     * Declarative Services reads configurations in the plugin's name. Felix counts who uses a service, and keeps a count of zero, with
     * the bundle, until that service goes, which these never do; it drops the count of what is given back by {@code ServiceObjects}.
     */
    private void giveBack(Bundle bundle) {
        BundleContext its = bundle.getBundleContext();
        if (its == null) {
            return;
        }
        try {
            List<ServiceReference<ConfigurationAdmin>> used =
                    new ArrayList<>(context.getServiceReferences(ConfigurationAdmin.class, null));
            used.add(ownConfigurations.getReference());
            for (ServiceReference<ConfigurationAdmin> reference : used) {
                ServiceObjects<ConfigurationAdmin> objects = its.getServiceObjects(reference);
                objects.ungetService(objects.getService());
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("No filter is always sound", e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "Not given back for {0}: {1}", bundle.getLocation(), e.toString());
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
