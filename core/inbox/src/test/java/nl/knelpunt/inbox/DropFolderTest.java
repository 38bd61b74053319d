package nl.knelpunt.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file that a participant's system puts in its folder. */
class DropFolderTest {

    private static final Participant POLICE =
            new Participant("politie-noord-holland", "Politie Noord-Holland", "police", Set.of(Organ.POLITIE), null);

    @TempDir
    Path inbox;

    private final FakePlatform platform = new FakePlatform();
    private final MovableClock clock = new MovableClock();
    private boolean stopping;
    private Path folder;
    private DropFolder dropFolder;

    @BeforeEach
    void make() {
        folder = inbox.resolve(POLICE.id());
        restart();
    }

    private void restart() {
        dropFolder = new DropFolder(inbox, POLICE, platform, platform, platform, clock, () -> stopping);
        dropFolder.poll();
    }

    @Test
    void theFoldersAreMadeAtTheStart() {
        assertEquals(Set.of("done", "refused"), names(folder));
    }

    @Test
    void aFileIsDeliveredOnceItHasStoppedChanging() throws Exception {
        drop("incident.xml", "one");
        dropFolder.poll();
        drop("incident.xml", "one and a half");
        dropFolder.poll();
        assertEquals(List.of(), platform.delivered);

        dropFolder.poll();

        assertEquals(List.of("one and a half"), platform.delivered);
        assertEquals(List.of("xml"), platform.endings);
    }

    @Test
    void aDeliveredFileIsGoneAndLeavesAReceiptWithoutContent() throws Exception {
        drop("incident.XML", "secret");
        polls(2);

        assertEquals(Set.of("done", "refused"), names(folder));
        assertEquals(Set.of("incident.XML.20260501T120000.000Z.json"), names(folder.resolve("done")));
        String receipt = Files.readString(folder.resolve("done/incident.XML.20260501T120000.000Z.json"));
        assertFalse(receipt.contains("secret"), receipt);
        assertTrue(receipt.contains("\"participant\" : \"politie-noord-holland\""), receipt);
        assertTrue(receipt.contains("\"repeated\" : 0"), receipt);
        assertTrue(receipt.contains("\"state\" : \"DRAFT\""), receipt);
        // SHA-256 of "secret" begins with 2bb80d; the first byte is turned round by the key.
        assertTrue(receipt.contains("\"digest\" : \"d4b80d537b1da3e38bd30361aa855686"), receipt);
        assertEquals(List.of("xml"), platform.endings);
    }

    @Test
    void whatIsHiddenUnfinishedALinkOrAFolderIsLeftAlone() throws Exception {
        drop(".hidden.xml", "x");
        drop("a.xml.part", "x");
        drop("a.TMP", "x");
        Files.createDirectory(folder.resolve("folder.xml"));
        Files.createSymbolicLink(folder.resolve("link.xml"), Files.writeString(inbox.resolve("elsewhere"), "x"));
        polls(3);

        assertEquals(0, platform.attempts);
        assertEquals(7, names(folder).size());
    }

    @Test
    void aFileThatTheGuardRefusesMovesWithEveryReasonInDutchAndEnglish() throws Exception {
        platform.step = content -> {
            throw new RefusedException(List.of(
                    new Finding(
                            "G06",
                            "Bgs 2.13",
                            new Text("Buiten de regio", "Outside the region"),
                            new Text("Stuur het door", "Pass it on"),
                            "place"),
                    new Finding(
                            "G09",
                            "Wgs 1.5",
                            new Text("Verboden", "Forbidden"),
                            new Text("Laat weg", "Leave out"),
                            null)));
        };
        drop("incident.xml", "secret");
        polls(2);

        assertEquals(Set.of("done", "refused"), names(folder));
        assertEquals(Set.of("incident.xml", "incident.xml.reasons.txt"), names(folder.resolve("refused")));
        assertEquals("secret", Files.readString(folder.resolve("refused/incident.xml")));
        assertEquals("""
                Dit bestand is geweigerd. Er is niets van bewaard. Los op wat hieronder staat en lever opnieuw aan.

                Regel: G06 (Bgs 2.13)
                Veld: place
                Reden: Buiten de regio
                Wat u kunt doen: Stuur het door

                Regel: G09 (Wgs 1.5)
                Reden: Verboden
                Wat u kunt doen: Laat weg

                This file was refused. Nothing of it was kept. Solve what stands below and deliver it again.

                Rule: G06 (Bgs 2.13)
                Field: place
                Reason: Outside the region
                What you can do: Pass it on

                Rule: G09 (Wgs 1.5)
                Reason: Forbidden
                What you can do: Leave out
                """, Files.readString(folder.resolve("refused/incident.xml.reasons.txt")));
    }

