package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.steering.Count;
import nl.knelpunt.engine.steering.Mandate;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Paper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the steering group leaves behind comes back as it was. */
class SteeringRepositoriesTest {

    private static final Instant MOMENT = Instant.parse("2026-06-03T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-06-03");
    private static final String POLICE = "politie";

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

    private static Mandate mandate(UUID holder) {
        return new Mandate(
                Samples.id(),
                1,
                POLICE,
                holder,
                Set.of(Act.VOTE_CLOSURE, Act.CLOSE),
                DAY,
                DAY.plusDays(9),
                "P-1",
                Samples.id(),
                MOMENT,
                null);
    }

    @Test
    void aMandateKeepsEveryFieldAndIsFoundByWhoHoldsIt() {
        UUID holder = Samples.id();
        Mandate standing = mandate(holder);
        Mandate given = mandate(Samples.id());
        installation.run(tx -> {
            tx.mandates().insert(standing);
            tx.mandates().insert(given);
            tx.mandates().update(given.withdrawnBy(Samples.id(), MOMENT));
        });
        installation.restart();
        assertEquals(Optional.of(standing), installation.get(tx -> tx.mandates().find(standing.id())));
        assertEquals(List.of(standing), installation.get(tx -> tx.mandates().of(POLICE, holder)));
        assertEquals(List.of(), installation.get(tx -> tx.mandates().of("gemeente", holder)));
        assertEquals(List.of(standing), installation.get(tx -> tx.mandates().standingOf(POLICE)));
        assertEquals(
                1, installation.get(tx -> tx.mandates().list(standing.id(), 10)).size());
        assertEquals(
                2,
                assertThrows(
                                StaleException.class,
                                () -> installation.run(tx -> tx.mandates().update(given)))
                        .current());
    }

    private static Meeting meeting(UUID knelpunt) {
        Motion.Vote vote = new Motion.Vote(POLICE, Samples.id(), Samples.id(), Motion.Choice.FOR, "ja", MOMENT);
        return Meeting.planned(
                        Samples.id(),
                        MOMENT,
                        new Meeting.Plan(Meeting.Form.MEETING, MOMENT, "Wieringersluis", Samples.id()))
                .with(new Meeting.Item(
                        Samples.id(), Meeting.ItemKind.DESIGNATION, knelpunt, "haven", "zie stuk", List.of(), null))
                .with(new Meeting.Item(
                        Samples.id(),
                        Meeting.ItemKind.OTHER,
                        null,
                        "plan",
                        null,
                        List.of(vote),
                        new Meeting.Conclusion(Meeting.Outcome.ADOPTED, new Count(3, 2, 0, 1), "x", MOMENT)))
                .with(new Meeting.Attendance(POLICE, Meeting.Presence.REPRESENTED, Samples.id(), Samples.id()))
                .with(new Meeting.Minutes("besproken", new Meeting.Fixing(Samples.id(), MOMENT, Samples.id())));
    }

    @Test
    void aMeetingKeepsEveryFieldAndIsFoundByWhatStandsOnItsAgenda() {
        UUID knelpunt = Samples.id();
        Meeting meeting = meeting(knelpunt);
        installation.run(tx -> tx.meetings().insert(meeting));
        installation.restart();
        assertEquals(Optional.of(meeting), installation.get(tx -> tx.meetings().find(meeting.id())));
        assertEquals(
                Optional.of(meeting),
                installation.get(tx -> tx.meetings().withOpenItem(knelpunt, Meeting.ItemKind.DESIGNATION)));
        assertEquals(
                Optional.empty(),
                installation.get(tx -> tx.meetings().withOpenItem(knelpunt, Meeting.ItemKind.CLOSURE)));
        installation.run(tx -> tx.meetings()
                .update(meeting.changing(
                                Meeting.Item::isOpen,
                                i -> i.concluded(new Meeting.Conclusion(Meeting.Outcome.DEFERRED, null, null, MOMENT)))
                        .in(MeetingState.HELD)));
        assertEquals(
                Optional.empty(),
                installation.get(tx -> tx.meetings().withOpenItem(knelpunt, Meeting.ItemKind.DESIGNATION)));
        assertEquals(List.of(), installation.get(tx -> tx.meetings().in(MeetingState.PLANNED)));
        assertEquals(
                2L,
                installation
                        .get(tx -> tx.meetings().in(MeetingState.HELD))
                        .get(0)
                        .version());
        assertThrows(
                StaleException.class, () -> installation.run(tx -> tx.meetings().update(meeting)));
    }

