package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.ModuleRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that come, change and go in {@code plugins/} do what an administrator would do. */
class FolderFollowerTest {

    @TempDir
    static Path made;

    private static Path police10;
    private static Path police11;
    private static Path customs;

    @TempDir
    Path temporary;

    private final LogLines log = new LogLines();
    private final FakeModules steps = new FakeModules(Clock.systemUTC());
    private final List<UUID> begun = new ArrayList<>();
    private String refusal;
    private Path folder;
    private Examiner examiner;
    private FolderFollower follower;

    @BeforeAll
    static void make() throws Exception {
        Signing signer = Signing.as("Politie", made);
        police10 = signer.sign(PluginJar.police().write(made.resolve("police10.jar")));
        police11 = signer.sign(PluginJar.police().version("1.1.0").write(made.resolve("police11.jar")));
        customs = signer.sign(PluginJar.customs().write(made.resolve("customs.jar")));
    }

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectory(temporary.resolve("plugins"));
        examiner = new Examiner(
                new JarStore(temporary.resolve("copies"), Clock.systemUTC()), new JarSignature(Clock.systemUTC()));
        follower = follower();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private FolderFollower follower() {
        return new FolderFollower(
                new PluginFolder(folder, Clock.systemUTC()),
                answering(
                        Modules.class,
                        Map.of(
                                "stage",
                                        arguments -> steps.stage(
                                                examiner, (InputStream) arguments[1], (byte[]) arguments[2]),
                                "plan", arguments -> plan((Modules.Wanted) arguments[1]),
                                "apply", arguments -> apply((String) arguments[1]))),
                steps,
                answering(
                        ModuleRuntime.class,
                        Map.of(
                                "examined",
                                arguments ->
                                        examiner.find((String) arguments[0]).map(Examiner.Jar::examined))));
    }

    private interface Answer {

        Object to(Object[] arguments) throws IOException;
    }