    @Test
    void aFileThatCanNotBeReadMovesWithThePlace() throws Exception {
        platform.step = content -> {
            throw new MessageException("line 12, column 4", new Text("Geen XML", "No XML"));
        };
        drop("incident.xml", "x");
        polls(2);

        String reasons = Files.readString(folder.resolve("refused/incident.xml.reasons.txt"));
        assertTrue(reasons.contains("Plaats: line 12, column 4\nReden: Geen XML"), reasons);
        assertTrue(reasons.contains("Place: line 12, column 4\nReason: No XML"), reasons);
    }

    @Test
    void aFileThatNoAdapterReadsMoves() throws Exception {
        platform.step = content -> {
            throw new InvalidException("format", new Text("Onbekend soort", "Unknown kind"));
        };
        drop("incident.pdf", "x");
        polls(2);

        assertTrue(Files.readString(folder.resolve("refused/incident.pdf.reasons.txt"))
                .contains("Reden: Onbekend soort"));
    }

    @Test
    void aSecondRefusedFileOfTheSameNameDoesNotTakeTheFirstOnesPlace() throws Exception {
        platform.step = content -> {
            throw new MessageException("line 1", new Text("Geen XML", "No XML"));
        };
        drop("a.xml", "first");
        polls(2);
        drop("a.xml", "second");
        polls(2);

        assertEquals("first", Files.readString(folder.resolve("refused/a.xml")));
        assertEquals("second", Files.readString(folder.resolve("refused/20260501T120000.000Z-a.xml")));
        assertEquals(4, names(folder.resolve("refused")).size());
    }

    @Test
    void aFileThatItsModuleCanNotTakeNowStaysAndTheOthersAreDelivered() throws Exception {
        platform.step = content -> {
            if (content.equals("a")) {
                throw new ModuleException(new Text("Te druk", "Too busy"));
            }
        };
        drop("a.xml", "a");
        drop("b.xml", "b");
        polls(4);
        assertEquals(2, platform.attempts, "the one that waits is not tried at each look");
        assertTrue(Files.exists(inbox.resolve(POLICE.id()).resolve("a.xml")));
        assertFalse(Files.exists(inbox.resolve(POLICE.id()).resolve("b.xml")));

        platform.step = content -> {};
        clock.forward(Duration.ofSeconds(1));
        polls(2);
        assertFalse(Files.exists(inbox.resolve(POLICE.id()).resolve("a.xml")));
    }

    @Test
    void whileThePlatformIsUnavailableFilesStayAndAreTriedLessAndLessOften() throws Exception {
        platform.step = content -> {
            throw new UnavailableException(new Text("Schijf vol", "Disk full"), null);
        };
        drop("a.xml", "a");
        drop("b.xml", "b");
        polls(4);
        assertEquals(1, platform.attempts);

        clock.forward(Duration.ofSeconds(1));
        polls(4);
        assertEquals(2, platform.attempts);

        clock.forward(Duration.ofSeconds(1));
        polls(4);
        assertEquals(2, platform.attempts);

        platform.step = content -> {};
        clock.forward(Duration.ofMinutes(1));
        polls(1);
        assertEquals(Set.of("a", "b"), Set.copyOf(platform.delivered));
        assertEquals(2, names(folder.resolve("done")).size());
    }

    @Test
    void aFileThatFailsStrangelyStaysAndDoesNotHoldUpTheOthers() throws Exception {
        platform.step = content -> {
            if (content.equals("strange")) {
                throw new IllegalStateException("strange");
            }
        };
        drop("a.xml", "strange");
        drop("b.xml", "plain");
        polls(3);

        assertEquals(List.of("plain"), platform.delivered);
        assertEquals(2, platform.attempts);
        assertTrue(Files.exists(folder.resolve("a.xml")));
    }

    @Test
    void withoutItsPluginAFileWaits() throws Exception {
        platform.activeKinds.clear();
        drop("a.xml", "a");
        polls(3);
        assertEquals(0, platform.attempts);

        platform.activeKinds.add("police");
        polls(1);
        assertEquals(List.of("a"), platform.delivered);
    }

