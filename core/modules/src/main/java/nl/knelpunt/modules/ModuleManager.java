package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Leftover;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.SelfTest;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.ModuleRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keeps the plugins that run in step with what is to run, on one thread, for as long as there is a router. */
@Component(
        immediate = true,
        service = {ModuleRuntime.class, HealthCheck.class},
        configurationPid = ModuleManager.PID)
@Designate(ocd = ModuleManager.Settings.class)
public final class ModuleManager implements ModuleRuntime, HealthCheck {

    static final String PID = "nl.knelpunt.modules";

    private static final Logger LOG = System.getLogger(ModuleManager.class.getName());
    private static final long BETWEEN_ROUNDS_MILLIS = 500;
    private static final Duration ADAPTERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration MADE_WITHIN = Duration.ofSeconds(10);
    private static final long STOP_WITHIN_MILLIS = 20_000;
    private static final Keeper.Probation USUAL =
            new Keeper.Probation(50, Duration.ofSeconds(60), Duration.ofMinutes(15), 10, 25, Duration.ofSeconds(10));

    @ObjectClassDefinition(name = "Modules that run")
    @interface Settings {

        @AttributeDefinition(description = "Messages that a new module is watched for, 1 to 10000")
        String probationMessages() default "50";

        @AttributeDefinition(description = "Seconds that a new module is watched at least, 1 to 86400")
        String probationSeconds() default "60";

        @AttributeDefinition(description = "Seconds that a new module is watched at most, 1 to 86400")
        String probationMostSeconds() default "900";

        @AttributeDefinition(
                description = "Of 100 messages of a new module so many may fail by its own fault, 0 to 100; more brings"
                        + " back what ran before")
        String probationErrors() default "10";

        @AttributeDefinition(
                description = "Of 100 messages so many may fail by a module's own fault, 0 to 100; more takes it out")
        String quarantineErrors() default "25";

        @AttributeDefinition(
                description =
                        "Seconds that callers wait at most while a module is replaced, 1 to 60; after that the old"
                                + " one goes on")
        String replaceSeconds() default "10";
    }

    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final BundleContext context;
    private final ModuleSteps steps;
    private final SelfTest selfTest;
    private final JarStore store;
    private final Examiner examiner;
    private final Resolution resolution;
    private final PluginBundles bundles;
    private final Keeper keeper;
    private final HealthChecks checks;
    private final Thread thread;
    private volatile Text mistake;

    @Activate
    public ModuleManager(
            BundleContext context,
            Settings settings,
            @Reference Router router,
            @Reference ModuleSteps steps,
            @Reference SelfTest selfTest,
            @Reference ServiceComponentRuntime components,
            @Reference ConfigurationAdmin configurations) {
        String data = context.getProperty("knelpunt.data");
        if (data == null) {
            throw new IllegalStateException("knelpunt.data is not set");
        }
        Clock clock = Clock.systemUTC();
        this.context = context;
        this.steps = steps;
        this.selfTest = selfTest;
        store = new JarStore(Path.of(data, "modules"), clock);
        examiner = new Examiner(store, new JarSignature(clock));
        resolution = new Resolution(context);
        bundles = new PluginBundles(
                context,
                new PluginServices(context, components),
                configurations,
                ADAPTERS_WITHIN,
                MADE_WITHIN,
                stopping);
        keeper = new Keeper(context, router, examiner, bundles, steps, selfTest, clock, USUAL, this::wake);
        checks = new HealthChecks(context, this::status);
        change(settings);
        thread = new Thread(this::run, "knelpunt-modules");
        thread.setDaemon(true);
        thread.start();
    }

    /** A change of the file holds from the next round. What can't be read leaves it as it was, and is told. */
    @Modified
    void change(Settings settings) {
        int messages = number(settings.probationMessages(), 1, 10_000);
        int seconds = number(settings.probationSeconds(), 1, 86_400);
        int most = number(settings.probationMostSeconds(), 1, 86_400);
        int errors = number(settings.probationErrors(), 0, 100);
        int quarantine = number(settings.quarantineErrors(), 0, 100);
        int replace = number(settings.replaceSeconds(), 1, 60);
        if (messages < 0 || seconds < 0 || most < seconds || errors < 0 || quarantine < 0 || replace < 0) {
            mistake = new Text(
                    "conf/" + PID + ".cfg klopt niet. Verbeter het bestand: het zegt bij elke regel wat er kan staan.",
                    "conf/" + PID + ".cfg is wrong. Correct the file: it says for each line what can stand there.");
            return;
        }
        mistake = null;
        keeper.change(new Keeper.Probation(
                messages,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(most),
                errors,
                quarantine,
                Duration.ofSeconds(replace)));
        wake();
    }

    /** -1 when it is no such number. */
    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= least && number <= most ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Waits for the end of the step at hand, so that nothing is left half installed. */
    @Deactivate
    void deactivate() throws InterruptedException {
        stopping.countDown();
        wake();
        thread.join(STOP_WITHIN_MILLIS);
    }

    // The framework, for those who plan

    @Override
    public Examined examine(InputStream jar) throws IOException {
        return examiner.examine(jar);
    }

    @Override
    public String receipt(byte[] receipt, String digest) {
        try {
            return TckReceipt.version(receipt, digest);
        } catch (BrokenPluginException e) {
            throw Examiner.refused(e);
        }
    }

