package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.knelpunt.gallery.BetterAdapter;
import nl.knelpunt.gallery.BlockingAdapter;
import nl.knelpunt.gallery.FailingAdapter;
import nl.knelpunt.gallery.GoodAdapter;
import nl.knelpunt.gallery.LeakingAdapter;
import nl.knelpunt.gallery.NeedyAdapter;
import nl.knelpunt.gallery.PryingAdapter;
import nl.knelpunt.gallery.RunningAdapter;
import nl.knelpunt.gallery.ThrowingAdapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plugins with something wrong, each refused or taken back with the right sentence, while what was there serves on: messages are
 * sent all the while.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModulesGalleryIT {

    /** Later than what has no order. */
    private static final int LAST = Integer.MAX_VALUE - 10;

    private static final int BOMB = 160 << 20;

    @TempDir
    static Path folder;

    private static Customs customs;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static int patches;

    private final AtomicBoolean sending = new AtomicBoolean();
    private final List<String> unanswered = new ArrayList<>();
    private Thread sender;

    @BeforeAll
    static void start() throws Exception {
        customs = Customs.in(
                folder,
                GoodAdapter.class,
                "probationMessages=20\nprobationSeconds=2\nprobationMostSeconds=10\nprobationErrors=10\n");
    }

    @AfterAll
    static void stop() {
        if (customs != null) {
            customs.platform.close();
        }
    }

    /** Somebody sends a message every 50 ms; every one must be taken in. */
    @BeforeEach
    void send() {
        sending.set(true);
        sender = new Thread(
                () -> {
                    while (sending.get()) {
                        Person.Answer answer = customs.deliver(NEXT.incrementAndGet());
                        if (answer.status() != 201) {
                            unanswered.add(answer.toString());
                        }
                        LockSupport.parkNanos(50_000_000);
                    }
                },
                "sender");
        sender.start();
    }

    private void stopSending() throws InterruptedException {
        sending.set(false);
        sender.join();
    }

    @AfterEach
    void theOldOneServedOn() throws Exception {
        stopSending();
        assertEquals(201, customs.deliver(NEXT.incrementAndGet()).status());
    }

    private void assertNothingWasLost() throws InterruptedException {
        stopSending();
        assertEquals(List.of(), unanswered);
    }

    private static Path built(Class<?> adapter) throws Exception {
        return customs.jar(adapter.getSimpleName() + patches, adapter, "1.1." + patches++);
    }

    private static ModuleJar unbuilt(Class<?> adapter) {
        return new ModuleJar(adapter, "1.1." + patches++);
    }

    private void refused(Path jar, String sentence) throws InterruptedException {
        Person.Answer answer = customs.stage(jar).is(422);
        assertTrue(answer.text("detail").contains(sentence), answer::toString);
        assertEquals("1.0.0", customs.runs());
        assertNothingWasLost();
    }

    // What is refused when it is staged

    @Test
    void withTheReceiptOfAnotherJar() throws Exception {
        Path jar = built(GoodAdapter.class);
        Person.Answer refused = customs.stage(jar, receipt("0".repeat(64))).is(422);
        assertTrue(refused.text("detail").contains("the receipt of the TCK is of another jar"), refused::toString);
        Person.Answer staged = customs.stage(jar, receipt(sha256(jar))).is(201);
        assertEquals("1.0", staged.text("tck"));
        assertEquals(0, customs.plan(staged.text("digest")).path("warnings").size());
        assertNothingWasLost();
    }

    private static String sha256(Path jar) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }

    private static String receipt(String digest) {
        return "{\"tck\": \"1.0\", \"sha256\": \"" + digest + "\", \"passed\": [\"everything\"]}";
    }

    @Test
    void unsigned() throws Exception {
        refused(unbuilt(GoodAdapter.class).write(folder.resolve("unsigned.jar")), "it is not signed");
    }

    @Test
    void aForeignSigner() throws Exception {
        ModuleJar.Key stranger = ModuleJar.Key.of(customs.platform, folder, "Vreemde");
        refused(
                unbuilt(GoodAdapter.class).write(folder.resolve("foreign.jar"), stranger),
                "who may not provide a module for \"customs\" here");
    }

    @Test
    void theSignerOfAnotherParticipant() throws Exception {
        ModuleJar.Key police = ModuleJar.Key.of(customs.platform, folder, "Politie");
        customs.trust(police, "police");
        refused(
                unbuilt(GoodAdapter.class).write(folder.resolve("other.jar"), police),
                "who may not provide a module for \"customs\" here");
    }

    @Test
    void aChangedClass() throws Exception {
        refused(
                ModuleJar.tampered(built(GoodAdapter.class), "nl/knelpunt/gallery/GoodAdapter.class", bytes -> {
                    bytes[bytes.length - 1] ^= 1;
                    return bytes;
                }),
                "it was changed after it was signed");
    }

    @Test
    void aRemovedEntry() throws Exception {
        refused(
                ModuleJar.tampered(built(GoodAdapter.class), "nl/knelpunt/gallery/Message.class", bytes -> null),
                "taken out after it was signed: nl/knelpunt/gallery/Message.class");
    }

    @Test
    void aBomb() throws Exception {
        refused(
                unbuilt(GoodAdapter.class)
                        .file("knelpunt/bomb.bin", new byte[BOMB])
                        .write(folder.resolve("bomb.jar"), customs.key),
                "larger than");
    }

    @Test
    void aThreadIsLeaked() throws Exception {
        refused(built(LeakingAdapter.class), "LeakingAdapter.class: uses java.lang.Thread, which a plugin can't");
    }

    @Test
    void aProgramIsStarted() throws Exception {
        refused(
                built(RunningAdapter.class),
                "RunningAdapter.class: uses java.lang.ProcessBuilder, which a plugin can't");
    }

    @Test
    void filesAreRead() throws Exception {
        refused(built(PryingAdapter.class), "PryingAdapter.class: uses java.nio.file.Files, which a plugin can't");
    }

    @Test
    void aWrongDescriptor() throws Exception {
        refused(
                unbuilt(GoodAdapter.class)
                        .file("knelpunt/participant.json", ModuleJar.DESCRIPTOR.replace("douanewet", "politiewet-3"))
                        .write(folder.resolve("descriptor.jar"), customs.key),
                "knelpunt/participant.json, $.tasks[0]: \"politiewet-3\" is no task of these organs");
    }

    @Test
    void theSameVersionWithOtherContent() throws Exception {
        refused(
                customs.jar("again", BetterAdapter.class, "1.0.0"),
                "Of test.customs the version 1.0.0 is known with other content");
    }

    @Test
    void itCannotBeMade() throws Exception {
        refused(built(ThrowingAdapter.class), "adapter nl.knelpunt.gallery.ThrowingAdapter: it can't be made");
    }

    @Test
    void itNeverGetsHealthy() throws Exception {
        refused(built(NeedyAdapter.class), "its adapters don't come up");
    }

    // What is refused when it is planned

    private void notPossible(Path jar, String sentence, String detail) throws InterruptedException {
        Person.Answer staged = customs.stage(jar).is(201);
        JsonNode plan = customs.plan(staged.text("digest"));
        assertFalse(plan.path("possible").asBoolean());
        assertTrue(
                plan.path("refusals").findValuesAsText("en").stream().anyMatch(r -> r.contains(sentence)),
                plan::toPrettyString);
        assertFalse(plan.toString().contains(detail), "only on request");
        String shown = customs.admin()
                .get("/v1/module-plans/" + plan.path("digest").asText() + "?detail=true")
                .is(200)
                .body()
                .toString();
        assertTrue(shown.contains(detail), shown);
        Person.Answer applied = customs.admin()
                .inEnglish()
                .post("/v1/module-plans/" + plan.path("digest").asText() + "/swap", java.util.Map.of())
                .is(409);
        assertTrue(applied.text("detail").contains(sentence), applied::toString);
        assertEquals("1.0.0", customs.runs());
        assertNothingWasLost();
    }

    @Test
    void anImportThatNobodyHas() throws Exception {
        notPossible(
                unbuilt(GoodAdapter.class)
                        .header("Import-Package", "nl.knelpunt.api.future,*")
                        .write(folder.resolve("import.jar"), customs.key),
                "The module uses nl.knelpunt.api.future, which this platform does not have.",
                "osgi.wiring.package");
    }

    @Test
    void aNewerApi() throws Exception {
        notPossible(
                unbuilt(GoodAdapter.class)
                        .header("Import-Package", "nl.knelpunt.api.adapter;version=\"[7.3,8)\",*")
                        .write(folder.resolve("newer.jar"), customs.key),
                "The module needs nl.knelpunt.api.adapter [7.3.0,8.0.0); this platform has 1.",
                "osgi.wiring.package");
    }

    // What is taken back when it runs

    @Test
    @Order(LAST)
    void oneCallInThreeFails() throws Exception {
        String swap = customs.begin(built(FailingAdapter.class));
        JsonNode ended = customs.awaitEnd(swap);
        assertEquals("ROLLED_BACK", ended.path("step").asText(), ended::toPrettyString);
        assertTrue(
                ended.path("reason").path("en").asText().matches("It failed on \\d+ of \\d+ messages\\."),
                ended::toPrettyString);
        Platform.until("the old one serves", () -> customs.runs().equals("1.0.0"));
        assertTrue(customs.module().path("before").isEmpty(), "what did not do is not gone back to");
        stopSending();
        JsonNode counters = ended.path("counters");
        assertEquals(
                counters.path("accepted").asLong(),
                counters.path("delivered").asLong()
                        + counters.path("refused").asLong()
                        + counters.path("waiting").asLong(),
                ended::toPrettyString);
        assertTrue(unanswered.stream().allMatch(a -> a.contains(": 422 ")), unanswered::toString);
    }

    @Test
    @Order(LAST + 1)
    void aCallNeverComesBack() throws Exception {
        stopSending();
        String swap = customs.begin(built(BlockingAdapter.class));
        customs.await(swap, "SWITCHED");
        Person.Answer stuck = customs.deliver(NEXT.incrementAndGet());
        assertTrue(stuck.status() == 503 || stuck.status() == 422, stuck::toString);
        JsonNode ended = customs.awaitEnd(swap);
        assertEquals("ROLLED_BACK", ended.path("step").asText(), ended::toPrettyString);
        assertTrue(ended.path("reason").path("en").asText().contains("not ready after"), ended::toPrettyString);
        Platform.until("the old one serves", () -> customs.runs().equals("1.0.0"));
    }

    @Test
    @Order(LAST + 2)
    void aDowngradeThatCannotGoBack() throws Exception {
        customs.run(new ModuleJar(BetterAdapter.class, "2.0.0")
                .file("knelpunt/module.json", "{\"schema\": 2, \"canGoBack\": false, \"steps\": []}")
                .write(folder.resolve("converted.jar"), customs.key));
        assertEquals("2.0.0", customs.runs());
        Person.Answer back = customs.admin()
                .inEnglish()
                .post("/v1/modules/customs/rollback", java.util.Map.of())
                .is(409);
        assertTrue(
                back.text("detail").contains("converted data and says that an older version can't work with them"),
                back::toString);
        String old = customs.stage(customs.at("first")).is(201).text("digest");
        JsonNode plan = customs.plan(old);
        assertFalse(plan.path("possible").asBoolean());
        assertTrue(plan.toString().contains("says that an older version can't work with them"), plan::toPrettyString);
        assertEquals("2.0.0", customs.runs());
        assertNothingWasLost();
    }

    @Test
    @Order(LAST + 3)
    void theLogToldAllOfIt() {
        String log = customs.platform.log();
        assertFalse(log.contains("one in three"), "nothing of what a plugin throws");
        assertTrue(new String(log.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .contains("goes back to what ran before"));
    }
}
