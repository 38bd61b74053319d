package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.ModuleRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder with its own thread: whom an installation begins to trust, what it begins with, and what it says of itself. */
class PluginsFolderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path made;

    private static Signing signer;
    private static Path police;

    @TempDir
    Path temporary;

    private final LogLines log = new LogLines();
    private final FakeModules steps = new FakeModules(Clock.systemUTC());
    private final List<Signer> trusted = new CopyOnWriteArrayList<>();
    private final Map<String, Modules.Wanted> plans = new HashMap<>();
    private Path plugins;
    private Path conf;
    private TestFramework framework;
    private Examiner examiner;
    private PluginsFolder folder;

    @BeforeAll
    static void make() throws Exception {
        signer = Signing.as("Politie", made);
        police = signer.sign(PluginJar.police().write(made.resolve("police.jar")));
    }

    @BeforeEach
    void prepare() throws Exception {
        plugins = Files.createDirectory(temporary.resolve("plugins"));
        conf = Files.createDirectory(temporary.resolve("conf"));
        examiner = new Examiner(
                new JarStore(temporary.resolve("copies"), Clock.systemUTC()), new JarSignature(Clock.systemUTC()));
    }

    @AfterEach
    void stop() throws Exception {
        folder.deactivate();
        framework.close();
        log.close();
    }

    /** @param isOpen whether messages may come, or the command line only lends a hand */
    private void start(boolean isOpen, String policy) throws Exception {
        Map<String, String> properties =
                new HashMap<>(Map.of("knelpunt.plugins", plugins.toString(), "knelpunt.conf", conf.toString()));
        if (isOpen) {
            properties.put("knelpunt.inbox", temporary.resolve("inbox").toString());
        }
        framework = new TestFramework(temporary.resolve("felix"), properties).start();
        folder = new PluginsFolder(
                framework.context(), settings(policy), answering(Modules.class), steps, answering(ModuleRuntime.class));
    }

    private static PluginsFolder.Settings settings(String policy) {
        return Settings.of(PluginsFolder.Settings.class, Map.of("policy", policy));
    }

    @SuppressWarnings("unchecked")
    private <T> T answering(Class<T> type) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "signers" -> List.copyOf(trusted);
                    case "trust" -> {
                        Signer one = new Signer(
                                signer.fingerprint(),
                                "CN=Politie",
                                (String) arguments[1],
                                (Set<String>) arguments[2],
                                "maintenance",
                                Instant.EPOCH,
                                null);
                        trusted.add(one);
                        yield one;
                    }
                    case "stage" -> steps.stage(examiner, (InputStream) arguments[1], (byte[]) arguments[2]);
                    case "examined" -> examiner.find((String) arguments[0]).map(Examiner.Jar::examined);
                    case "plan" -> plan((Modules.Wanted) arguments[1]);
                    case "apply" -> apply((String) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private synchronized ModulePlan plan(Modules.Wanted wanted) {
        String digest = "plan " + plans.size();
        plans.put(digest, wanted);
        return FakeModules.possible(digest, wanted);
    }

    /** Carried out at once. */
    private synchronized Swap apply(String plan) {
        Modules.Wanted wanted = plans.get(plan);
        Swap swap = steps.begin(
                wanted.kind(),
                wanted.operation(),
                wanted.digest() == null ? null : FakeModules.generation(steps.staged(wanted.digest()), Map.of()));
        for (Swap.Step step : List.of(Swap.Step.CANDIDATE, Swap.Step.SWITCHED, Swap.Step.DRAINED, Swap.Step.DONE)) {
            steps.step(swap.id(), step, null, null);
        }
        return swap;
    }

    private static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }

    private void untilStarted() throws InterruptedException {
        until("it looked at everything", () -> folder.problem().isEmpty());
    }

    private void trustFile(String content) throws Exception {
        Files.writeString(conf.resolve("trust.json"), content);
    }

    private static String signers(String kinds) {
        return "{\"signers\": [{\"certificate\": \"" + signer.pem().replace("\n", "\\n") + "\", \"kinds\": [" + kinds
                + "]}]}";
    }

    private boolean runs(String kind) {
        return steps.wanted().stream().anyMatch(m -> m.kind().equals(kind) && m.active() != null);
    }

    @Test
    void anInstallationBeginsWithWhatLiesThereAndWhomTheFileTrusts() throws Exception {
        trustFile(signers("\"police\", \"customs\""));
        Files.copy(police, plugins.resolve("police.jar"));
        start(true, "automatic");
        untilStarted();
        assertTrue(runs("police"));
        assertTrue(steps.isInstalled());
        assertEquals("plugins", folder.name());
        assertEquals(
                List.of(Set.of("police", "customs")),
                trusted.stream().map(Signer::kinds).toList());
        assertEquals(Optional.empty(), folder.concern());
    }

    @Test
    void whoIsKnownIsNotTrustedAnew() throws Exception {
        trusted.add(new Signer(
                signer.fingerprint(), "CN=Politie", "", Set.of("police"), "ada", Instant.EPOCH, Instant.EPOCH));
        trustFile(signers("\"police\""));
        start(true, "automatic");
        untilStarted();
        assertEquals(1, trusted.size(), "an administrator who withdrew trust is not overruled by a file");
    }

    @Test
    void aTrustFileThatCanNotBeReadIsToldAndTrustsNobody() throws Exception {
        trustFile("{\"signers\": [{\"kinds\": [\"police\"]}]}");
        start(true, "automatic");
        untilStarted();
        assertEquals(List.of(), trusted);
        assertTrue(log.once("conf/trust.json can't be used: a signer needs"), log::toString);
    }

    @Test
    void theCommandLineOnAStoppedInstallationIsNotItsBeginning() throws Exception {
        start(false, "automatic");
        untilStarted();
        assertFalse(steps.isInstalled());
    }

    @Test
    void whereThePolicySaysSoAJarIsStagedOnlyButForWhatAnInstallationBeginsWith() throws Exception {
        Files.copy(police, plugins.resolve("police.jar"));
        steps.installed();
        start(true, "stage");
        until("it is staged", () -> !steps.staged.isEmpty());
        untilStarted();
        assertFalse(runs("police"));
        folder.change(settings("automatic"));
        Files.copy(
                signer.sign(PluginJar.customs().write(temporary.resolve("customs.jar"))),
                plugins.resolve("customs.jar"));
        until("what comes afterwards is swapped in", () -> runs("customs"));
    }

    @Test
    void aPolicyThatCanNotBeReadDoesTheLessAndIsTold() throws Exception {
        steps.installed();
        Files.copy(police, plugins.resolve("police.jar"));
        start(true, "whatever");
        until("it is staged", () -> !steps.staged.isEmpty());
        assertTrue(folder.problem().orElseThrow().en().contains("policy is automatic or stage"));
        assertEquals("plugins", folder.name());
        assertFalse(runs("police"));
    }

    @Test
    void aJarThatIsNotUsedIsAConcernInBothLanguages() throws Exception {
        Files.writeString(plugins.resolve("text.jar"), "no jar");
        start(true, "automatic");
        untilStarted();
        until("it is told", () -> folder.concern().isPresent());
        assertTrue(folder.concern().orElseThrow().en().startsWith("Not used in plugins: text.jar."));
        assertTrue(folder.concern().orElseThrow().nl().startsWith("Niet gebruikt in plugins: text.jar."));
    }
}