    @Override
    public Optional<Examined> examined(String digest) {
        return examiner.find(digest).map(Examiner.Jar::examined);
    }

    /** What is staged stays, whatever became of a second try to stage it. */
    @Override
    public void discard(String digest) {
        try {
            steps.staged(digest);
            return;
        } catch (NoSuchElementException e) {
            LOG.log(Level.DEBUG, "Not staged, so not kept: {0}", digest);
        }
        try {
            examiner.discard(digest);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The copy of a jar that is not used stays: {0}", e.toString());
        }
    }

    @Override
    public Resolved resolve(String digest) {
        try {
            return resolution.resolve(examiner.jar(digest).path());
        } catch (BrokenPluginException e) {
            throw Examiner.refused(e);
        } catch (IOException e) {
            throw Examiner.refused(unreadable(e));
        }
    }

    static BrokenPluginException unreadable(IOException e) {
        return new BrokenPluginException(
                "zijn kopie is niet te lezen; " + BrokenPluginException.saidBy(e), "its copy can't be read: " + e);
    }

    @Override
    public List<Text> tryOut(String digest) {
        RunningPlugin trial = null;
        try {
            Examiner.Jar jar = examiner.jar(digest);
            if (!resolution.resolve(jar.path()).refusals().isEmpty()) {
                // The plan says so, and what was missing may come.
                return List.of();
            }
            trial = bundles.start(jar, Map.of(), Keeper.GENERATIONS.incrementAndGet());
            return selfTest.of(trial);
        } catch (BrokenPluginException e) {
            return Examiner.refused(e).reasons();
        } catch (IOException | RuntimeException | LinkageError e) {
            return Examiner.refused(new BrokenPluginException(
                            "hij is niet te proberen; " + BrokenPluginException.saidBy(e), "it can't be tried: " + e))
                    .reasons();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Examiner.refused(new BrokenPluginException("de server stopt", "the server stops"))
                    .reasons();
        } finally {
            if (trial != null) {
                bundles.retire(trial);
            }
        }
    }

    @Override
    public List<Attribute> attributes(String digest) {
        return examiner.find(digest).map(Examiner.Jar::attributes).orElse(List.of());
    }

    /** @throws ModuleRefusedException there is no way from the one to the other */
    @Override
    public Configuration migrate(Configuration configuration, String from, String to) {
        return examiner.migrate(configuration, from, to);
    }

    @Override
    public void wake() {
        bell.release();
    }

    @Override
    public Optional<Generation> serving(String kind) {
        return keeper.serving(kind);
    }

    @Override
    public Map<String, Integer> inside() {
        return keeper.inside();
    }

    @Override
    public List<Leftover> left() {
        return keeper.left();
    }

    // Health

    @Override
    public String name() {
        return started.getCount() == 0 || mistake != null ? "modules" : "starting";
    }

    /** Only the start counts: a plugin that can't run is its maker's problem, and a concern. */
    @Override
    public Optional<Text> problem() {
        if (mistake != null) {
            return Optional.of(mistake);
        }
        return started.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Text(
                        "Wordt gestart: de modules worden geïnstalleerd. Wacht even.",
                        "Starting: the modules are being installed. Please wait."));
    }

    @Override
    public Optional<Text> concern() {
        List<Text> concerns = keeper.concerns();
        return concerns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        concerns.stream().map(Text::nl).collect(Collectors.joining(" ")),
                        concerns.stream().map(Text::en).collect(Collectors.joining(" "))));
    }

    private Optional<Modules.Status> status(String kind) {
        return steps.wanted().stream()
                .filter(module -> module.kind().equals(kind))
                .findFirst()
                .map(module -> new Modules.Status(
                        module,
                        List.of(),
                        keeper.serving(kind),
                        keeper.inside().getOrDefault(kind, 0),
                        steps.health(kind),
                        Optional.ofNullable(module.swap()).map(steps::swap),
                        List.of()));
    }

    // The thread

    private void run() {
        try {
            keeper.begin();
            prune();
            while (stopping.getCount() > 0) {
                boolean more = oneRound();
                if (!more && bell.tryAcquire(BETWEEN_ROUNDS_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
            if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING) {
                keeper.giveUp();
            } else {
                checks.follow(Set.of());
                keeper.end();
            }
        } catch (InterruptedException | IllegalStateException e) {
            LOG.log(Level.WARNING, "The module manager was ended before its modules", e);
        }
    }

    private boolean oneRound() {
        try {
            boolean more = keeper.round();
            checks.follow(steps.wanted().stream().map(Module::kind).collect(Collectors.toSet()));
            started.countDown();
            return more;
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "Stopped between two steps", e);
        } catch (RuntimeException | Error e) {
            // A stop may take the framework away from under a step; anything else, such as a moment without memory or
            // without a store, must not end the rounds.
            if (stopping.getCount() > 0) {
                LOG.log(Level.ERROR, "A round of the module manager failed", e);
            }
        }
        return false;
    }

    /** What is to run, and what can be gone back to, stays. */
    private void prune() {
        try {
            Set<String> inUse = new HashSet<>();
            for (Module module : steps.wanted()) {
                if (module.active() != null) {
                    inUse.add(module.active().digest());
                }
                module.before().forEach(g -> inUse.add(g.digest()));
            }
            store.prune(inUse);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Old copies of jars can''t be thrown away: {0}", e.toString());
        }
    }
}
