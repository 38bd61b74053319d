package nl.knelpunt.modules;

import static nl.knelpunt.engine.module.Swap.Operation.PHASE_IN;
import static nl.knelpunt.engine.module.Swap.Operation.REPLACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.SelfTest;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.modules.fixture.ConfiguredAdapter;
import nl.knelpunt.modules.fixture.FailingAdapter;
import nl.knelpunt.modules.fixture.HangingAdapter;
import nl.knelpunt.modules.fixture.NamelessAdapter;
import nl.knelpunt.modules.fixture.ThrowingAdapter;
import nl.knelpunt.modules.fixture.WaitingAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** One generation takes the place of another in a real framework while it is called. */
@Timeout(120)
class KeeperTest {

    @TempDir
    static Path keys;

    private static Signing signer;

    @TempDir
    Path temporary;

    private final LogLines log = new LogLines();
    private final Ticking clock = new Ticking();
    private final FakeModules steps = new FakeModules(clock);
    private final Examiner examiner;
    private TestFramework framework;
    private Router router;
    private Keeper keeper;
    private int frameworks;

    KeeperTest(@TempDir Path copies) {
        examiner = new Examiner(new JarStore(copies, Clock.systemUTC()), new JarSignature(Clock.systemUTC()));
    }

    /** Stands still until it is moved. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-05-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void makeKey() throws Exception {
        signer = Signing.as("Politie", keys);
    }

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(temporary.resolve("felix" + frameworks++), Map.of()).start();
        framework
                .install(TestFramework.jarOnClassPath("org.apache.felix.configadmin"))
                .start();
        framework.install(TestFramework.homeOf(Router.class)).start();
        router = framework.service(Router.class);
        keeper = new Keeper(
                framework.context(),
                router,
                examiner,
                new PluginBundles(
                        framework.context(),
                        new PluginServices(framework.context(), framework.service(ServiceComponentRuntime.class)),
                        framework.service(ConfigurationAdmin.class),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(2),
                        new CountDownLatch(1)),
                steps,
                framework.service(SelfTest.class),
                clock,
                new Keeper.Probation(
                        10, Duration.ofSeconds(60), Duration.ofMinutes(15), 10, 25, Duration.ofMillis(300)),
                () -> {});
        keeper.begin();
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
        framework.close();
    }

    /** As a power cut would: everything that was in memory or in the framework is gone, what was written is not. */
    private void fall() throws Exception {
        framework.close();
        start();
    }

    // The story

    @Test
    void theFirstOneServesWithWhatItSaysOfItself() throws Exception {
        Swap swap = swapTo(PHASE_IN, "1.0.0");

        Plugin police = only(framework.plugins());
        assertEquals("police", police.descriptor().kind());
        assertEquals("test.police", police.descriptor().id());
        assertEquals("patrol", only(police.descriptor().interventionTypes()).code());
        Plugin.Adapter adapter = only(police.adapters());
        assertEquals("incident", adapter.format());
        assertEquals(List.of("application/xml", "text/xml"), adapter.mediaTypes());
        assertEquals(List.of("xml"), adapter.fileEndings());
        assertEquals(
                List.of(Swap.Step.APPROVED, Swap.Step.CANDIDATE, Swap.Step.SWITCHED, Swap.Step.DRAINED, Swap.Step.DONE),
                steps.passed(swap.id()),
                "with nothing to go back to there is no probation");
        assertEquals(Optional.of(swap.to()), keeper.serving("police"));
    }

    @Test
    void anotherTakesOverAndTheOldOneStaysUntilItsLastCallIsOver() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Plugin old = only(framework.plugins());
        Router.Lease call = router.lease("police").orElseThrow();

        Swap swap = begin(PHASE_IN, "1.1.0");
        rounds(4);
        assertEquals(Swap.Step.SWITCHED, step(swap));
        assertEquals(List.of("1.0.0", "1.1.0"), versionsServing());
        assertEquals(1, only(keeper.left()).inside());
        only(old.adapters()).reader().read(InputStream.nullInputStream(), draft -> {});
        try (Router.Lease next = router.lease("police").orElseThrow()) {
            assertEquals("1.1.0", next.plugin().descriptor().version());
        }

