package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Closures.Wanted;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.port.DatumRepository.Count;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.RetentionRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms, closures and destruction, as they are kept and found again. */
class RetentionTest {

    private static final LocalDate DAY = LocalDate.parse("2027-03-01");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

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

    private static Lesson lesson(String text, boolean worked) {
        return new Lesson(
                Samples.id(),
                Samples.id(),
                Activity.KNELPUNT,
                DAY,
                new Lesson.Content(
                        worked,
                        InterventionType.Category.PREVENTION,
                        Manifestation.DRUGS,
                        ObjectType.AREA,
                        "opslag",
                        text));
    }

    private List<Lesson> found(Wanted wanted) {
        return installation.get(tx -> tx.closures().find(wanted, null, 10));
    }

    private static Wanted words(String words) {
        return new Wanted(words, null, null, null, null, null);
    }

    @Test
    void lessonsAreFoundByTheBeginningOfWordsWhateverTheirCaseAndAccents() {
        Lesson fences = lesson("Hekken hielpen niet; méér verlichting wel.", false);
        Lesson hours = lesson("Toezicht op wisselende tijden hielp. 100% raak!", true);
        installation.run(tx -> List.of(fences, hours).forEach(tx.closures()::insert));

        assertEquals(List.of(fences, hours), found(words(null)));
        assertEquals(List.of(fences, hours), found(words("HIELP")));
        assertEquals(List.of(fences), found(words("meer hekken")));
        assertEquals(List.of(fences), found(words("MÉÉR")));
        assertEquals(List.of(hours), found(words("wissel tijd 100")));
        assertEquals(List.of(), found(words("kken")), "not in the middle of a word");
        assertEquals(List.of(), found(words("hekken toezicht")), "all of them");
        assertEquals(
                List.of(fences, hours), found(words("%' or 1=1 --".replaceAll("[a-z0-9=]", ""))), "no words, so any");
        assertEquals(List.of(), found(words("x' or '1'='1")));

        assertEquals(List.of(hours), found(new Wanted(null, true, null, null, null, null)));
        assertEquals(
                2,
                found(new Wanted(
                                null,
                                null,
                                InterventionType.Category.PREVENTION,
                                Manifestation.DRUGS,
                                ObjectType.AREA,
                                "opslag"))
                        .size());
        assertEquals(List.of(), found(new Wanted(null, null, null, null, ObjectType.BRANCH, null)));
        assertEquals(List.of(hours), installation.get(tx -> tx.closures().find(words("hielp"), fences.id(), 10)));

        assertTrue(installation.<Boolean>get(tx -> tx.closures().destroyLesson(fences.id())));
        assertFalse(installation.<Boolean>get(tx -> tx.closures().destroyLesson(fences.id())));
        assertEquals(List.of(hours), found(words("hielp")));
    }

    @Test
    void aClosingReportIsReplacedAndGoes() {
        UUID knelpunt = Samples.id();
        ClosingReport first = new ClosingReport(
                knelpunt, "a", List.of(new ClosingReport.Waived(Samples.id(), "b")), List.of(), Samples.id(), NOON);
        ClosingReport second = new ClosingReport(
                knelpunt, "c", List.of(), List.of(lesson("d", true).content()), Samples.id(), NOON);
        installation.run(tx -> tx.closures().put(first));
        assertEquals(Optional.of(first), installation.get(tx -> tx.closures().report(knelpunt)));
        installation.run(tx -> tx.closures().put(second));
        assertEquals(Optional.of(second), installation.get(tx -> tx.closures().report(knelpunt)));
        assertTrue(installation.<Boolean>get(tx -> tx.closures().destroyReport(knelpunt)));
        assertFalse(installation.<Boolean>get(tx -> tx.closures().destroyReport(knelpunt)));
    }

    private static DestructionList list(DestructionState state, LocalDate due) {
        return new DestructionList(
                Samples.id(),
                Samples.id(),
                Activity.SCAN,
                1,
                state,
                false,
                List.of(Samples.id()),
                "reden",
                due,
                NOON,
                Samples.id(),
                new DestructionList.Review(Samples.id(), NOON, state == DestructionState.APPROVED, null),
                List.of(new DestructionList.Kept(Samples.id(), Marks.Hold.Ground.LEGAL_RULE, DAY, Samples.id(), NOON)),
                Map.of("VEHICLE", 3),
                null);
    }

