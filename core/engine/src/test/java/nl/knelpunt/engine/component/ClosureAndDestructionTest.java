package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks.Hold.Ground;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Moment;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.retention.Certificate;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.DestructionLists;
import nl.knelpunt.engine.retention.Retention;
import nl.knelpunt.engine.retention.RetentionRun;
import nl.knelpunt.engine.task.Task;
import org.junit.jupiter.api.Test;

/** From the closing report to the certificate of destruction. */
class ClosureAndDestructionTest {

    private static final Closures.Wanted ANY = new Closures.Wanted(null, null, null, null, null, null);

    private final House house = new House();
    private final Account reviewer = house.appoint("pia", House.POLICE, null, Role.PRIVACY_OFFICER);
    private final UUID knelpunt = house.designated();
    private final UUID signal =
            house.store.knelpunt(knelpunt).proposal().signals().get(0);

    private LocalDate today() {
        return Facts.day(house.now);
    }

    private DestructionList list() {
        List<DestructionList> lists =
                house.destructions.list(by(reviewer), null, 10).items();
        return lists.get(lists.size() - 1);
    }

    private List<Lesson> lessons() {
        return house.closures.lessons(by(house.analyst), ANY, null, 10).items();
    }

    private String refusedFor(Runnable closing) {
        return assertThrows(InvalidException.class, closing::run).field();
    }

    /** What of keeping and destroying waits for somebody. */
    private List<Act> retaining(Account account) {
        return house.tasks(account).stream()
                .map(Task::act)
                .filter(act -> act.moment() == Moment.RETAIN)
                .toList();
    }

    private void passes(int days) {
        house.itBecomes(today().plusDays(days));
        house.terms.end();
    }