        call.close();
        roundsUntil(() -> step(swap) == Swap.Step.DRAINED);
        assertEquals(List.of("1.1.0"), versionsServing());
        assertEquals(1, framework.pluginBundles().size());
        assertFalse(framework.hasRemovalPending());
    }

    @Test
    void nothingOfTheOldOneIsLeftInMemory() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        swapTo(PHASE_IN, "1.1.0");
        roundsUntil(() -> {
            System.gc();
            return keeper.left().isEmpty();
        });
        rounds(1);
        assertTrue(log.once("Nothing is left in memory of test.police 1.0.0"), log::toString);
    }

    @Test
    void theFrameworkForgetsTheBundleOfTheOldOne() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        WeakReference<Bundle> old = new WeakReference<>(framework.context().getBundle(only(framework.pluginBundles())));
        swapTo(PHASE_IN, "1.1.0");
        roundsUntil(() -> {
            System.gc();
            return old.get() == null;
        });
    }

    @Test
    void whatIsHeldIsTold() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Object held = only(only(framework.plugins()).adapters()).reader();
        swapTo(PHASE_IN, "1.1.0");
        roundsUntil(() -> keeper.left().size() == 1 && only(keeper.left()).gone());
        assertEquals(List.of(), keeper.concerns());

        clock.now = clock.now.plus(Duration.ofMinutes(11));
        rounds(1);
        assertTrue(only(keeper.concerns()).en().contains("test.police 1.0.0"), held::toString);
    }

    @Test
    void underLoadNoCallFailsAndNoneFindsNobody() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(callers.submit(() -> {
                int made = 0;
                while (!over.get()) {
                    try (Router.Lease lease = router.lease("police").orElseThrow()) {
                        only(lease.plugin().adapters()).reader().read(InputStream.nullInputStream(), draft -> {});
                    }
                    made++;
                }
                return made;
            }));
        }
        for (int i = 1; i <= 10; i++) {
            swapTo(i % 2 == 0 ? PHASE_IN : REPLACE, "1." + i + ".0");
        }
        over.set(true);
        callers.shutdown();
        for (Future<Integer> caller : calls) {
            assertTrue(caller.get() > 0);
        }
        assertEquals(List.of("1.10.0"), versionsServing());
        assertFalse(framework.hasRemovalPending());
    }

    @Test
    void whoReplacesLetsCallersWaitUntilTheNewOneServes() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Router.Lease call = router.lease("police").orElseThrow();
        ExecutorService others = Executors.newSingleThreadExecutor();
        Future<String> waiting = others.submit(() -> {
            while (router.inside(call.plugin()) == 1
                    && framework.pluginBundles().size() < 2) {
                Thread.onSpinWait();
            }
            // Held by now, or soon: in either case the old one does not take it after the new one serves.
            call.close();
            try (Router.Lease lease = router.lease("police").orElseThrow()) {
                return lease.plugin().descriptor().version();
            }
        });
        Swap swap = swapTo(REPLACE, "1.1.0");
        assertNotNull(waiting.get());
        assertTrue(swap.hasSwitched());
        assertEquals(List.of("1.1.0"), versionsServing());
        others.shutdownNow();
    }

    @Test
    void whoReplacesAndWaitsTooLongLeavesTheOldOne() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Plugin before = only(framework.plugins());
        try (Router.Lease hanging = router.lease("police").orElseThrow()) {
            Swap swap = begin(REPLACE, "1.1.0");
            roundsUntil(() -> step(swap) == Swap.Step.ABORTED);
            assertTrue(steps.swap(swap.id()).reason().en().contains("went on for longer"));
            assertEquals(List.of(before), framework.plugins());
            assertEquals(hanging.plugin(), before);
            assertEquals("police", only(List.copyOf(router.activeKinds())));
        }
        assertEquals(1, framework.pluginBundles().size());
    }

    @Test
    void aCallThatNeverEndsKeepsItsPluginAndNobodyElse() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Router.Lease hanging = router.lease("police").orElseThrow();
        Swap swap = begin(PHASE_IN, "1.1.0");
        rounds(10);
        assertEquals(Swap.Step.SWITCHED, step(swap), "never stopped regardless");
        assertEquals(List.of("1.0.0", "1.1.0"), versionsServing());

        StagedModule customs = stage(PluginJar.customs());
        Swap other = steps.begin("customs", PHASE_IN, FakeModules.generation(customs, Map.of()));
        roundsUntil(() -> steps.swap(other.id()).step().isEnd());
        hanging.close();
        roundsUntil(() -> step(swap) == Swap.Step.DRAINED);
    }

    @Test
    void whatIsToRunNoMoreGoesAndComesBack() throws Exception {
        Swap first = swapTo(PHASE_IN, "1.0.0");
        assertEquals(List.of(), steps.told, "an installation begins");
        steps.installed = true;
        Swap away = steps.begin("police", PHASE_IN, null);
        roundsUntil(() -> step(away) == Swap.Step.DONE);
        assertEquals(List.of("police gone"), steps.told);
        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of(), framework.pluginBundles());

        Swap back = steps.begin("police", PHASE_IN, first.to());
        roundsUntil(() -> step(back) == Swap.Step.DONE);
        assertEquals(List.of("police gone", "police"), steps.told);
        assertEquals(List.of("1.0.0"), versionsServing());
    }

    // What does not do

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FailingAdapter  | it can't be made
                    NamelessAdapter | @Reads needs media types
                    WaitingAdapter  | its adapters don't come up
                    HangingAdapter  | its adapters can't be made within
                    ThrowingAdapter | it fails its self-test: "throwing" was given an empty message and failed with java.lang.IllegalStateException
                    """)
    void aCandidateThatDoesNotDoIsTakenAwayAndTheOldOneNeverNoticed(String adapter, String reason) throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Plugin before = only(framework.plugins());

        Class<?> bad = List.of(
                        FailingAdapter.class,
                        NamelessAdapter.class,
                        WaitingAdapter.class,
                        HangingAdapter.class,
                        ThrowingAdapter.class)
                .stream()
                .filter(c -> c.getSimpleName().equals(adapter))
                .findFirst()
                .orElseThrow();
        Swap swap = begin(PHASE_IN, PluginJar.police().version("1.1.0").adapter(bad), Map.of());
        roundsUntil(() -> step(swap).isEnd());

        assertEquals(Swap.Step.ABORTED, step(swap));
        assertTrue(
                both(steps.swap(swap.id()).reason()).contains(reason),
                () -> String.valueOf(steps.swap(swap.id()).reason()));
        rounds(2);
        assertEquals(List.of(before), framework.plugins());
        assertEquals(1, framework.pluginBundles().size());
        assertFalse(framework.hasRemovalPending());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Export-Package         | nl.knelpunt.modules.fixture    | exports nl.knelpunt.modules.fixture; a plugin exports nothing
                    Import-Package         | org.osgi.framework,*           | imports org.osgi.framework; a plugin imports only
                    Import-Package         | nl.knelpunt.engine.port,*      | imports nl.knelpunt.engine.port; a plugin imports only
                    Import-Package         | nl.knelpunt.apiary,*           | imports nl.knelpunt.apiary; a plugin imports only
                    Import-Package         | nl.knelpunt.support.xml;resolution:=optional,* | imports nl.knelpunt.support.xml optionally
                    DynamicImport-Package  | *                              | has DynamicImport-Package
                    Require-Bundle         | org.apache.felix.scr           | has Require-Bundle
                    Bundle-Activator       | a.B                            | has Bundle-Activator
                    Bundle-ClassPath       | .,lib.jar                      | has Bundle-ClassPath
                    Bundle-NativeCode      | a.so                           | has Bundle-NativeCode
                    Fragment-Host          | org.apache.felix.scr           | is a fragment
                    Bundle-SymbolicName    | test.police;singleton:=true    | is a singleton
                    Provide-Capability     | police.secret                  | provides the capability police.secret
                    Require-Capability     | osgi.contract;filter:='(a=b)'  | requires the capability osgi.contract
                    """)
    void aPluginThatDoesNotStandOnItsOwnIsRefusedBeforeItStarts(String header, String value, String reason)
            throws Exception {
        Swap swap = begin(PHASE_IN, PluginJar.police().header(header, value.replace('\'', '"')), Map.of());
        roundsUntil(() -> step(swap).isEnd());

        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of(), framework.pluginBundles());
        assertTrue(
                both(steps.swap(swap.id()).reason()).contains("META-INF/MANIFEST.MF: it " + reason),
                () -> String.valueOf(steps.swap(swap.id()).reason()));
    }

    @Test
    void whatWasEndedByAnAdministratorGoesNoFurther() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Swap swap = begin(PHASE_IN, "1.1.0");
        steps.step(swap.id(), Swap.Step.ABORTED, null, new Text("not today", "not today"));
        rounds(3);
        assertEquals(List.of("1.0.0"), versionsServing());
    }

    // Probation

    @Test
    void aNewOneIsThereForGoodAfterEnoughMessagesAndTime() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Swap swap = swapTo(PHASE_IN, "1.1.0");
        steps.health = new Modules.Health(10, 1, 1, 1);
        rounds(2);
        assertEquals(Swap.Step.DRAINED, step(swap));
        clock.now = clock.now.plusSeconds(60);
        rounds(1);
        assertEquals(Swap.Step.DONE, step(swap));
        assertEquals(10, steps.swap(swap.id()).counters().accepted());
    }

    @Test
    void whereFewMessagesComeItIsThereForGoodAfterAWhile() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Swap swap = swapTo(PHASE_IN, "1.1.0");
        clock.now = clock.now.plus(Duration.ofMinutes(14));
        rounds(1);
        assertEquals(Swap.Step.DRAINED, step(swap));
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        rounds(1);
        assertEquals(Swap.Step.DONE, step(swap));
    }

    @Test
    void aNewOneThatFailsTooOftenGoesBackByItself() throws Exception {
        Generation first = swapTo(PHASE_IN, "1.0.0").to();
        Swap swap = swapTo(PHASE_IN, "1.1.0");
        steps.installed = true;
        steps.health = new Modules.Health(3, 1, 1, 1);
        roundsUntil(() -> step(swap) == Swap.Step.ROLLED_BACK);
        roundsUntil(() -> versionsServing().equals(List.of("1.0.0")));
        assertEquals(List.of("police"), steps.told, "everybody hears once");
        assertEquals(first, steps.modules.get("police").active());
        assertEquals(List.of(), steps.modules.get("police").before(), "what did not do is not gone back to");
        assertTrue(steps.swap(swap.id()).reason().en().contains("failed on 1 of 3 messages"));
    }

    @Test
    void aNewOneThatHarmsThePlatformGoesBackByItself() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Swap swap = swapTo(PHASE_IN, "1.1.0");
        router.cutOff(only(framework.plugins()), new Text("Het duurde te lang.", "It took too long."));
        roundsUntil(() -> step(swap) == Swap.Step.ROLLED_BACK);
        roundsUntil(() -> versionsServing().equals(List.of("1.0.0")));
    }

    // Quarantine

    @Test
    void whatHarmsThePlatformIsInQuarantineOverARestartAndTheOthersServe() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Swap customs = steps.begin("customs", PHASE_IN, FakeModules.generation(stage(PluginJar.customs()), Map.of()));
        roundsUntil(() -> steps.swap(customs.id()).step().isEnd());
        steps.installed = true;
        router.cutOff(serving("police"), new Text("Het duurde te lang.", "It took too long."));
        roundsUntil(() -> framework.plugins().size() == 1);
        assertEquals(List.of("police gone"), steps.told);

        assertEquals("customs", only(framework.plugins()).descriptor().kind());
        assertEquals(
                "It took too long.",
                steps.modules.get("police").quarantine().reason().en());
        assertTrue(only(keeper.concerns()).en().contains("It took too long."));
        steps.told.clear();
        fall();
        rounds(3);
        assertEquals("customs", only(framework.plugins()).descriptor().kind());
        assertEquals(List.of(), steps.told, "a start tells nobody");

        steps.modules.put("police", steps.modules.get("police").quarantined(null));
        rounds(2);
        assertEquals(2, framework.plugins().size(), "released");
        assertEquals(List.of("police"), steps.told);
    }

    @Test
    void whatWasThereForGoodAndFailsTooOftenIsInQuarantine() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        steps.recent = new ModuleSteps.Recent(19, 19);
        rounds(2);
        assertEquals(1, framework.plugins().size(), "too few to tell");
        steps.recent = new ModuleSteps.Recent(20, 5);
        rounds(2);
        assertEquals(1, framework.plugins().size(), "one in four is borne");
        steps.recent = new ModuleSteps.Recent(20, 6);
        roundsUntil(() -> framework.plugins().isEmpty());
        assertTrue(steps.modules.get("police").quarantine().reason().en().contains("6 of the last 20"));
    }

    @Test
    void anotherOneTakesThePlaceOfWhatIsInQuarantine() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        steps.cutOff("police", new Text("te traag", "too slow"));
        roundsUntil(() -> framework.plugins().isEmpty());
        swapTo(PHASE_IN, "1.0.1");
        assertEquals(List.of("1.0.1"), versionsServing());
        assertNull(steps.modules.get("police").quarantine());
    }

    // A fall

    /** Whatever step was written last, one of the two serves afterwards, and which is not left to chance. */
    @ParameterizedTest
    @CsvSource({
        "APPROVED, 1.1.0, DRAINED",
        "CANDIDATE, 1.0.0, ABORTED",
        "SWITCHED, 1.1.0, DRAINED",
        "DRAINED, 1.1.0, DRAINED",
        "DONE, 1.1.0, DONE",
        "ABORTED, 1.0.0, ABORTED",
        "ROLLED_BACK, 1.0.0, ROLLED_BACK"
    })
    void afterAFallAtAnyStepOneOfTheTwoServes(Swap.Step written, String serves, Swap.Step ends) throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Swap swap = begin(PHASE_IN, "1.1.0");
        List<Swap.Step> way = switch (written) {
            case APPROVED -> List.of();
            case ABORTED -> List.of(Swap.Step.CANDIDATE, Swap.Step.ABORTED);
            case ROLLED_BACK -> List.of(Swap.Step.CANDIDATE, Swap.Step.SWITCHED, Swap.Step.ROLLED_BACK);
            default -> List.of(Swap.Step.values()).subList(1, written.ordinal() + 1);
        };
        way.forEach(step -> steps.step(swap.id(), step, null, null));

        fall();
        rounds(5);

        assertEquals(List.of(serves), versionsServing());
        assertEquals(1, framework.pluginBundles().size());
        assertEquals(ends, step(swap));
    }

    @ParameterizedTest
    @CsvSource({"APPROVED", "CANDIDATE", "SWITCHED", "DRAINED"})
    void afterAFallTheFirstOneServesAllTheSame(Swap.Step written) throws Exception {
        Swap swap = begin(PHASE_IN, "1.0.0");
        List.of(Swap.Step.values())
                .subList(1, written.ordinal() + 1)
                .forEach(step -> steps.step(swap.id(), step, null, null));
        fall();
        rounds(5);
        assertEquals(List.of("1.0.0"), versionsServing());
        assertEquals(Swap.Step.DONE, step(swap));
    }

    @Test
    void afterAFallTheOldOneServesWhenTheNewOneDoesNotStart() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        Swap swap = begin(PHASE_IN, PluginJar.police().version("1.1.0").adapter(FailingAdapter.class), Map.of());
        steps.step(swap.id(), Swap.Step.CANDIDATE, null, null);
        steps.step(swap.id(), Swap.Step.SWITCHED, null, null);
        fall();
        rounds(5);
        assertEquals(List.of("1.0.0"), versionsServing());
        assertEquals(Swap.Step.ROLLED_BACK, step(swap));
    }

    @Test
    void whatDoesNotStartAtABootIsToldOnce() throws Exception {
        Generation first = swapTo(PHASE_IN, "1.0.0").to();
        examiner.discard(first.digest());
        fall();
        rounds(5);
        assertEquals(List.of(), framework.plugins());
        assertTrue(log.once("does not run: its copy is gone or was changed"), log::toString);
        assertTrue(only(keeper.concerns()).en().contains("its copy is gone"));
    }

    @Test
    void whatAnEarlierRunLeftInTheFrameworkIsTakenAway() throws Exception {
        Path jar = PluginJar.police().write(temporary.resolve("left.jar"));
        try (InputStream in = Files.newInputStream(jar)) {
            framework.context().installBundle("plugin:0123/7", in).start();
        }
        keeper.end();
        keeper.begin();
        assertEquals(List.of(), framework.pluginBundles());
    }

    @Test
    void anEndTakesEverythingOut() throws Exception {
        swapTo(PHASE_IN, "1.0.0");
        keeper.end();
        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of(), framework.pluginBundles());
    }

    // Configuration

    @Test
    void eachGenerationHasItsOwnConfiguration() throws Exception {
        PluginJar jar = PluginJar.police().adapter(ConfiguredAdapter.class);
        Swap first = begin(PHASE_IN, jar, Map.of());
        roundsUntil(() -> steps.swap(first.id()).step().isEnd());
        assertEquals("plain 3", greeting());

        Generation changed = new Generation(
                first.to().digest(),
                new nl.knelpunt.engine.module.Configuration(
                        1, Map.of("greeting", List.of("hello"), "times", List.of("5"))));
        Swap second = steps.begin("police", PHASE_IN, changed);
        roundsUntil(() -> step(second) == Swap.Step.DRAINED);
        assertEquals("hello 5", greeting());
        assertEquals(first.to().digest(), changed.digest(), "the same jar, another generation");

        steps.health = new Modules.Health(10, 9, 1, 1);
        roundsUntil(() -> step(second) == Swap.Step.ROLLED_BACK);
        assertEquals("plain 3", greeting(), "with its own configuration");
        roundsUntil(() -> framework.pluginBundles().size() == 1);
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(framework.service(ConfigurationAdmin.class).listConfigurations(null)),
                "nothing of it stays");
    }

    @Test
    void whatItCanNotBeConfiguredWithIsSaidByItself() throws Exception {
        PluginJar jar = PluginJar.police().adapter(ConfiguredAdapter.class);
        Swap first = begin(PHASE_IN, jar, Map.of());
        roundsUntil(() -> steps.swap(first.id()).step().isEnd());

        Generation wrong = new Generation(
                first.to().digest(), new nl.knelpunt.engine.module.Configuration(1, Map.of("greeting", List.of(" "))));
        Swap second = steps.begin("police", PHASE_IN, wrong);
        roundsUntil(() -> step(second) == Swap.Step.ABORTED);
        assertTrue(
                steps.swap(second.id())
                        .reason()
                        .en()
                        .endsWith("it can't be made; greeting, line 1, column 1: it says nothing"),
                () -> String.valueOf(steps.swap(second.id()).reason()));
        assertEquals("plain 3", greeting());
    }

    private String greeting() throws Exception {
        try (Router.Lease lease = router.lease("police").orElseThrow()) {
            only(lease.plugin().adapters()).reader().read(InputStream.nullInputStream(), draft -> {});
            throw new AssertionError("It greets by a mistake");
        } catch (nl.knelpunt.api.adapter.MessageException e) {
            return e.reason().en();
        }
    }

    private static String both(Text reason) {
        BothLanguages.check(reason);
        return reason.en();
    }

    // The bench

    private Swap swapTo(Swap.Operation operation, String version) throws Exception {
        Swap swap = begin(operation, version);
        roundsUntil(() -> step(swap).compareTo(Swap.Step.DRAINED) >= 0);
        rounds(1);
        assertTrue(
                steps.swap(swap.id()).hasSwitched(),
                () -> String.valueOf(steps.swap(swap.id()).reason()));
        return steps.swap(swap.id());
    }

    private Swap begin(Swap.Operation operation, String version) throws Exception {
        return begin(operation, PluginJar.police().version(version), Map.of());
    }

    private Swap begin(Swap.Operation operation, PluginJar jar, Map<String, List<String>> values) throws Exception {
        Module module = steps.modules.get("police");
        if (module != null && module.swap() != null) {
            // What comes next ends a probation.
            steps.step(module.swap(), Swap.Step.DONE, null, null);
        }
        return steps.begin("police", operation, FakeModules.generation(stage(jar), values));
    }

    private StagedModule stage(PluginJar jar) throws Exception {
        try (InputStream in = Files.newInputStream(signer.sign(jar.write(temporary.resolve("plugin.jar"))))) {
            return steps.stage(examiner, in);
        }
    }

    private Swap.Step step(Swap swap) {
        return steps.swap(swap.id()).step();
    }

    private Plugin serving(String kind) {
        return framework.plugins().stream()
                .filter(plugin -> plugin.descriptor().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> versionsServing() {
        return framework.plugins().stream()
                .map(plugin -> plugin.descriptor().version())
                .sorted()
                .toList();
    }

    private void rounds(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            keeper.round();
        }
    }

    /** A drain ends on a thread of its own; every round looks whether it has. */
    private void roundsUntil(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "Not reached; the log says " + log);
            keeper.round();
            Thread.onSpinWait();
        }
    }

    private static <T> T only(List<T> list) {
        assertEquals(1, list.size(), list::toString);
        return list.get(0);
    }
}
