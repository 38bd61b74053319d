package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to run comes back as it went in, and its settings are in the database for nobody else. */
class ModuleRepositoryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final String SECRET = "zeer-geheime-sleutel";
    private static final Generation NEW = new Generation(
            "a".repeat(64), new Configuration(2, Map.of("key", List.of(SECRET), "urls", List.of("een", "twee"))));
    private static final Generation OLD =
            new Generation("b".repeat(64), new Configuration(1, Map.of("key", List.of(SECRET))));
    private static final Generation PLAIN = new Generation("c".repeat(64), Configuration.NONE);
    private static final UUID ID = UUID.fromString("0192f7a0-0000-7000-8000-000000000001");

    @TempDir
    Path data;

    private Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation(data);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    private static Module police() {
        return new Module("police", 1, NEW, List.of(OLD, PLAIN), null, ID);
    }

    private static ModulePlan plan() {
        return new ModulePlan(
                "d".repeat(64),
                "police",
                1,
                Swap.Operation.PHASE_IN,
                OLD,
                NEW,
                List.of(),
                List.of(),
                List.of("key"),
                List.of(),
                true,
                List.of(),
                List.of(new Text("let op", "look")),
                null,
                null,
                List.of(),
                "ada",
                NOW,
                List.of());
    }

    private static Swap swap() {
        return new Swap(
                ID,
                "police",
                "d".repeat(64),
                Swap.Operation.PHASE_IN,
                OLD,
                NEW,
                List.of(new Swap.Passed(Swap.Step.APPROVED, NOW)),
                null,
                null,
                "ada",
                List.of());
    }

    private void putAll() {
        installation.run(tx -> {
            tx.modules().put(police());
            tx.modules().put(plan());
            tx.modules().put(swap());
        });
    }

    private String stored(String table) {
        return installation.text("select document from " + table);
    }

    @Test
    void whatGoesInComesOut() {
        putAll();
        installation.restart();
        assertEquals(
                police(), installation.get(tx -> tx.modules().find("police").orElseThrow()));
        assertEquals(List.of(police()), installation.get(tx -> tx.modules().list()));
        assertEquals(Optional.of(plan()), installation.get(tx -> tx.modules().plan(plan().digest())));
        assertEquals(List.of(plan()), installation.get(tx -> tx.modules().plans(10)));
        assertEquals(Optional.of(swap()), installation.get(tx -> tx.modules().swap(ID)));
        assertEquals(List.of(swap()), installation.get(tx -> tx.modules().swaps("police", 10)));
    }

    @Test
    void aStagedModuleKeepsTheReceiptThatCameWithIt() {
        StagedModule staged = new StagedModule("a".repeat(64), "p", "1.0.0", "police", "f", 1, true, "ada", NOW, "1.0");
        installation.run(tx -> tx.modules().insert(staged));
        assertEquals(Optional.of(staged), installation.get(tx -> tx.modules().staged(staged.digest())));
    }

    @Test
    void noValueOfASettingStandsInTheFilesOfTheDatabase() throws Exception {
        putAll();
        for (String table : List.of("module", "module_plan", "module_swap")) {
            assertFalse(stored(table).contains(SECRET), table);
            assertFalse(stored(table).contains("urls"), table);
            assertTrue(stored(table).contains("\"sealed\""), table);
        }
        installation.store.stop();
        try (var files = Files.list(installation.file().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET),
                        file::toString);
            }
        }
        installation.start();
    }

    @Test
    void theSameValuesAreSealedOtherwiseEachTime() {
        putAll();
        String first = stored("module_swap");
        installation.run(tx -> tx.modules().put(swap()));
        assertFalse(first.equals(stored("module_swap")), "or it would show what did not change");
    }

    @Test
    void theKeyIsItsOwnersAlone() throws Exception {
        putAll();
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/configuration"))));
    }

    @Test
    void whereNothingIsConfiguredThereIsNoKey() {
        installation.run(tx -> tx.modules().put(new Module("police", 1, PLAIN, List.of(), null, null)));
        assertFalse(Files.exists(data.resolve("keys/configuration")));
    }

    @Test
    void whatWasChangedInTheDatabaseIsNotTaken() throws Exception {
        putAll();
        String sealed = stored("module")
                .replaceAll("(\"sealed\":\\[\"[^\"]{40})(.)", "$1#")
                .replace("#", "A");
        String other = sealed.equals(stored("module"))
                ? stored("module").replaceAll("(\"sealed\":\\[\"[^\"]{40})(.)", "$1B")
                : sealed;
        installation.behindItsBack("update module set document = '" + other + "'");
        assertThrows(
                IllegalStateException.class,
                () -> installation.get(tx -> tx.modules().find("police")));
    }

    @Test
    void whatStoodOpenBeforeThereWasAKeyIsSealedByTheUpgrade() throws Exception {
        String open = "{\"digest\":\"" + "a".repeat(64) + "\",\"configuration\":{\"schema\":1,\"values\":{\"key\":[\""
                + SECRET + "\"]}}}";
        installation.store.stop();
        installation.madeBefore(
                "V23__found_by_index.sql",
                "insert into module (kind, version, document) values ('police', 3, '{\"kind\":\"police\",\"version\":3,"
                        + "\"active\":" + open + ",\"before\":[" + open + "],\"quarantine\":null,\"swap\":null}')",
                "insert into module_swap (id, kind, document) values ('" + ID + "', 'police', '{\"id\":\"" + ID
                        + "\",\"kind\":\"police\",\"plan\":\"\",\"operation\":\"PHASE_IN\",\"from\":null,\"to\":" + open
                        + ",\"passed\":[],\"by\":\"ada\",\"approvers\":[]}')",
                "insert into module_plan (digest, document) values ('d', '{\"digest\":\"d\",\"kind\":\"police\","
                        + "\"module\":3,\"operation\":\"PHASE_IN\",\"from\":null,\"to\":" + open
                        + ",\"touched\":[],\"newly\":[],\"changes\":[],\"frozen\":[],\"canGoBack\":true,\"refusals\":[],"
                        + "\"reportedTo\":[],\"by\":\"ada\",\"approvers\":[]}')");
        installation.start();
        Module police = installation.get(tx -> tx.modules().find("police").orElseThrow());
        assertEquals(
                Map.of("key", List.of(SECRET)), police.active().configuration().values());
        assertEquals(police.active(), police.before().get(0));
        assertEquals(
                police.active(),
                installation.get(tx -> tx.modules().swap(ID).orElseThrow().to()));
        assertEquals(
                police.active(),
                installation.get(tx -> tx.modules().plan("d").orElseThrow().to()));
        for (String table : List.of("module", "module_plan", "module_swap")) {
            assertFalse(stored(table).contains(SECRET), table);
        }
    }
}
