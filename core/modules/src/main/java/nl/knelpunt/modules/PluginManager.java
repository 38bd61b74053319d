package nl.knelpunt.modules;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Keeps the plugins that run in step with {@code plugins/}, on one thread, for as long as there is a router. */
@Component(immediate = true)
public final class PluginManager implements HealthCheck {

    private static final Logger LOG = System.getLogger(PluginManager.class.getName());
    private static final long BETWEEN_ROUNDS_MILLIS = 500;
    private static final Duration ADAPTERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration MADE_WITHIN = Duration.ofSeconds(10);
    private static final long STOP_WITHIN_MILLIS = 20_000;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final PluginsInStep plugins;
    private final Thread thread;

    @Activate
    public PluginManager(
            BundleContext context, @Reference Router router, @Reference ServiceComponentRuntime components) {
        String folder = context.getProperty("knelpunt.plugins");
        String data = context.getProperty("knelpunt.data");
        if (folder == null || data == null) {
            LOG.log(Level.INFO, "No plugins: knelpunt.plugins and knelpunt.data are not both set");
            started.countDown();
            this.plugins = null;
            thread = null;
            return;
        }
        Clock clock = Clock.systemUTC();
        this.plugins = new PluginsInStep(
                context,
                router,
                new PluginFolder(Path.of(folder), clock),
                new JarStore(Path.of(data, "modules"), clock),
                new PluginBundles(
                        context, new AdapterServices(context, components), ADAPTERS_WITHIN, MADE_WITHIN, stopping));
        thread = new Thread(this::run, "knelpunt-plugins");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the end of the step at hand, so that nothing is left half installed. */
    @Deactivate
    void deactivate() throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(STOP_WITHIN_MILLIS);
        }
    }

    @Override
    public String name() {
        return "modules";
    }

    /** Only the start counts: a plugin that can't run is its maker's problem, and a concern. */
    @Override
    public Optional<Text> problem() {
        return started.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Text(
                        "Wordt gestart: de plugins worden geïnstalleerd. Wacht even.",
                        "Starting: the plugins are being installed. Please wait."));
    }

    @Override
    public Optional<Text> concern() {
        List<String> refused = plugins == null ? List.of() : plugins.refused();
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", refused);
        return Optional.of(new Text(
                "Niet gebruikt in plugins: " + names + ". Het logboek van de server (data/log) zegt waarom.",
                "Not used in plugins: " + names + ". The log of the server (data/log) says why."));
    }

    private void run() {
        try {
            plugins.begin();
            do {
                if (oneRound()) {
                    started.countDown();
                }
            } while (!stopping.await(BETWEEN_ROUNDS_MILLIS, TimeUnit.MILLISECONDS));
            plugins.end();
        } catch (InterruptedException | IllegalStateException e) {
            LOG.log(Level.WARNING, "The plugin manager was ended before its plugins", e);
        }
    }

    private boolean oneRound() {
        try {
            return plugins.round();
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "Stopped between two steps", e);
            return false;
        } catch (RuntimeException | Error e) {
            // A stop may take the framework away from under a step; anything else, such as a moment without memory,
            // must
            // not end the rounds.
            if (stopping.getCount() > 0) {
                LOG.log(Level.ERROR, "A round of the plugin manager failed", e);
            }
            return true;
        }
    }
}
