package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.knelpunt.engine.port.Backups.Backup;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.SignalFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is one moment of a running installation, and is only there when it was proven whole. */
class BackupTest {

    private static final byte[] DATA = {1};
    private static final int SOME = 20;

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation(data);
        for (int i = 0; i < SOME; i++) {
            report();
        }
        installation.store.keyed("message", DATA);
        installation.run(tx -> {});
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    @Test
    void aBackupSaysWhatItHolds() throws Exception {
        Backup backup = installation.store.make();
        assertEquals(installation.store.contents(), backup.contents());
        assertEquals(SOME, backup.contents().counts().get("signal"));
        assertEquals(SOME, backup.contents().counts().get("processing_log"));
        assertEquals(SOME, backup.contents().logRecords());
        JsonNode manifest = new ObjectMapper()
                .readTree(backup.directory().resolve("manifest.json").toFile());
        assertEquals(SOME, manifest.get("counts").get("signal").asLong());
        assertEquals(SOME, manifest.get("logRecords").asLong());
        assertEquals(backup.contents().logHead(), manifest.get("logHead").asText());
        assertEquals("2026-11-23T12:00:00Z", manifest.get("made").asText());
        Map<String, String> digests = new TreeMap<>();
        for (String file : List.of("knelpunt.db", "keys/log", "keys/message")) {
            byte[] content = Files.readAllBytes(backup.directory().resolve(file));
            digests.put(
                    file,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        assertEquals(digests, new ObjectMapper().convertValue(manifest.get("sha256"), Map.class));
    }

    @Test
    void aBackupHasAFolderOfItsOwn() throws Exception {
        Backup first = installation.store.make();
        Backup second = installation.store.make();
        assertEquals(data.resolve("backup/20261123T120000Z"), first.directory());
        assertNotEquals(first.directory(), second.directory());
        assertEquals(Set.of("knelpunt.db", "keys", "manifest.json"), names(first.directory()));
        assertEquals(Set.of("log", "message"), names(first.directory().resolve("keys")));
    }

    @Test
    void onlyTheOwnerMayReadABackup() throws Exception {
        Path backup = installation.store.make().directory();
        try (Stream<Path> all = Files.walk(backup)) {
            for (Path path : all.toList()) {
                assertEquals(
                        Files.isDirectory(path) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
                        path.toString());
            }
        }
    }

    @Test
    void aBackupMadeDuringWorkIsOneMoment() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicLong acknowledged = new AtomicLong(SOME);
        Thread worker = new Thread(() -> {
            while (!enough.get()) {
                report();
                acknowledged.incrementAndGet();
            }
        });
        worker.start();
        try {
            for (int i = 0; i < 5; i++) {
                long before = acknowledged.get();
                Backup backup = installation.store.make();
                long signals = backup.contents().counts().get("signal");
                assertEquals(signals, backup.contents().logRecords(), "each signal with its record");
                assertTrue(signals >= before, "what was acknowledged before is in it");
            }
        } finally {
            enough.set(true);
            worker.join();
        }
    }

    @Test
    void aCopiedBackupIsAnInstallation() throws Exception {
        Backup backup = installation.store.make();
        byte[] digest = installation.store.keyed("message", DATA);
        copy(backup.directory(), elsewhere);
        try (Installation restored = new Installation(elsewhere)) {
            assertEquals(backup.contents(), restored.store.contents());
            assertArrayEquals(digest, restored.store.keyed("message", DATA));
            assertEquals(
                    SOME,
                    restored.get(tx -> tx.signals().ofParticipant(POLITIE, SignalFilter.NONE, null, 100))
                            .size());
            restored.run(tx -> tx.log().append(Samples.entry("AFTER")));
            assertTrue(restored.store.verifyLog().isWhole());
        }
    }

    @Test
    void aBackupOfABrokenLogIsNotMade() throws Exception {
        installation.behindItsBack(
                "drop trigger processing_log_no_update", "update processing_log set actor = 'x' where sequence = 5");
        UnavailableException failed = assertThrows(UnavailableException.class, () -> installation.store.make());
        assertEquals(Problem.BACKUP_FAILED.text(), failed.reason());
        assertEquals(Set.of(), names(data.resolve("backup")), "nothing is left");
    }

    @Test
    void aBackupWithoutAKeyIsNotMade() throws Exception {
        Files.delete(data.resolve("keys/message"));
        assertThrows(UnavailableException.class, () -> installation.store.make());
        assertEquals(Set.of(), names(data.resolve("backup")), "nothing is left");
    }

    @Test
    void whatACrashLeftIsRemovedByTheNextBackup() throws Exception {
        Path left = Files.createDirectories(data.resolve("backup/.unfinished-1"));
        Files.writeString(left.resolve("knelpunt.db"), "half");
        Path backup = installation.store.make().directory();
        assertEquals(Set.of(backup.getFileName().toString()), names(data.resolve("backup")));
    }

    @Test
    void aBackupDoesNotHoldUpWork() {
        Backup backup = installation.get(tx -> {
            tx.settings().put("not", "committed");
            return installation.store.make();
        });
        assertEquals(0, backup.contents().counts().get("setting"));
    }

    @Test
    void contentsCountEveryTableOfOurs() {
        Set<String> tables = installation.store.contents().counts().keySet();
        assertTrue(tables.containsAll(List.of("account", "datum", "knelpunt", "message", "session", "subject")));
        assertFalse(tables.stream().anyMatch(table -> table.startsWith("flyway") || table.startsWith("sqlite")));
    }

    private void report() {
        installation.run(tx -> {
            tx.signals().insert(Samples.draft(POLITIE, MOMENT));
            tx.log().append(Samples.entry("REPORT"));
        });
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