    @Test
    void aFileWhosePluginGoesAtThatMomentWaitsToo() throws Exception {
        Text text = new Text("Module weg", "Module gone");
        platform.step = content -> {
            throw new RefusedException(List.of(new Finding("G51", "Wgs", text, text, null)));
        };
        drop("a.xml", "a");
        polls(2);

        assertTrue(Files.exists(folder.resolve("a.xml")));
        assertEquals(Set.of(), names(folder.resolve("refused")));
    }

    @Test
    void aCrashBeforeTheReceiptMakesTheFileComeAgainAsARepeat() throws Exception {
        drop("a.xml", "a");
        platform.delivered.add("a");
        polls(2);

        String receipt = Files.readString(folder.resolve("done/a.xml.20260501T120000.000Z.json"));
        assertTrue(receipt.contains("\"repeated\" : 1"), receipt);
        assertEquals(Set.of("done", "refused"), names(folder));
    }

    @Test
    void aCrashBeforeTheDeletionMakesTheFileComeAgain() throws Exception {
        Files.writeString(folder.resolve(".taken-0123.xml"), "a");
        Files.writeString(folder.resolve("done/.unfinished-a.xml.json"), "{");
        restart();
        polls(2);

        assertEquals(List.of("a"), platform.delivered);
        assertEquals(List.of("xml"), platform.endings);
        assertEquals(Set.of("done", "refused"), names(folder));
        assertEquals(1, names(folder.resolve("done")).size());
    }

    @Test
    void aNewerFileThatCameInItsPlaceIsDeliveredToo() throws Exception {
        platform.step = content -> {
            if (content.equals("old")) {
                drop("a.xml", "new one");
            }
        };
        drop("a.xml", "old");
        polls(2);
        assertEquals("new one", Files.readString(folder.resolve("a.xml")));

        polls(2);
        assertEquals(List.of("old", "new one"), platform.delivered);
        assertEquals(Set.of("done", "refused"), names(folder));
    }

    @Test
    void whenTheReceiptCanNotBeWrittenTheFileStays() throws Exception {
        drop("a.xml", "a");
        dropFolder.poll();
        Files.delete(folder.resolve("done"));
        Files.writeString(folder.resolve("done"), "not a folder");
        dropFolder.poll();
        assertTrue(Files.exists(folder.resolve("a.xml")));

        Files.delete(folder.resolve("done"));
        clock.forward(Duration.ofMinutes(1));
        polls(2);
        assertFalse(Files.exists(folder.resolve("a.xml")));
        assertEquals(1, names(folder.resolve("done")).size());
    }

    @Test
    void aFolderThatIsThrownAwayComesBack() throws Exception {
        for (String name : List.of("done", "refused", "")) {
            Files.delete(folder.resolve(name));
        }
        polls(2);

        assertEquals(Set.of("done", "refused"), names(folder));
    }

    @Test
    void namesAreTamedInWhatThePlatformWrites() throws Exception {
        drop("a b;\n" + "x".repeat(230) + ".xml", "a");
        polls(2);

        String receipt = names(folder.resolve("done")).iterator().next();
        assertTrue(receipt.matches("x{116}\\.xml\\.20260501T120000\\.000Z\\.json"), receipt);
    }

    @Test
    void aStopIsHeededBetweenTwoFiles() throws Exception {
        platform.step = content -> stopping = true;
        drop("a.xml", "a");
        drop("b.xml", "b");
        polls(2);

        assertEquals(1, platform.attempts);
    }

    @Test
    void theDigestIsOfTheWholeFileAlsoOfWhatTheReaderDidNotNeed() throws Exception {
        drop("a.xml", "a".repeat(100_000));
        drop("b.xml", "a".repeat(100_001));
        polls(2);

        Set<String> digests = new TreeSet<>();
        for (String receipt : names(folder.resolve("done"))) {
            digests.add(Files.readString(folder.resolve("done").resolve(receipt))
                    .replaceAll("(?s).*\"digest\" : \"(\\w+)\".*", "$1"));
        }
        assertEquals(2, digests.size());
    }

    @Test
    void theOldestComesFirst() throws Exception {
        Files.setLastModifiedTime(drop("a.xml", "later"), FileTime.from(clock.instant()));
        Files.setLastModifiedTime(
                drop("b.xml", "sooner"), FileTime.from(clock.instant().minusSeconds(60)));
        polls(2);

        assertEquals(List.of("sooner", "later"), platform.delivered);
    }

    private Path drop(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void polls(int count) {
        for (int i = 0; i < count; i++) {
            dropFolder.poll();
        }
    }

    private static Set<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-05-01T12:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

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
}
