package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that doesn't take what is written: nothing is acknowledged, everybody is told why, and it mends itself. */
@Timeout(60)
class DiskTest {

    private static final Path OPEN = Path.of("/proc/self/fd");

    @TempDir
    Path data;

    @Test
    void aFullDiskStopsAcknowledgingUntilThereIsRoom() throws Exception {
        SmallDisk disk = new SmallDisk(data.resolve("knelpunt.db"));
        try (Installation installation = new Installation(data, disk)) {
            long acknowledged = fill(installation);
            UnavailableException full = assertThrows(UnavailableException.class, () -> report(installation));
            assertEquals(Problem.FULL.text(), full.reason());
            assertEquals(Optional.of(Problem.FULL.text()), installation.store.problem());

            disk.grow();
            report(installation);
            assertEquals(Optional.empty(), installation.store.problem());
            assertEquals(acknowledged + 1, installation.count("signal"));
            assertEquals(acknowledged + 1, installation.count("processing_log"));
            assertTrue(installation.store.verifyLog().isWhole());
        }
    }

    @Test
    void healthMendsItselfAlsoWhenNobodyWorks() throws Exception {
        SmallDisk disk = new SmallDisk(data.resolve("knelpunt.db"));
        try (Installation installation = new Installation(data, disk)) {
            fill(installation);
            assertTrue(installation.store.problem().isPresent());
            disk.grow();
            awaitWell(installation);
            report(installation);
        }
    }

    @Test
    void aFolderThatCantBeMadeIsAProblemUntilItCan() throws Exception {
        Path blocked = data.resolve("blocked");
        Files.writeString(blocked, "a file where the folder should be");
        try (Installation installation = new Installation(blocked)) {
            UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
            assertEquals(Problem.NOT_WRITABLE.text(), refused.reason());
            assertEquals(Optional.of(Problem.NOT_WRITABLE.text()), installation.store.problem());
            assertThrows(UnavailableException.class, () -> installation.store.make());
            assertThrows(UnavailableException.class, () -> installation.store.keyed("message", new byte[1]));

            Files.delete(blocked);
            report(installation);
            assertEquals(Optional.empty(), installation.store.problem());
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidToBeDamaged() throws Exception {
        Files.writeString(data.resolve("knelpunt.db"), "no database at all, but long enough to look at ".repeat(50));
        try (Installation installation = new Installation(data)) {
            UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
            assertEquals(Problem.DAMAGED.text(), refused.reason());
        }
    }

    @Test
    void filesThatMayOnlyBeReadStopAcknowledgingUntilTheyMayBeWritten() throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            try (Immutable files = new Immutable(installation.file(), log(installation))) {
                UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
                assertEquals(Problem.NOT_WRITABLE.text(), refused.reason());
                // SQLite would open a file for reading that it may not write: who only reads must not make that look
                // well.
                assertThrows(
                        UnavailableException.class,
                        () -> installation.get(tx -> tx.log().after(0, 1)));
                assertThrows(
                        UnavailableException.class,
                        () -> installation.get(tx -> tx.log().after(0, 1)));
                assertEquals(Optional.of(Problem.NOT_WRITABLE.text()), installation.store.problem());
                assertThrows(UnavailableException.class, () -> report(installation));
            }
            report(installation);
            assertEquals(Optional.empty(), installation.store.problem());
            assertEquals(2, installation.count("signal"));
            assertWhole(installation, 2);
        }
    }

