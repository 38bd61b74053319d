package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.SelfTest;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.ModuleRuntime.Examined;
import nl.knelpunt.modules.fixture.ConfiguredAdapter;
import nl.knelpunt.modules.fixture.FailingAdapter;
import nl.knelpunt.modules.fixture.ThrowingAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The framework as those see it who stage, plan and watch, with its own thread that carries things out. */
class ModuleManagerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path made;

    private static Signing signer;
    private static Path police;
    private static Path newer;

    @TempDir
    Path temporary;

    private final LogLines log = new LogLines();
    private final FakeModules steps = new FakeModules(Clock.systemUTC());
    private TestFramework framework;
    private ModuleManager manager;

    @BeforeAll
    static void make() throws Exception {
        signer = Signing.as("Politie", made);
        police = signer.sign(PluginJar.police().write(made.resolve("police.jar")));
        newer = signer.sign(PluginJar.police().version("1.1.0").write(made.resolve("newer.jar")));
    }

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(
                        temporary.resolve("felix"),
                        Map.of("knelpunt.data", temporary.resolve("data").toString()))
                .start();
        framework
                .install(TestFramework.jarOnClassPath("org.apache.felix.configadmin"))
                .start();
        framework.install(TestFramework.homeOf(Router.class)).start();
        manager = new ModuleManager(
                framework.context(),
                settings(Map.of()),
                framework.service(Router.class),
                steps,
                framework.service(SelfTest.class),
                framework.service(ServiceComponentRuntime.class),
                framework.service(ConfigurationAdmin.class));
    }

    @AfterEach
    void stop() throws Exception {
        manager.deactivate();
        log.close();
        framework.close();
    }

    private static ModuleManager.Settings settings(Map<String, String> named) {
        return Settings.of(ModuleManager.Settings.class, named);
    }

    private static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }

    private Examined examine(Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            return manager.examine(in);
        }
    }

    private StagedModule staged(Path jar) throws IOException {
        Examined found = examine(jar);
        StagedModule staged = new StagedModule(
                found.descriptor().digest(),
                found.descriptor().id(),
                found.descriptor().version(),
                found.descriptor().kind(),
                found.fingerprint(),
                found.schema(),
                found.canGoBack(),
                "test",
                null,
                null);
        steps.staged.put(staged.digest(), staged);
        return staged;
    }

    private Path signed(PluginJar jar) throws Exception {
        return signer.sign(jar.write(temporary.resolve("other.jar")));
    }

    @Test
    void itIsWellOnceItLookedAtWhatIsToRun() throws Exception {
        until("it started", () -> manager.problem().isEmpty());
        assertEquals("modules", manager.name());
        assertEquals(Optional.empty(), manager.concern());
    }

    @Test
    void whatIsToRunIsCarriedOutOnItsOwnThread() throws Exception {
        until("it started", () -> manager.problem().isEmpty());
        steps.installed = true;
        StagedModule one = staged(police);
        Swap swap = steps.begin("police", Swap.Operation.PHASE_IN, FakeModules.generation(one, Map.of()));
        manager.wake();
        until("it serves", () -> manager.serving("police").isPresent());
        assertEquals(one.digest(), manager.serving("police").orElseThrow().digest());
        assertEquals(Map.of("police", 0), manager.inside());
        until("it is over", () -> steps.swap(swap.id()).step() == Swap.Step.DONE);

        StagedModule two = staged(newer);
        steps.begin("police", Swap.Operation.PHASE_IN, FakeModules.generation(two, Map.of()));
        manager.wake();
        until(
                "the new one serves",
                () -> manager.serving("police")
                        .filter(g -> g.digest().equals(two.digest()))
                        .isPresent());
        until("the old one is gone", () -> framework.pluginBundles().size() == 1);
        assertEquals(List.of("police", "police"), steps.told, "everybody hears once of each");
    }

    @Test
    void whatItIsTakenAwayFromGoesToo() throws Exception {
        steps.begin("police", Swap.Operation.PHASE_IN, FakeModules.generation(staged(police), Map.of()));
        manager.wake();
        until("it serves", () -> manager.serving("police").isPresent());
        manager.deactivate();
        assertEquals(List.of(), framework.pluginBundles());
        assertEquals(List.of(), framework.plugins());
    }

    @Test
    void ofAJarItSaysWhatItIsAndWhoSignedIt() throws Exception {
        Examined found = examine(police);
        assertEquals("test.police", found.descriptor().id());
        assertEquals(signer.fingerprint(), found.fingerprint());
        assertEquals("CN=Politie", found.signer());
        assertEquals(Optional.of(found), manager.examined(found.descriptor().digest()));
        assertEquals(Optional.empty(), manager.examined("0".repeat(64)));
        assertEquals(List.of(), manager.resolve(found.descriptor().digest()).refusals());
        assertEquals(List.of(), framework.pluginBundles(), "nothing of it runs");
    }

    @Test
    void whatIsNoPluginIsRefusedInBothLanguagesAndNotKept() throws Exception {
        Path unsigned = PluginJar.police().write(temporary.resolve("unsigned.jar"));
        ModuleRefusedException refused = assertThrows(ModuleRefusedException.class, () -> examine(unsigned));
        Text reason = refused.reasons().get(0);
        assertTrue(reason.en().contains("it is not signed"), reason::en);
        assertTrue(reason.nl().contains("hij is niet ondertekend"), reason::nl);
        try (var kept = Files.list(temporary.resolve("data/modules"))) {
            assertEquals(0, kept.count());
        }
    }

    @Test
    void aTrialLeavesNothingBehind() throws Exception {
        assertEquals(List.of(), manager.tryOut(examine(police).descriptor().digest()));
        assertEquals(List.of(), framework.pluginBundles());
        assertEquals(List.of(), framework.plugins(), "it took no calls");
    }

    @Test
    void whatFailsItsTrialIsToldWhy() throws Exception {
        String unmade = examine(signed(PluginJar.police().version("2.0.0").adapter(FailingAdapter.class)))
                .descriptor()
                .digest();
        List<Text> wrong = manager.tryOut(unmade);
        assertEquals(1, wrong.size());
        assertTrue(wrong.get(0).en().contains("it can't be made"), wrong::toString);
        BothLanguages.check(wrong.get(0));
        String throwing = examine(signed(PluginJar.police().version("2.0.1").adapter(ThrowingAdapter.class)))
                .descriptor()
                .digest();
        assertFalse(manager.tryOut(throwing).isEmpty());
        assertEquals(List.of(), framework.pluginBundles());
    }

    @Test
    void whatIsNotStagedIsNotKeptAndWhatIsStays() throws Exception {
        String one = examine(police).descriptor().digest();
        manager.discard(one);
        assertEquals(Optional.empty(), manager.examined(one));
        String other = staged(newer).digest();
        manager.discard(other);
        assertTrue(manager.examined(other).isPresent());
    }

    @Test
    void aCopyThatWasChangedIsNoLongerKnown() throws Exception {
        String digest = examine(police).descriptor().digest();
        manager.deactivate();
        Files.writeString(temporary.resolve("data/modules/" + digest + ".jar"), "something else");
        manager = new ModuleManager(
                framework.context(),
                settings(Map.of()),
                framework.service(Router.class),
                steps,
                framework.service(SelfTest.class),
                framework.service(ServiceComponentRuntime.class),
                framework.service(ConfigurationAdmin.class));
        assertEquals(Optional.empty(), manager.examined(digest));
        ModuleRefusedException refused = assertThrows(ModuleRefusedException.class, () -> manager.resolve(digest));
        assertTrue(refused.getMessage().contains("its copy is gone or was changed"), refused::getMessage);
    }

    @Test
    void whatCanBeSetIsToldAndCarriedOverBetweenVersions() throws Exception {
        String one = examine(signed(PluginJar.police().adapter(ConfiguredAdapter.class)))
                .descriptor()
                .digest();
        assertEquals(4, manager.attributes(one).size());
        String two = examine(signed(PluginJar.police()
                        .version("2.0.0")
                        .adapter(ConfiguredAdapter.class)
                        .file(
                                DescriptorReader.MODULE,
                                "{\"schema\": 2, \"canGoBack\": true, \"steps\": [{\"to\": 2, \"rename\": {\"hello\": \"greeting\"},"
                                        + " \"remove\": []}]}")))
                .descriptor()
                .digest();
        Configuration old = new Configuration(1, Map.of("hello", List.of("plain")));
        Configuration migrated = manager.migrate(old, one, two);
        assertEquals(new Configuration(2, Map.of("greeting", List.of("plain"))), migrated);
        assertEquals(old, manager.migrate(migrated, two, one), "and back by the same steps");
    }

    @Test
    void aReceiptOfAnotherJarIsRefused() {
        byte[] receipt = TckReceiptTest.receipt("1.0", "a".repeat(64)).getBytes(StandardCharsets.UTF_8);
        assertEquals("1.0", manager.receipt(receipt, "a".repeat(64)));
        assertThrows(ModuleRefusedException.class, () -> manager.receipt(receipt, "b".repeat(64)));
    }

    @Test
    void settingsThatCanNotBeReadAreToldAndLeaveThingsAsTheyWere() throws Exception {
        until("it started", () -> manager.problem().isEmpty());
        for (Map<String, String> wrong : List.of(
                Map.of("probationMessages", "none"),
                Map.of("probationErrors", "101"),
                Map.of("probationSeconds", "60", "probationMostSeconds", "30"),
                Map.of("replaceSeconds", "0"))) {
            manager.change(settings(wrong));
            Text problem = manager.problem().orElseThrow();
            assertTrue(problem.en().startsWith("conf/nl.knelpunt.modules.cfg is wrong"), problem::en);
            assertEquals("modules", manager.name());
        }
        manager.change(settings(Map.of("probationMessages", "10")));
        assertEquals(Optional.empty(), manager.problem());
    }
}