    @SuppressWarnings("unchecked")
    private static <T> T answering(Class<T> type, Map<String, Answer> answers) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).to(arguments));
    }

    private final Map<String, Modules.Wanted> plans = new java.util.HashMap<>();

    private ModulePlan plan(Modules.Wanted wanted) {
        String digest = "plan " + plans.size();
        plans.put(digest, wanted);
        return FakeModules.possible(digest, wanted);
    }

    private Swap apply(String plan) {
        if (refusal != null) {
            throw new ModuleRefusedException(List.of(new Text(refusal, refusal)));
        }
        Modules.Wanted wanted = plans.get(plan);
        Module module = steps.modules.get(wanted.kind());
        if (module != null && module.swap() != null) {
            steps.step(module.swap(), Swap.Step.DONE, null, null);
        }
        Swap swap = steps.begin(
                wanted.kind(),
                wanted.operation(),
                wanted.digest() == null ? null : FakeModules.generation(steps.staged(wanted.digest()), Map.of()));
        begun.add(swap.id());
        return swap;
    }

    // The story

    @Test
    void aJarThatComesIsStagedAndSwappedIn() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        assertEquals(1, begun.size());
        assertFalse(follower.round(true), "not before its swap is over");
        carryOut();
        assertEquals("1.0.0", active("police"));
        assertTrue(follower.round(true));
        rounds(3);
        assertEquals(1, begun.size(), "once");
    }

    @Test
    void whereThePolicySaysSoItIsStagedOnly() throws Exception {
        put(police10, "police.jar");
        follower.round(false);
        follower.round(false);
        assertEquals(List.of(), begun);
        assertEquals(1, steps.staged.size());

        Files.delete(folder.resolve("police.jar"));
        follower.round(false);
        follower.round(false);
        assertEquals(List.of(), begun);
    }

    @Test
    void aJarThatIsReplacedIsSwapped() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        carryOut();
        put(police11, "police.jar");
        rounds(3);
        carryOut();
        assertEquals("1.1.0", active("police"));
        put(police10, "police.jar");
        rounds(3);
        carryOut();
        assertEquals("1.0.0", active("police"), "an older one too, since somebody put it there");
    }

    @Test
    void aJarThatGoesIsSwappedOut() throws Exception {
        put(police10, "police.jar");
        put(customs, "customs.jar");
        rounds(2);
        carryOut();
        Files.delete(folder.resolve("police.jar"));
        rounds(1);
        assertEquals(2, begun.size(), "it may be away for a moment");
        rounds(1);
        carryOut();
        assertNull(steps.modules.get("police").active());
        assertEquals("1.0.0", active("customs"));
    }

    @Test
    void ofTwoJarsOfOneKindTheNewerIsToRun() throws Exception {
        put(police10, "a.jar");
        put(police11, "b.jar");
        rounds(2);
        carryOut();
        assertEquals("1.1.0", active("police"));
        assertTrue(
                log.once("Plugin jar a.jar is not used: b.jar is for the kind \"police\" too, in version 1.1.0"),
                log::toString);
        Files.delete(folder.resolve("b.jar"));
        rounds(3);
        carryOut();
        assertEquals("1.0.0", active("police"));
    }

    @Test
    void whatLiesThereSaysNothingAgainstWhatAnAdministratorChose() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        carryOut();
        Module module = steps.modules.get("police");
        steps.modules.put("police", module.running(null));
        rounds(3);
        follower = follower();
        rounds(3);
        assertEquals(1, begun.size());
        assertNull(steps.modules.get("police").active());
    }

    @Test
    void aJarThatWentWhileTheServerWasDownIsSwappedOut() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        carryOut();
        Files.delete(folder.resolve("police.jar"));
        follower = follower();
        rounds(2);
        carryOut();
        assertNull(steps.modules.get("police").active());
    }

    @Test
    void aCopyThatIsGoneIsMadeAgainAtAStart() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        carryOut();
        examiner.discard(steps.modules.get("police").active().digest());
        follower = follower();
        rounds(2);
        assertEquals(
                Optional.of("1.0.0"),
                examiner.find(steps.modules.get("police").active().digest())
                        .map(j -> j.descriptor().version()));
        assertEquals(1, begun.size());
    }

    @Test
    void aSwapThatCameToNothingIsToldOfItsJarAndNotTriedAgain() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        carryOut();
        put(police11, "police.jar");
        rounds(3);
        steps.step(begun.get(1), Swap.Step.ABORTED, null, new Text("hij start niet", "it does not start"));
        rounds(5);
        assertEquals(2, begun.size());
        assertEquals(List.of("police.jar"), follower.refused());
        assertTrue(log.once("Plugin jar police.jar is not used: it does not start"), log::toString);
        assertEquals("1.0.0", active("police"));
    }

    @Test
    void whatMayNotBeSwappedIsStagedAndTold() throws Exception {
        refusal = "A second administrator must approve this plan first.";
        put(police10, "police.jar");
        rounds(3);
        assertEquals(List.of("police.jar"), follower.refused());
        assertTrue(log.once("it is staged, but not swapped: A second administrator"), log::toString);
    }

    private void receipt(Path of, String name) throws Exception {
        Files.writeString(folder.resolve(name), TckReceiptTest.receipt("1.0", JarStore.digest(of)));
    }

    @Test
    void theReceiptOfTheTckIsTakenFromBesideTheJarAlsoWhenItComesLater() throws Exception {
        put(police10, "police.jar");
        receipt(customs, "customs.tck.json");
        put(customs, "customs.jar");
        rounds(2);
        carryOut();
        String police = steps.modules.get("police").active().digest();
        assertNull(steps.staged(police).tck());
        assertEquals(
                "1.0",
                steps.staged(steps.modules.get("customs").active().digest()).tck());

        receipt(police10, "police.tck.json");
        rounds(3);
        assertEquals("1.0", steps.staged(police).tck());
        assertEquals(2, begun.size(), "nothing is swapped for that");
    }

    @Test
    void aJarWithTheReceiptOfAnotherIsNotUsed() throws Exception {
        receipt(customs, "police.tck.json");
        put(police10, "police.jar");
        rounds(3);
        assertEquals(List.of("police.jar"), follower.refused());
        assertTrue(log.once("the receipt of the TCK is of another jar"), log::toString);
    }

    @Test
    void whatIsNoPluginIsNamedAndTheOthersCome() throws Exception {
        put(customs, "customs.jar");
        Files.writeString(folder.resolve("text.jar"), "not a jar");
        rounds(3);
        carryOut();
        assertEquals("1.0.0", active("customs"));
        assertEquals(List.of("text.jar"), follower.refused());
        try (var copies = Files.list(temporary.resolve("copies"))) {
            assertEquals(1, copies.count());
        }
    }

    @Test
    void whatComesWhileASwapIsUnderWayWaitsForIt() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        put(police11, "police.jar");
        rounds(4);
        assertEquals(1, begun.size());
        carryOut();
        rounds(2);
        assertEquals(2, begun.size());
    }

    @Test
    void whatIsInQuarantineIsTriedAgainWhenItsJarWasAway() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        carryOut();
        steps.cutOff("police", new Text("te traag", "too slow"));
        rounds(3);
        assertEquals(1, begun.size());

        Files.delete(folder.resolve("police.jar"));
        rounds(2);
        carryOut();
        put(police10, "police.jar");
        rounds(3);
        carryOut();
        assertEquals("1.0.0", active("police"));
        assertNull(steps.modules.get("police").quarantine());
    }

    @Test
    void whenTheFolderCanNotBeReadNothingChanges() throws Exception {
        put(police10, "police.jar");
        rounds(1);
        carryOut();
        Files.move(folder, temporary.resolve("elsewhere"));
        rounds(3);
        assertEquals(1, begun.size());
        assertTrue(log.once("The plugins folder can't be read"), log::toString);
    }

    // The bench

    private void put(Path jar, String name) throws IOException {
        Path part = Files.copy(jar, folder.resolve(name + ".part"));
        Files.setLastModifiedTime(part, java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));
        Files.move(
                part,
                folder.resolve(name),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** As the framework would when all goes well. */
    private void carryOut() {
        for (UUID swap : begun) {
            for (Swap.Step step : List.of(Swap.Step.CANDIDATE, Swap.Step.SWITCHED, Swap.Step.DRAINED, Swap.Step.DONE)) {
                steps.step(swap, step, null, null);
            }
        }
        rounds(1);
    }

    private String active(String kind) {
        return steps.staged(steps.modules.get(kind).active().digest()).version();
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            follower.round(true);
        }
    }
}
