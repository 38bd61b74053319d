package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.modules.fixture.FailingAdapter;
import nl.knelpunt.modules.fixture.HangingAdapter;
import nl.knelpunt.modules.fixture.NamelessAdapter;
import nl.knelpunt.modules.fixture.WaitingAdapter;
import nl.knelpunt.modules.fixture.hostile.CuriousAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Plugins come, change and go in a real framework while it runs. */
class PluginsInStepTest {

    @TempDir
    Path temporary;

    private final LogLines log = new LogLines();
    private Path folder;
    private TestFramework framework;
    private Router router;
    private PluginsInStep plugins;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectory(temporary.resolve("plugins"));
        framework = new TestFramework(temporary.resolve("felix"), Map.of()).start();
        framework.install(TestFramework.homeOf(Router.class)).start();
        router = framework.service(Router.class);
        plugins = manager();
        plugins.begin();
    }

    private PluginsInStep manager() {
        return new PluginsInStep(
                framework.context(),
                router,
                new PluginFolder(folder, Clock.systemUTC()),
                new JarStore(temporary.resolve("data/modules"), Clock.systemUTC()),
                new PluginBundles(
                        framework.context(),
                        new AdapterServices(framework.context(), framework.service(ServiceComponentRuntime.class)),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(2),
                        new CountDownLatch(1)));
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
        framework.close();
    }

    @Test
    void aJarThatIsAddedServesWithWhatItSaysOfItself() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));

        assertTrue(plugins.round());

        Plugin police = only(framework.plugins());
        assertEquals("police", police.descriptor().kind());
        assertEquals("test.police", police.descriptor().id());
        assertEquals("1.0.0", police.descriptor().version());
        assertEquals("patrol", only(police.descriptor().interventionTypes()).code());
        Plugin.Adapter adapter = only(police.adapters());
        assertEquals("incident", adapter.format());
        assertEquals(List.of("application/xml", "text/xml"), adapter.mediaTypes());
        assertEquals(List.of("xml"), adapter.fileEndings());
        assertEquals(
                List.of("plugin:" + police.descriptor().digest() + "/" + police.generation()),
                framework.pluginBundles());
        assertTrue(Files.exists(
                temporary.resolve("data/modules/" + police.descriptor().digest() + ".jar")));
    }

    @Test
    void aReplacedPluginStaysUntilItsLastCallIsOver() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        Plugin old = only(framework.plugins());
        Router.Lease call = router.lease("police").orElseThrow();

        PluginJar.police().version("1.1.0").write(folder.resolve("police.jar"));
        rounds(3);

        assertEquals(List.of("1.0.0", "1.1.0"), versionsServing());
        only(old.adapters()).reader().read(InputStream.nullInputStream(), draft -> {});

        call.close();
        roundsUntil(() -> framework.plugins().size() == 1);

        assertEquals(List.of("1.1.0"), versionsServing());
        assertEquals(1, framework.pluginBundles().size());
        assertFalse(framework.hasRemovalPending());
    }

    @Test
    void aNewBuildOfTheSameVersionTakesOverToo() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        String first = only(framework.plugins()).descriptor().digest();

        PluginJar.police().file(DescriptorReader.INTERVENTIONS, "[]").write(folder.resolve("police.jar"));
        rounds(2);
        roundsUntil(() -> framework.plugins().size() == 1);

        assertNotEquals(first, only(framework.plugins()).descriptor().digest(), log::toString);
    }

    @Test
    void aPluginThatComesBackWhileItsLastCallStillRunsServesAgain() throws Exception {
        Path jar = PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        try (Router.Lease call = router.lease("police").orElseThrow()) {
            Path elsewhere = Files.move(jar, temporary.resolve("police.jar"));
            roundsUntil(() -> router.activeKinds().isEmpty());

            Files.move(elsewhere, jar);
            rounds(3);
            try (Router.Lease next = router.lease("police").orElseThrow()) {
                assertTrue(next.plugin().generation() > call.plugin().generation());
            }
        }
        roundsUntil(() -> framework.plugins().size() == 1);
    }

    @Test
    void whileAPluginIsExchangedAgainAndAgainEveryCallFindsOneAndNoneFails() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(3);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(callers.submit(() -> {
                int count = 0;
                while (!over.get()) {
                    try (Router.Lease lease = router.lease("police").orElseThrow()) {
                        only(lease.plugin().adapters()).reader().read(InputStream.nullInputStream(), draft -> {});
                        count++;
                    }
                }
                return count;
            }));
        }

        for (int swap = 1; swap <= 10; swap++) {
            PluginJar.police().version("1." + swap).write(folder.resolve("police.jar"));
            rounds(2);
            roundsUntil(() -> framework.pluginBundles().size() == 1);
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
    void aRemovedPluginIsGoneWithoutRemains() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        PluginJar.customs().write(folder.resolve("customs.jar"));
        rounds(2);
        assertEquals(2, framework.plugins().size());

        Files.delete(folder.resolve("police.jar"));
        roundsUntil(() -> framework.plugins().size() == 1);

        assertEquals("customs", only(framework.plugins()).descriptor().kind());
        assertEquals(1, framework.pluginBundles().size());
        assertFalse(framework.hasRemovalPending());
    }

    @Test
    void aRemovedPluginThatIsStillCalledStaysUntilTheCallIsOver() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        Plugin police = only(framework.plugins());
        Router.Lease call = router.lease("police").orElseThrow();

        Files.delete(folder.resolve("police.jar"));
        rounds(4);
        assertEquals(1, framework.pluginBundles().size());
        only(police.adapters()).reader().read(InputStream.nullInputStream(), draft -> {});

        call.close();
        roundsUntil(() -> framework.pluginBundles().isEmpty());
        assertEquals(List.of(), framework.plugins());
    }

    @Test
    void aJarThatIsAwayForAMomentIsNotMissed() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        Plugin before = only(framework.plugins());

        Files.delete(folder.resolve("police.jar"));
        rounds(1);
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(3);

        assertEquals(List.of(before), framework.plugins());
    }

    @Test
    void aBrokenJarIsNamedWithItsMistakesAndTheOthersServe() throws Exception {
        PluginJar.customs().write(folder.resolve("customs.jar"));
        PluginJar.police()
                .file(DescriptorReader.PARTICIPANT, PluginJar.POLICE.replace("[\"POLITIE\"]", "[\"DOUANE\"]"))
                .write(folder.resolve("police.jar"));
        Files.writeString(folder.resolve("text.jar"), "not a jar");
        rounds(3);

        assertEquals("customs", only(framework.plugins()).descriptor().kind());
        assertEquals(1, framework.pluginBundles().size());
        assertTrue(
                log.once("Plugin jar police.jar is not used: knelpunt/participant.json, $.organs[0]: DOUANE belongs to"
                        + " the kind \"customs\", not to \"police\""),
                log::toString);
        assertTrue(log.once("Plugin jar text.jar is not used: it is not a sound jar file"), log::toString);
        try (var copies = Files.list(temporary.resolve("data/modules"))) {
            assertEquals(1, copies.count());
        }
    }

    @Test
    void aBrokenSuccessorLeavesTheOldOneAtWork() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        Plugin before = only(framework.plugins());

        PluginJar.police().version("1.1.0").adapter(FailingAdapter.class).write(folder.resolve("police.jar"));
        rounds(4);

        assertEquals(List.of(before), framework.plugins());
        assertEquals(1, framework.pluginBundles().size());
        assertFalse(framework.hasRemovalPending());
        assertTrue(log.once("it can't be made"), log::toString);
    }

    @Test
    void anAdapterThatDoesNotSayWhatItReadsIsRefused() throws Exception {
        PluginJar.police().adapter(NamelessAdapter.class).write(folder.resolve("police.jar"));
        rounds(3);

        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of(), framework.pluginBundles());
        assertTrue(log.once("@Reads needs media types"), log::toString);
    }

    @Test
    void anAdapterThatWaitsForWhatNeverComesIsNamed() throws Exception {
        PluginJar.police().adapter(WaitingAdapter.class).write(folder.resolve("police.jar"));
        rounds(3);

        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of(), framework.pluginBundles());
        assertTrue(log.once("its adapters don't come up: " + WaitingAdapter.class.getName()), log::toString);
    }

    @Test
    void anAdapterThatTakesTooLongToBeMadeKeepsNobodyUp() throws Exception {
        PluginJar.police().adapter(HangingAdapter.class).write(folder.resolve("police.jar"));
        PluginJar.customs().write(folder.resolve("customs.jar"));
        rounds(3);

        assertEquals("customs", only(framework.plugins()).descriptor().kind());
        assertTrue(log.once("Plugin jar police.jar is not used: its adapters can't be made within"), log::toString);

        Files.delete(folder.resolve("customs.jar"));
        roundsUntil(() -> framework.pluginBundles().isEmpty());
    }

    @Test
    void anAdapterThatUsesWhatItMayNotIsRefusedBeforeAnythingOfItRuns() throws Exception {
        PluginJar.police().adapter(CuriousAdapter.class).write(folder.resolve("police.jar"));
        rounds(3);

        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of("police.jar"), plugins.refused());
        assertTrue(
                log.once(
                        "Plugin jar police.jar is not used: nl/knelpunt/modules/fixture/hostile/CuriousAdapter.class: uses"
                                + " java.lang.System.exit, which a plugin can't"),
                log::toString);
        try (var copies = Files.list(temporary.resolve("data/modules"))) {
            assertEquals(0, copies.count());
        }
    }

    // Cut off

    private static final Text STUCK = new Text("Het duurde te lang.", "It took too long.");

    @Test
    void aPluginThatWasCutOffIsTakenOutAndStaysOutOverARestart() throws Exception {
        Path jar = PluginJar.police().write(folder.resolve("police.jar"));
        PluginJar.customs().write(folder.resolve("customs.jar"));
        rounds(2);
        assertEquals(List.of(), plugins.refused());
        router.cutOff(serving("police"), STUCK);
        roundsUntil(() -> framework.plugins().size() == 1);

        assertEquals("customs", only(framework.plugins()).descriptor().kind());
        assertEquals(1, framework.pluginBundles().size());
        assertEquals(List.of("police.jar"), plugins.refused());
        assertTrue(
                log.once("Plugin jar police.jar is not used any more: it was cut off: It took too long."),
                log::toString);

        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        rounds(3);
        plugins.end();
        plugins = manager();
        plugins.begin();
        rounds(3);
        assertEquals("customs", only(framework.plugins()).descriptor().kind());
        assertEquals(List.of("police.jar"), plugins.refused());
    }

    @Test
    void whoTakesItAwayAndPutsItBackTriesItAgain() throws Exception {
        Path jar = PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        router.cutOff(serving("police"), STUCK);
        roundsUntil(() -> framework.plugins().isEmpty());

        Path away = Files.move(jar, temporary.resolve("police.jar"));
        roundsUntil(() -> plugins.refused().isEmpty());
        Files.move(away, jar);
        roundsUntil(() -> framework.plugins().size() == 1);
    }

    @Test
    void anotherJarInItsPlaceServes() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        router.cutOff(serving("police"), STUCK);
        roundsUntil(() -> framework.plugins().isEmpty());

        PluginJar.police().version("1.0.1").write(folder.resolve("police.jar"));
        roundsUntil(() -> versionsServing().equals(List.of("1.0.1")));
        assertEquals(List.of(), plugins.refused());
    }

    @Test
    void anOlderOneThatLiesThereStillTakesItsPlace() throws Exception {
        PluginJar.police().version("1.0.0").write(folder.resolve("old.jar"));
        PluginJar.police().version("1.1.0").write(folder.resolve("new.jar"));
        rounds(2);
        assertEquals(List.of("1.1.0"), versionsServing());
        router.cutOff(serving("police"), STUCK);
        roundsUntil(() -> versionsServing().equals(List.of("1.0.0")));
        assertEquals(List.of("new.jar"), plugins.refused());
    }

    private Plugin serving(String kind) {
        return framework.plugins().stream()
                .filter(plugin -> plugin.descriptor().kind().equals(kind))
                .findFirst()
                .orElseThrow();
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
        PluginJar.police().header(header, value.replace('\'', '"')).write(folder.resolve("police.jar"));
        rounds(2);

        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of(), framework.pluginBundles());
        assertTrue(log.once("META-INF/MANIFEST.MF: it " + reason), log::toString);
    }

    @Test
    void aJarThatCanNotBeCopiedNowIsTriedAgain() throws Exception {
        Path notAFolder = Files.writeString(
                Files.createDirectories(temporary.resolve("data")).resolve("modules"), "");
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(5);
        assertEquals(List.of(), framework.plugins());
        assertTrue(log.once("Plugin jar police.jar is not used: it can't be copied or read now"), log::toString);

        Files.delete(notAFolder);
        roundsUntil(() -> framework.plugins().size() == 1);
    }

    @Test
    void ofTwoJarsOfOneKindTheNewerServesAndTheOtherIsReported() throws Exception {
        PluginJar.police().version("1.10.0").write(folder.resolve("a.jar"));
        PluginJar.police().version("1.9.0").write(folder.resolve("b.jar"));
        rounds(3);

        assertEquals(List.of("1.10.0"), versionsServing());
        assertTrue(
                log.once("Plugin jar b.jar is not used: a.jar serves the kind \"police\" in version 1.10.0"),
                log::toString);

        Files.delete(folder.resolve("a.jar"));
        roundsUntil(() -> versionsServing().equals(List.of("1.9.0")));
    }

    @Test
    void aPluginThatCameToServeAnotherKindLeavesItsFirst() throws Exception {
        PluginJar.police().write(folder.resolve("plugin.jar"));
        rounds(2);

        PluginJar.customs().write(folder.resolve("plugin.jar"));
        rounds(3);
        roundsUntil(() -> framework.plugins().size() == 1);

        assertEquals("customs", only(framework.plugins()).descriptor().kind());
    }

    @Test
    void whenTheFolderCanNotBeReadWhatRunsStays() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);

        Files.move(folder, temporary.resolve("elsewhere"));
        rounds(3);

        assertEquals(1, framework.plugins().size());
        assertTrue(log.once("The plugins folder can't be read"), log::toString);
    }

    @Test
    void anEndTakesAllOutAndANewBeginningBringsThemBack() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        rounds(2);
        long first = only(framework.plugins()).generation();

        plugins.end();
        assertEquals(List.of(), framework.plugins());
        assertEquals(List.of(), framework.pluginBundles());

        plugins = manager();
        plugins.begin();
        rounds(1);
        assertTrue(only(framework.plugins()).generation() > first);
    }

    @Test
    void whatAnEarlierRunLeftInTheFrameworkIsTakenAway() throws Exception {
        Path jar = PluginJar.police().write(temporary.resolve("left.jar"));
        try (InputStream in = Files.newInputStream(jar)) {
            framework.context().installBundle("plugin:0123/7", in).start();
        }

        plugins.end();
        plugins = manager();
        plugins.begin();

        assertEquals(List.of(), framework.pluginBundles());
    }

    private List<String> versionsServing() {
        return framework.plugins().stream()
                .map(plugin -> plugin.descriptor().version())
                .sorted()
                .toList();
    }

    private void rounds(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            plugins.round();
        }
    }

    /** A drain ends on a thread of its own; every round looks whether it has. */
    private void roundsUntil(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "Not reached; the log says " + log);
            plugins.round();
            Thread.onSpinWait();
        }
    }

    private static <T> T only(List<T> list) {
        assertEquals(1, list.size(), list::toString);
        return list.get(0);
    }
}