    @Test
    void nothingIsClosedWithoutAReportOrWhileResultsWait() {
        UUID waiting = house.prepared(knelpunt);
        house.votes(knelpunt, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals("closingReport", refusedFor(() -> house.knelpunten.close(by(house.mayor), knelpunt)));

        house.reportsClosureOnly(knelpunt);
        assertEquals("provisions", refusedFor(() -> house.knelpunten.close(by(house.mayor), knelpunt)));
        assertEquals(
                List.of(waiting),
                house.closures.see(by(house.director), knelpunt).open());
        assertEquals(KnelpuntState.DESIGNATED, house.store.knelpunt(knelpunt).state());
        UUID withdrawn = house.prepared(knelpunt);
        house.provisions.withdraw(by(house.director), withdrawn, "niet meer nodig");
        assertEquals(
                List.of(waiting),
                house.closures.see(by(house.director), knelpunt).open(),
                "why it does not go was said when it was withdrawn");

        house.closures.write(
                by(house.director),
                knelpunt,
                new Closures.NewReport(
                        "klaar", List.of(new ClosingReport.Waived(waiting, "niet meer nodig")), List.of()));
        assertTrue(house.closures.see(by(house.director), knelpunt).informationMissing());
        assertEquals("information", refusedFor(() -> house.knelpunten.close(by(house.mayor), knelpunt)));
        house.informs(knelpunt);
        assertFalse(house.closures.see(by(house.director), knelpunt).informationMissing());
        house.knelpunten.share(
                by(house.officer),
                knelpunt,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.PERSON, suspect(), "rijdt voor de verdachte"),
                        DataCategory.VEHICLE,
                        "88-YY-88",
                        1));
        assertTrue(
                house.closures.see(by(house.director), knelpunt).informationMissing(), "somebody came in after that");
        house.informs(knelpunt);
        house.knelpunten.close(by(house.mayor), knelpunt);
        assertEquals(KnelpuntState.CLOSED, house.store.knelpunt(knelpunt).state());
    }

    @Test
    void aResultThatWasGivenUpKeepsNoClosureWaiting() {
        UUID prepared = house.prepared(knelpunt);
        house.reportsClosureOnly(knelpunt);
        house.provisions.withdraw(by(house.director), prepared, "niet meer nodig");
        assertEquals(List.of(), house.closures.see(by(house.director), knelpunt).open());
    }

    @Test
    void onlyAProvisionThatIsOpenCanBeWaived() {
        assertEquals(
                "waived[0].provision",
                refusedFor(() -> house.closures.write(
                        by(house.director),
                        knelpunt,
                        new Closures.NewReport(
                                "klaar",
                                List.of(new ClosingReport.Waived(UUID.randomUUID(), "niet nodig")),
                                List.of()))));
    }

    /** AVG 14. Texts are looked through between two tries of one act, and meanwhile others work. */
    @Test
    void whoCameInWhileTheInformingWasRecordedIsStillToBeInformed() {
        house.scanner = text -> {
            house.scanner = other -> List.of();
            house.informs(knelpunt);
            return List.of();
        };
        house.knelpunten.share(
                by(house.officer),
                knelpunt,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.PERSON, suspect(), "rijdt mee"),
                        DataCategory.SUPERVISION,
                        "gewaarschuwd",
                        1));
        assertTrue(house.closures.see(by(house.director), knelpunt).informationMissing());
    }

    @Test
    void whatWasLearntIsThereForEveryBureauUserAfterTheClosure() {
        house.reportsClosure(knelpunt);
        assertEquals(List.of(), lessons(), "before that it is part of the report");
        house.closes(knelpunt);
        assertEquals("Vroeg sluiten werkt.", lessons().get(0).content().text());
        assertEquals(today(), lessons().get(0).day());
        assertThrows(
                RefusedException.class,
                () -> house.closures.lessons(by(house.officer), ANY, null, 10),
                "of the bureau");

        house.closures.withdraw(by(house.director), lessons().get(0).id());
        assertEquals(List.of(), lessons());
        assertEquals("lesson", refusedFor(() -> house.closures.withdraw(by(house.director), UUID.randomUUID())));
    }

    @Test
    void aLessonRefersToNobody() {
        UUID datum = house.store.dataOf(knelpunt).get(0).id();
        assertEquals(
                "lessons[0].text",
                refusedFor(() -> house.closures.write(
                        by(house.director),
                        knelpunt,
                        new Closures.NewReport(
                                "klaar", List.of(), List.of(House.lesson("Let op {datum:" + datum + "}"))))));
    }

    @Test
    void aClosureListsEverythingAndSomebodyElseApprovesIt() {
        house.closes(knelpunt);
        DestructionList list = list();
        assertTrue(list.whole());
        assertEquals(DestructionState.IN_REVIEW, list.state());
        assertEquals(today().plusDays(30), list.due());
        assertEquals(house.director.id(), list.maker());
        assertEquals(List.of(Act.REVIEW_DESTRUCTION_LIST), retaining(reviewer));
        RefusedException own = assertThrows(
                RefusedException.class, () -> house.destructions.review(by(house.director), list.id(), true, null));
        assertEquals(Finding.STATE, own.findings().get(0).rule());

        house.destructions.review(by(reviewer), list.id(), true, null);
        house.terms.end();

        assertEquals(List.of(), house.store.dataOf(knelpunt));
        assertEquals(List.of(), house.store.subjectsOf(knelpunt));
        assertTrue(house.store.signal(signal).isEmpty());
        assertEquals(List.of(), house.store.dataOf(signal));
        Knelpunt left = house.store.knelpunt(knelpunt);
        assertEquals(KnelpuntState.CLOSED, left.state());
        assertNull(left.proposal().description());
        assertNull(left.proposal().grounds().necessity());
        assertTrue(left.motions().stream().flatMap(m -> m.votes().stream()).allMatch(v -> v.reason() == null));
        assertFalse(left.motions().isEmpty(), "who decided what is still there");
        assertNull(house.closures.see(by(house.director), knelpunt).report());
        assertEquals(1, lessons().size(), "but for what was learnt");

        Certificate certificate = house.destructions.certificate(by(reviewer), list.id());
        assertEquals(Map.of("VEHICLE", 1, "SIGNAL", 1, "CLOSING_REPORT", 1, "INFORMATION", 1), certificate.destroyed());
        assertEquals(house.director.id(), certificate.maker());
        assertEquals(reviewer.id(), certificate.reviewer());
        assertEquals(64, certificate.digest().length());
        assertEquals(certificate, house.destructions.certificate(by(reviewer), list.id()), "it says the same for ever");
        assertTrue(house.store.verifyLog().isWhole());
    }

    @Test
    void anotherListOfTheSameDossierIsClosedWithIt() {
        UUID datum = house.store.dataOf(knelpunt).get(0).id();
        UUID draft = house.destructions
                .make(by(house.director), knelpunt, List.of(datum), "was een vergissing")
                .id();
        house.closes(knelpunt);
        house.destructions.review(by(reviewer), list().id(), true, null);
        house.terms.end();
        DestructionList closed =
                house.store.transact(t -> t.destructions().find(draft)).orElseThrow();
        assertEquals(DestructionState.LAPSED, closed.state());
        assertNull(closed.reason(), "a text");
        assertEquals(Map.of(), closed.destroyed(), "by the other");
    }

    @Test
    void whatNobodyApprovesGoesAfterItsLastDay() {
        house.closes(knelpunt);
        passes(30);
        assertEquals(1, house.store.dataOf(knelpunt).size(), "its last day is in time");
        assertEquals("state", refusedFor(() -> house.destructions.certificate(by(reviewer), list().id())));
        passes(1);
        assertEquals(List.of(), house.store.dataOf(knelpunt));
        assertNull(house.destructions.certificate(by(reviewer), list().id()).reviewer());
    }

    @Test
    void whatIsSentBackIsAmendedAndSubmittedAnew() {
        house.closes(knelpunt);
        UUID list = list().id();
        assertEquals("reason", refusedFor(() -> house.destructions.review(by(reviewer), list, false, " ")));
        house.destructions.review(by(reviewer), list, false, "eerst het beroep afwachten");
        assertEquals(DestructionState.DRAFT, list().state());
        assertEquals(List.of(Act.SUBMIT_DESTRUCTION_LIST), retaining(house.director));
        house.destructions.amend(by(house.director), list, List.of(), "het beroep is ingetrokken");
        house.destructions.submit(by(house.director), list);
        house.destructions.review(by(reviewer), list, true, null);
        house.terms.end();
        assertEquals(DestructionState.EXECUTED, list().state());
    }

    @Test
    void whatTheLawNeedsIsKeptUntilItsHoldIsOverAndNoLonger() {
        UUID second = house.knelpunten
                .share(by(house.officer), knelpunt, House.plateOf(suspect(), "88-YY-88"))
                .id();
        house.closes(knelpunt);
        UUID list = list().id();
        RefusedException without = assertThrows(
                RefusedException.class, () -> house.destructions.keep(by(reviewer), list, second, null, null, null));
        assertEquals("G39", without.findings().get(0).rule());
        assertEquals(
                "until",
                refusedFor(() -> house.destructions.keep(
                        by(reviewer), list, second, Ground.LEGAL_CLAIM, "beroep", today().plusMonths(13))));
        house.destructions.keep(by(reviewer), list, second, Ground.LEGAL_CLAIM, "beroep", today().plusDays(60));
        house.destructions.review(by(reviewer), list, true, null);
        house.terms.end();

        assertEquals(
                List.of(second),
                house.store.dataOf(knelpunt).stream().map(Datum::id).toList());
        assertEquals(1, house.destructions.certificate(by(reviewer), list).kept());
        assertEquals(
                1,
                house.retention.dryRun(by(reviewer), null).held().size(),
                "it stays past its last day, and that is said");
        assertTrue(house.tasks(house.director).stream().anyMatch(t -> t.act() == Act.HOLD_DATUM));
        passes(60);
        assertEquals(1, house.store.dataOf(knelpunt).size());
        passes(1);
        assertEquals(List.of(), house.store.dataOf(knelpunt), "not five years, since it was not necessary");
    }

    private UUID suspect() {
        return house.store.subjectsOf(knelpunt).get(0).id();
    }

    @Test
    void whatIsGoneMeanwhileDoesNotEndTheListThatIsReviewed() {
        List<UUID> plates = new ArrayList<>();
        for (String plate : List.of("11-AA-11", "22-BB-22", "33-CC-33")) {
            plates.add(house.knelpunten
                    .share(by(house.officer), knelpunt, House.plateOf(suspect(), plate))
                    .id());
        }
        UUID list = house.destructions
                .make(by(house.director), knelpunt, plates, "was een vergissing")
                .id();
        UUID first = plates.stream().min(Comparator.comparing(UUID::toString)).orElseThrow();
        house.data.destroy(by(house.officer), knelpunt, first);
        List<UUID> shown = new ArrayList<>();
        UUID after = null;
        do {
            DestructionLists.ShownList page = house.destructions.see(by(reviewer), list, after, 2);
            page.items().forEach(i -> shown.add(i.datum()));
            after = page.next();
        } while (after != null);
        plates.remove(first);
        assertEquals(Set.copyOf(plates), Set.copyOf(shown));
    }

    /** Wgs 1.8(4): of whom data are looked at, and kept, is in the log. */
    @Test
    void whoLooksAtAListOrKeepsSomethingOfItIsLoggedForEachDataSubject() {
        house.closes(knelpunt);
        UUID pseudonym = house.store.subjectsOf(knelpunt).get(0).pseudonym();
        UUID datum = house.store.dataOf(knelpunt).get(0).id();
        UUID list = list().id();
        house.destructions.see(by(reviewer), list, null, 10);
        house.destructions.keep(by(reviewer), list, datum, Ground.LEGAL_CLAIM, "beroep", null);
        List<LogRecord> last = house.store.log();
        for (LogRecord entry : last.subList(last.size() - 2, last.size())) {
            assertEquals(pseudonym, entry.subject(), entry.act());
            assertEquals(List.of(datum), entry.data(), entry.act());
        }
        assertEquals("KEEP_LISTED", last.get(last.size() - 1).act());
    }

    @Test
    void dataThatAreNoLongerNecessaryGoBeforeTheirTime() {
        UUID second = house.knelpunten
                .share(by(house.officer), knelpunt, House.plateOf(suspect(), "88-YY-88"))
                .id();
        assertEquals(
                "data",
                refusedFor(() -> house.destructions.make(by(house.director), knelpunt, List.of(), "alles")),
                "everything only after the closure");
        assertEquals(
                "data[0]",
                refusedFor(() ->
                        house.destructions.make(by(house.director), knelpunt, List.of(UUID.randomUUID()), "weg")));
        UUID list = house.destructions
                .make(by(house.director), knelpunt, List.of(second), "was een vergissing")
                .id();
        passes(40);
        assertEquals(2, house.store.dataOf(knelpunt).size(), "nothing goes before it is approved");
        house.destructions.submit(by(house.director), list);
        house.destructions.review(by(reviewer), list, true, null);
        Retention.DryRun dryRun = house.retention.dryRun(by(reviewer), null);
        assertEquals(Retention.Why.APPROVED_LIST, dryRun.going().get(0).why());
        assertEquals(List.of(second), dryRun.going().get(0).data());
        house.terms.end();
        assertEquals(1, house.store.dataOf(knelpunt).size());
        assertTrue(house.store.signal(signal).isPresent(), "the rest stays");
        assertEquals(
                "designated", house.store.knelpunt(knelpunt).state().label().en());
    }

    @Test
    void ofALongListADryRunCountsAllAndNamesTheFirst() {
        int most = Retention.MOST_REFERENCES;
        List<UUID> plates = IntStream.range(0, most + 5)
                .mapToObj(i -> house.knelpunten
                        .share(by(house.officer), knelpunt, House.plateOf(suspect(), String.format("%03d-YY-8", i)))
                        .id())
                .toList();
        UUID list = house.destructions
                .make(by(house.director), knelpunt, plates, "was een vergissing")
                .id();
        house.destructions.submit(by(house.director), list);
        house.destructions.review(by(reviewer), list, true, null);
        Retention.Going going =
                house.retention.dryRun(by(reviewer), null).going().get(0);
        assertEquals(Map.of("VEHICLE", most + 5), going.categories());
        assertEquals(most, going.data().size());
        house.terms.end();
        assertEquals(1, house.store.dataOf(knelpunt).size());
    }

    @Test
    void aDryRunSaysWhatWouldGoOnADayAndDestroysNothing() {
        LocalDate last = house.store.dataOf(knelpunt).get(0).destroyBy();
        assertEquals(0, house.retention.dryRun(by(reviewer), last).total(), "the anniversary itself is in time");
        Retention.DryRun dryRun = house.retention.dryRun(by(reviewer), last.plusDays(1));
        assertEquals(2, dryRun.total(), "in the knelpunt and in the signal");
        assertTrue(dryRun.going().stream().allMatch(g -> g.why() == Retention.Why.TERM));
        assertEquals(Map.of("VEHICLE", 1), dryRun.going().get(0).categories());
        assertEquals(1, house.store.dataOf(knelpunt).size());
        assertEquals("on", refusedFor(() -> house.retention.dryRun(by(reviewer), today().minusDays(1))));
        assertThrows(RefusedException.class, () -> house.retention.dryRun(by(house.officer), null));
    }

    @Test
    void ofDraftsOnlyTheirNumberIsTold() {
        house.draft();
        Retention.DryRun dryRun = house.retention.dryRun(by(reviewer), today().plusDays(40));
        assertEquals(1, dryRun.drafts());
        assertEquals(0, dryRun.total());
    }

    @Test
    void everyNightThereIsOneRunAlsoAfterAPause() {
        house.terms.end();
        house.terms.end();
        assertEquals(1, runs().size());
        assertEquals(1, house.tracesRemoved);
        passes(1);
        house.terms.end();
        passes(9);
        assertEquals(3, runs().size(), "nine nights in which nothing ran are made up for by one");
        assertEquals(3, house.tracesRemoved);
        assertTrue(runs().stream().allMatch(RetentionRun::nightly));
    }

    private List<RetentionRun> runs() {
        return house.retention.runs(by(reviewer), null, 100).items();
    }

    @Test
    void aRunSaysWhatWasPlannedAndWhatWentWithoutSayingOfWhom() {
        house.terms.end();
        LocalDate last = house.store.dataOf(knelpunt).get(0).destroyBy();
        house.itBecomes(last.plusDays(1));
        house.terms.end();
        RetentionRun run = runs().get(0);
        assertEquals(Map.of(knelpunt, 1, signal, 1), run.planned());
        assertEquals(2, run.total());
        assertTrue(run.destroyed().values().stream().allMatch(Map.of("VEHICLE", 1)::equals), run::toString);
        assertNotEquals(Map.of(), run.destroyed());
    }
}