    @Test
    void anInstallationThatStartsWhereItMayOnlyReadGoesOnWhenItMayWrite() throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            installation.store.stop();
            try (Immutable file = new Immutable(installation.file())) {
                installation.start();
                UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
                assertEquals(Problem.NOT_WRITABLE.text(), refused.reason());
                assertThrows(UnavailableException.class, () -> report(installation));
            }
            awaitWell(installation);
            report(installation);
            assertWhole(installation, 2);
        }
    }

    @Test
    void noFileIsMappedThatCouldEndTheProcess() throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            assertTrue(Files.exists(log(installation)));
            assertFalse(Files.exists(data.resolve("knelpunt.db-shm")));
        }
    }

    @Test
    void aWriteAheadLogThatIsDeletedTakesNothingWithIt(@TempDir Path crashed) throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            Files.delete(log(installation));
            UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
            assertEquals(Problem.TAKEN_AWAY.text(), refused.reason());
            awaitWell(installation);
            report(installation);
            // As a crash would leave the files.
            copy(data, crashed);
        }
        try (Installation after = new Installation(crashed)) {
            assertWhole(after, 2);
            assertEquals(2, after.count("signal"));
        }
    }

    @Test
    void aWriteAheadLogThatIsDeletedIsNoticedAlsoWhenNobodyWorks(@TempDir Path crashed) throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            Files.delete(log(installation));
            while (!Files.exists(log(installation))) {
                Thread.onSpinWait();
            }
            copy(data, crashed);
        }
        try (Installation after = new Installation(crashed)) {
            assertWhole(after, 1);
        }
    }

    @Test
    void anotherWriteAheadLogIsNotTakenForTheOwn() throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            Path aside = Files.move(log(installation), data.resolve("aside"));
            Files.copy(aside, log(installation));
            for (int i = 0; i < 3; i++) {
                UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
                assertEquals(Problem.TAKEN_AWAY.text(), refused.reason());
            }
            Files.move(aside, log(installation), StandardCopyOption.REPLACE_EXISTING);
            report(installation);
            assertWhole(installation, 2);
        }
    }

    @Test
    void aDatabaseThatIsTakenAwayIsNotMadeAnew() throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            Path aside = Files.move(installation.file(), data.resolve("aside"));
            for (int i = 0; i < 3; i++) {
                UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
                assertEquals(Problem.TAKEN_AWAY.text(), refused.reason());
            }
            assertThrows(UnavailableException.class, () -> installation.store.make());
            assertFalse(Files.exists(installation.file()));

            Files.move(aside, installation.file());
            report(installation);
            assertEquals(Optional.empty(), installation.store.problem());
            assertWhole(installation, 2);
        }
    }

    @Test
    void keysWithoutTheirDatabaseAreNoNewInstallation() throws Exception {
        try (Installation installation = new Installation(data)) {
            report(installation);
            installation.store.stop();
            Path aside = Files.move(installation.file(), data.resolve("aside"));
            installation.start();
            UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
            assertEquals(Problem.TAKEN_AWAY.text(), refused.reason());
            assertFalse(Files.exists(installation.file()));

            Files.createFile(installation.file());
            refused = assertThrows(UnavailableException.class, () -> report(installation));
            assertEquals(Problem.TAKEN_AWAY.text(), refused.reason(), "an empty one is no better");

            Files.move(aside, installation.file(), StandardCopyOption.REPLACE_EXISTING);
            report(installation);
            assertWhole(installation, 2);
        }
    }

    @Test
    void aKeyThatCantBeMadeIsAProblemUntilItCan() throws Exception {
        Path keys = data.resolve("keys");
        Files.writeString(keys, "a file where the folder should be");
        try (Installation installation = new Installation(data)) {
            UnavailableException refused =
                    assertThrows(UnavailableException.class, () -> installation.store.keyed("message", new byte[1]));
            assertEquals(Problem.NOT_WRITABLE.text(), refused.reason());
            installation.run(tx -> tx.settings().put("needs", "no key"));
            assertEquals(Optional.of(Problem.NOT_WRITABLE.text()), installation.store.problem());

            Files.delete(keys);
            awaitWell(installation);
            assertEquals(32, installation.store.keyed("message", new byte[1]).length);
        }
    }

    private static Path log(Installation installation) {
        return installation.data.resolve("knelpunt.db-wal");
    }

    private static void awaitWell(Installation installation) {
        while (installation.store.problem().isPresent()) {
            Thread.onSpinWait();
        }
    }

    private static void assertWhole(Installation installation, long records) {
        Verification verification = installation.store.verifyLog();
        assertTrue(verification.isWhole(), verification.reason());
        assertEquals(records, verification.records());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Files that nobody may write, not even who has them open: only the administrator of the machine can make them so. */
    private static final class Immutable implements AutoCloseable {

        private final Path[] files;

        Immutable(Path... files) throws IOException, InterruptedException {
            this.files = files;
            for (Path file : files) {
                assumeTrue(
                        change("+i", file) && !Files.isWritable(file),
                        "files are made immutable by root on Linux only, on a file system that knows this");
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            for (Path file : files) {
                change("-i", file);
            }
        }

        private static boolean change(String attribute, Path file) throws IOException, InterruptedException {
            try {
                return new ProcessBuilder("chattr", attribute, file.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                return false;
            }
        }
    }

    @Test
    void nothingIsWrittenOutsideTheDataFolder() throws Exception {
        assumeTrue(Files.isDirectory(OPEN), "a system that shows which files are open");
        AtomicBoolean over = new AtomicBoolean();
        Set<Path> seen = ConcurrentHashMap.newKeySet();
        Thread looking = new Thread(() -> {
            while (!over.get()) {
                seen.addAll(temporary());
            }
        });
        try (Installation installation = new Installation(data)) {
            installation.run(tx -> signals(tx));
            Signal last = Samples.draft(POLITIE, MOMENT);
            installation.run(tx -> {
                signals(tx);
                tx.signals().insert(last);
                seen.addAll(temporary());
            });
            assertEquals(Set.of(), seen, "while a work goes on");
            installation.run(tx -> tx.signals().destroy(last.id()));
            looking.start();
            installation.store.remove();
        } finally {
            over.set(true);
            looking.join();
        }
        assertFalse(seen.isEmpty(), "none seen while the database is written anew");
        assertTrue(seen.stream().allMatch(file -> file.startsWith(data)), () -> "outside: " + seen);
    }

    private static void signals(Transaction tx) {
        for (int i = 0; i < 2_000; i++) {
            tx.signals().insert(Samples.draft(POLITIE, MOMENT));
        }
    }

    /** SQLite's files without a name that this process has open. */
    private static Set<Path> temporary() {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN)) {
            for (Path entry : open) {
                try {
                    Path file = Files.readSymbolicLink(entry);
                    if (file.toString().contains("etilqs_")) {
                        found.add(file);
                    }
                } catch (NoSuchFileException e) {
                    // Closed in the meantime.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Test
    void destroyedDataAreInNoFileAnyMore() throws Exception {
        try (Installation installation = new Installation(data)) {
            Signal signal = Samples.draft(POLITIE, MOMENT);
            Subject subject = Samples.subject(signal.id());
            Datum datum = Samples.datum(signal.id(), subject.id());
            installation.run(tx -> {
                tx.signals().insert(signal);
                tx.data().insert(subject);
                tx.data().insert(datum);
            });
            assertTrue(filesHold(datum.content()));
            assertTrue(filesHold(signal.content().observation().what()));
            installation.run(tx -> tx.signals().destroy(signal.id()));
            // The writer empties its log after the commit, so before the next one.
            installation.run(tx -> {});
            assertFalse(filesHold(datum.content()));
            assertFalse(filesHold(signal.content().observation().what()));
        }
    }

    @Test
    void aBackupThatReadsMakesTheDestroyedDataGoLater() throws Exception {
        try (Installation installation = new Installation(data)) {
            Signal signal = Samples.draft(POLITIE, MOMENT);
            installation.run(tx -> tx.signals().insert(signal));
            try (Connection reader = new Database(installation.file()).openBeside();
                    Statement reading = reader.createStatement()) {
                reading.execute("begin");
                reading.executeQuery("select count(*) from signal").close();
                installation.run(tx -> tx.signals().destroy(signal.id()));
                installation.run(tx -> {});
                assertTrue(filesHold(signal.content().observation().what()), "the reader's moment");
                reading.execute("commit");
            }
            installation.run(tx -> {});
            installation.run(tx -> {});
            assertFalse(filesHold(signal.content().observation().what()));
        }
    }

    private boolean filesHold(String text) throws IOException {
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // One character per byte, so that bytes can be sought as text.
                if (Files.readString(file, StandardCharsets.ISO_8859_1)
                        .contains(new String(sought, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long fill(Installation installation) {
        long acknowledged = 0;
        while (true) {
            try {
                report(installation);
                acknowledged++;
            } catch (UnavailableException e) {
                return acknowledged;
            }
        }
    }

    private static void report(Installation installation) {
        installation.run(tx -> {
            tx.signals().insert(Samples.draft(POLITIE, MOMENT));
            tx.log().append(Samples.entry("REPORT"));
        });
    }

    /** A database that may not grow beyond some pages, as SQLite then says what it says of a full disk. */
    private static final class SmallDisk extends Database {

        private static final int SMALL = 70;
        private static final int LARGE = 100_000;

        private volatile int pages = SMALL;
        private volatile Connection current;

        SmallDisk(Path file) {
            super(file);
        }

        @Override
        Connection open(boolean mayBeNew) throws SQLException, IOException {
            current = super.open(mayBeNew);
            pragma("max_page_count = " + pages);
            return current;
        }

        void grow() throws SQLException {
            pages = LARGE;
            pragma("max_page_count = " + pages);
        }

        @Override
        void prove() throws IOException {
            if (pages == SMALL) {
                throw new IOException("No space left on device");
            }
        }

        /** On the connection of the writer, who does nothing meanwhile. */
        private void pragma(String assignment) throws SQLException {
            Connection open = current;
            if (!open.isClosed()) {
                try (Statement statement = open.createStatement()) {
                    statement.execute("pragma " + assignment);
                }
            }
        }
    }
}
