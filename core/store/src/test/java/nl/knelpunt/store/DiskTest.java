package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that doesn't take what is written: nothing is acknowledged, everybody is told why, and it mends itself. */
@Timeout(60)
class DiskTest {

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
            assertTrue(installation.get(tx -> tx.log().verify()).isWhole());
        }
    }

    @Test
    void healthMendsItselfAlsoWhenNobodyWorks() throws Exception {
        SmallDisk disk = new SmallDisk(data.resolve("knelpunt.db"));
        try (Installation installation = new Installation(data, disk)) {
            fill(installation);
            assertTrue(installation.store.problem().isPresent());
            disk.grow();
            // Asking makes it try again, once a second.
            while (installation.store.problem().isPresent()) {
                Thread.onSpinWait();
            }
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
    void aDiskThatIsOnlyReadStopsAcknowledging() throws Exception {
        SmallDisk disk = new SmallDisk(data.resolve("knelpunt.db"));
        try (Installation installation = new Installation(data, disk)) {
            report(installation);
            disk.readOnly(true);
            UnavailableException refused = assertThrows(UnavailableException.class, () -> report(installation));
            assertEquals(Problem.NOT_WRITABLE.text(), refused.reason());
            disk.readOnly(false);
            report(installation);
            assertEquals(2, installation.count("signal"));
            assertTrue(installation.get(tx -> tx.log().verify()).isWhole());
        }
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
        Connection open() throws SQLException, IOException {
            current = super.open();
            pragma("max_page_count = " + pages);
            return current;
        }

        void grow() throws SQLException {
            pages = LARGE;
            pragma("max_page_count = " + pages);
        }

        void readOnly(boolean on) throws SQLException {
            pragma("query_only = " + (on ? 1 : 0));
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