    @Test
    void aPaperKeepsItsBytesUntilTheyAreDestroyed() {
        byte[] bytes = {0, 1, (byte) 0xff, '%', 'P'};
        UUID knelpunt = Samples.id();
        Paper paper = new Paper(Samples.id(), knelpunt, 5, "aa", Samples.id(), MOMENT, DAY);
        installation.run(tx -> tx.papers().insert(paper, bytes));
        installation.restart();
        assertEquals(List.of(paper), installation.get(tx -> tx.papers().ofKnelpunt(knelpunt, null, 10)));
        assertArrayEquals(
                bytes, installation.get(tx -> tx.papers().content(paper.id())).orElseThrow());
        assertEquals(List.of(), installation.get(tx -> tx.papers().past(DAY, 10)));
        assertEquals(List.of(paper), installation.get(tx -> tx.papers().past(DAY.plusDays(1), 10)));
        installation.run(tx -> tx.papers().destroyContent(paper.id()));
        assertEquals(Optional.empty(), installation.get(tx -> tx.papers().content(paper.id())));
        assertEquals(List.of(), installation.get(tx -> tx.papers().past(DAY.plusDays(1), 10)));
        assertEquals(Optional.of(paper), installation.get(tx -> tx.papers().find(paper.id())));
    }

    @Test
    void aDocumentKeepsItsBytesAndItsNumberIsGivenOnce() {
        UUID knelpunt = Samples.id();
        Document document = new Document(
                Samples.id(),
                knelpunt,
                Document.Kind.PROLONGATION,
                "NH-2026-HK-001-B2",
                "haven",
                MOMENT,
                Samples.id(),
                DAY,
                new Document.Digest("aa", 1),
                new Document.Digest("bb", 2));
        installation.run(tx -> tx.documents().insert(document, new byte[] {1}, new byte[] {2, 3}));
        installation.restart();
        assertEquals(
                Optional.of(document), installation.get(tx -> tx.documents().find(document.id())));
        assertArrayEquals(
                new byte[] {1},
                installation
                        .get(tx -> tx.documents().content(document.id(), Document.Format.PDF))
                        .orElseThrow());
        assertArrayEquals(
                new byte[] {2, 3},
                installation
                        .get(tx -> tx.documents().content(document.id(), Document.Format.HTML))
                        .orElseThrow());
        assertEquals(
                Integer.valueOf(1),
                installation.<Integer>get(tx -> tx.documents().count(knelpunt, "B")));
        assertEquals(
                Integer.valueOf(0),
                installation.<Integer>get(tx -> tx.documents().count(knelpunt, Document.Kind.CLOSURE)));
        assertEquals(
                Integer.valueOf(1),
                installation.<Integer>get(tx -> tx.documents().count(knelpunt, Document.Kind.PROLONGATION)));
        assertEquals(List.of(document), installation.get(tx -> tx.documents().ofKnelpunt(knelpunt, null, 10)));
        Document again = new Document(
                Samples.id(),
                knelpunt,
                document.kind(),
                document.number(),
                "x",
                MOMENT,
                Samples.id(),
                null,
                document.pdf(),
                document.html());
        assertThrows(
                RuntimeException.class,
                () -> installation.run(tx -> tx.documents().insert(again, new byte[0], new byte[0])));
    }

    @Test
    void aSeriesGoesOnAndADossierKeepsItsName() {
        UUID dossier = Samples.id();
        assertEquals(
                Long.valueOf(0L), installation.<Long>get(tx -> tx.documents().last("NH-2026-HK")));
        installation.run(tx -> {
            tx.documents().setLast("NH-2026-HK", 1);
            tx.documents().setLast("NH-2026-HK", 2);
            tx.documents().name(dossier, "NH-2026-HK-002");
        });
        assertEquals(
                Long.valueOf(2L), installation.<Long>get(tx -> tx.documents().last("NH-2026-HK")));
        assertEquals(
                Long.valueOf(0L), installation.<Long>get(tx -> tx.documents().last("NH-2027-HK")));
        assertEquals(
                Optional.of("NH-2026-HK-002"),
                installation.get(tx -> tx.documents().nameOf(dossier)));
        assertEquals(Optional.empty(), installation.get(tx -> tx.documents().nameOf(Samples.id())));
    }
}