    @Test
    void aDestructionListIsExecutedOnceItIsApprovedOrItsLastDayHasPassed() {
        DestructionList approved = list(DestructionState.APPROVED, null);
        DestructionList late = list(DestructionState.IN_REVIEW, DAY.minusDays(1));
        DestructionList inTime = list(DestructionState.IN_REVIEW, DAY);
        DestructionList draft = list(DestructionState.DRAFT, null);
        DestructionList over = list(DestructionState.EXECUTED, DAY.minusDays(9));
        List<DestructionList> all = List.of(approved, late, inTime, draft, over);
        installation.run(tx -> all.forEach(tx.destructions()::insert));

        assertEquals(all, installation.get(tx -> tx.destructions().list(null, 10)));
        assertEquals(
                List.of(late, inTime), installation.get(tx -> tx.destructions().list(approved.id(), 2)));
        assertEquals(
                List.of(approved, late),
                installation.get(tx -> tx.destructions().toExecute(DAY, 10)));
        assertEquals(
                List.of(late, inTime, approved, draft),
                installation.get(tx -> tx.destructions().open(10)));

        installation.run(tx -> tx.destructions().update(draft.in(DestructionState.IN_REVIEW)));
        assertEquals(
                2,
                installation
                        .get(tx -> tx.destructions().find(draft.id()))
                        .orElseThrow()
                        .version());
        assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.destructions().update(draft)));
    }

    @Test
    void theLastRunComesFirst() {
        RetentionRun first =
                new RetentionRun(Samples.id(), NOON, DAY, true, Map.of(Samples.id(), 2), Map.of(), List.of(), 1, 2);
        RetentionRun second = new RetentionRun(
                Samples.id(),
                NOON,
                DAY,
                false,
                Map.of(),
                Map.of(Samples.id(), Map.of("BSN", 1)),
                List.of(Samples.id()),
                0,
                0);
        installation.run(tx -> List.of(first, second).forEach(tx.destructions()::insert));
        assertEquals(
                List.of(second, first), installation.get(tx -> tx.destructions().runs(null, 10)));
        assertEquals(List.of(first), installation.get(tx -> tx.destructions().runs(second.id(), 10)));
    }

    private static Datum held(Datum datum, LocalDate until) {
        return datum.with(
                datum.marks().with(new Marks.Hold(Marks.Hold.Ground.LEGAL_CLAIM, "beroep", Samples.id(), NOON, until)));
    }

    @Test
    void aHoldKeepsADatumUntilItsLastDay() {
        UUID dossier = Samples.id();
        Datum free = Samples.datum(dossier, null).with(Marks.NONE);
        Datum kept = held(
                Samples.datum(dossier, null).with(Marks.NONE), free.destroyBy().plusDays(10));
        Datum ofBefore = held(Samples.datum(dossier, null).with(Marks.NONE), null);
        installation.run(tx -> List.of(free, kept, ofBefore).forEach(tx.data()::insert));
        LocalDate due = free.destroyBy().plusDays(1);
        LocalDate later = free.destroyBy().plusDays(11);

        assertEquals(List.of(free), installation.get(tx -> tx.data().due(due, null, 10)));
        assertEquals(List.of(free, kept), installation.get(tx -> tx.data().due(later, null, 10)));
        assertEquals(List.of(free.id()), installation.get(tx -> tx.data().dueOf(dossier, due, 10)));
        assertEquals(List.of(free), installation.get(tx -> tx.data().notHeldOf(dossier, due, 10)));
        assertEquals(List.of(kept, ofBefore), installation.get(tx -> tx.data().heldPastTerm(due, 10)));
        assertEquals(List.of(ofBefore, kept), installation.get(tx -> tx.data().holdsEndingBy(later, 10)));
        assertEquals(
                List.of(new Count(dossier, DataCategory.VEHICLE, 1)),
                installation.get(tx -> tx.data().countDue(due)));
        assertEquals(
                List.of(new Count(dossier, DataCategory.VEHICLE, 3)),
                installation.get(tx -> tx.data().count(dossier)));
    }

    @Test
    void whatWasToldIsToldOnce() {
        UUID knelpunt = Samples.id();
        installation.run(tx -> tx.reminders().sent(knelpunt, "2027-03-01/30", NOON));
        assertTrue(installation.<Boolean>get(tx -> tx.reminders().wasSent(knelpunt, "2027-03-01/30")));
        assertFalse(installation.<Boolean>get(tx -> tx.reminders().wasSent(knelpunt, "2027-03-01/7")));
        installation.run(tx -> tx.reminders().forget(knelpunt));
        assertFalse(installation.<Boolean>get(tx -> tx.reminders().wasSent(knelpunt, "2027-03-01/30")));
    }

    /** Or the log's pseudonym would still lead to a person, by the letter that a request came with. */
    @Test
    void whenNothingIsKnownOfAPersonAnyMoreARequestDoesNotSayWhoseThePseudonymWas() throws Exception {
        UUID dossier = Samples.id();
        UUID pseudonym = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        var subject = new nl.knelpunt.engine.dossier.Subject(
                Samples.id(), dossier, nl.knelpunt.api.vocabulary.SubjectKind.PERSON, null, null, pseudonym);
        Datum datum = Samples.datum(dossier, subject.id());
        installation.run(tx -> {
            tx.data().insert(subject);
            tx.data().insert(datum);
        });
        for (String subjects : List.of(
                "[\"" + pseudonym + "\"]",
                "[\"" + pseudonym + "\",\"" + other + "\"]",
                "[\"" + other + "\",\"" + pseudonym + "\"]")) {
            installation.behindItsBack("insert into rights_request (id, version, document) values ('" + Samples.id()
                    + "', 1, '{\"subjects\":" + subjects + ",\"reference\":\"B-1\"}')");
        }
        installation.run(tx -> tx.data().destroy(datum.id()));
        assertEquals(0, installation.count("rights_request where document like '%" + pseudonym + "%'"));
        assertEquals(2, installation.count("rights_request where document like '%[\"" + other + "\"]%'"));
        assertEquals(1, installation.count("rights_request where document like '%[]%'"));
    }
}
