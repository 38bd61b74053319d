package nl.knelpunt.modules;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.ModuleRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Follows {@code plugins/} on one thread, and brings in what an installation begins with. */
@Component(immediate = true, service = HealthCheck.class, configurationPid = PluginsFolder.PID)
@Designate(ocd = PluginsFolder.Settings.class)
public final class PluginsFolder implements HealthCheck {

    static final String PID = "nl.knelpunt.modules.folder";

    private static final Logger LOG = System.getLogger(PluginsFolder.class.getName());
    private static final long BETWEEN_ROUNDS_MILLIS = 500;
    private static final long STOP_WITHIN_MILLIS = 20_000;

    @ObjectClassDefinition(name = "The plugins folder")
    @interface Settings {

        @AttributeDefinition(
                description =
                        "What becomes of a jar that is put in plugins: automatic (it is swapped in, and out when it is"
                                + " taken away) or stage (it waits until somebody has a plan carried out)")
        String policy() default "automatic";
    }

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final Modules modules;
    private final ModuleSteps steps;
    private final TrustFile trust;

    /** An installation begins when it opens for messages, not when the command line lends it a hand before. */
    private final boolean isOpen;

    private final FolderFollower follower;
    private final Thread thread;
    private volatile boolean automatic;
    private volatile Text mistake;

    @Activate
    public PluginsFolder(
            BundleContext context,
            Settings settings,
            @Reference Modules modules,
            @Reference ModuleSteps steps,
            @Reference ModuleRuntime runtime) {
        String folder = context.getProperty("knelpunt.plugins");
        String conf = context.getProperty("knelpunt.conf");
        if (folder == null || conf == null) {
            throw new IllegalStateException("knelpunt.plugins and knelpunt.conf are not both set");
        }
        this.modules = modules;
        this.steps = steps;
        this.isOpen = context.getProperty("knelpunt.inbox") != null;
        trust = new TrustFile(Path.of(conf, "trust.json"));
        follower = new FolderFollower(new PluginFolder(Path.of(folder), Clock.systemUTC()), modules, steps, runtime);
        change(settings);
        thread = new Thread(this::run, "knelpunt-plugins-folder");
        thread.setDaemon(true);
        thread.start();
    }

    /** What can't be understood does the less. */
    @Modified
    void change(Settings settings) {
        String policy = settings.policy().strip();
        automatic = policy.equals("automatic");
        mistake = automatic || policy.equals("stage")
                ? null
                : new Text(
                        "conf/" + PID + ".cfg klopt niet: policy is automatic of stage. Verbeter het bestand.",
                        "conf/" + PID + ".cfg is wrong: policy is automatic or stage. Correct the file.");
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        stopping.countDown();
        thread.join(STOP_WITHIN_MILLIS);
    }

    @Override
    public String name() {
        return started.getCount() == 0 || mistake != null ? "plugins" : "starting";
    }

    @Override
    public Optional<Text> problem() {
        if (mistake != null) {
            return Optional.of(mistake);
        }
        return started.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Text(
                        "Wordt gestart: de map plugins wordt bekeken. Wacht even.",
                        "Starting: the plugins folder is being looked at. Please wait."));
    }

    @Override
    public Optional<Text> concern() {
        List<String> refused = follower.refused();
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
            boolean isTrusting = false;
            do {
                isTrusting = isTrusting || trust();
                if (isTrusting && oneRound() && started.getCount() > 0) {
                    if (isOpen) {
                        steps.installed();
                    }
                    started.countDown();
                }
            } while (!stopping.await(BETWEEN_ROUNDS_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "Ended", e);
        }
    }

    private boolean oneRound() {
        try {
            return follower.round(automatic || !steps.isInstalled());
        } catch (RuntimeException | Error e) {
            // A moment without memory or without a store must not end the rounds.
            if (stopping.getCount() > 0) {
                LOG.log(Level.ERROR, "A look at the plugins folder failed", e);
            }
            return false;
        }
    }

    /** @return false when it is to be tried again */
    private boolean trust() {
        try {
            Set<String> known =
                    modules.signers(call()).stream().map(Signer::fingerprint).collect(Collectors.toSet());
            for (TrustFile.Trusted signer : trust.read()) {
                if (known.add(signer.fingerprint())) {
                    modules.trust(
                            call(), signer.entry().certificate(), signer.entry().kinds());
                }
            }
        } catch (IOException | BrokenPluginException e) {
            LOG.log(Level.ERROR, "conf/trust.json can''t be used: {0}", e.getMessage());
        } catch (RuntimeException e) {
            if (stopping.getCount() > 0) {
                LOG.log(Level.ERROR, "Nobody is trusted yet by conf/trust.json", e);
            }
            return false;
        }
        return true;
    }

    private static Call call() {
        return new Call(new Caller.Maintenance(), UUID.randomUUID(), "conf/trust.json");
    }
}
