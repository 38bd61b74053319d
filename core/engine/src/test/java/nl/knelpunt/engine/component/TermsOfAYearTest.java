package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Periods;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What happens by time to a knelpunt that is designated for a year. */
class TermsOfAYearTest {

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final LocalDate last = term().last();

    private Term term() {
        return house.store.knelpunt(knelpunt).wholeTerm().orElseThrow();
    }

    private void on(LocalDate day) {
        house.now = day.atTime(LocalTime.NOON).atZone(Facts.NETHERLANDS).toInstant();
        house.terms.end();
    }

    private List<EventType> told() {
        return house.store.events().stream()
                .filter(e -> knelpunt.equals(e.subject()))
                .map(Event::type)
                .filter(t -> t == EventType.KNELPUNT_TERM_ENDING || t == EventType.KNELPUNT_TERM_PASSED)
                .toList();
    }

    private List<Task> tasks(Account account) {
        return house.tasks.list(by(account), null, 100).tasks().stream()
                .map(w -> w.task())
                // Of other things others tell.
                .filter(t -> t.act() == Act.EVALUATE_KNELPUNT
                        || t.act() == Act.VOTE_PROLONGATION
                        || t.act() == Act.VOTE_CLOSURE)
                .toList();
    }

    private List<Act> acts(Account account) {
        return tasks(account).stream().map(Task::act).toList();
    }

    @Test
    void thoseConcernedAreRemindedThreeTimesAndHearThatItHasPassed() {
        on(last.minusDays(91));
        assertEquals(List.of(), told());
        on(last.minusDays(90));
        on(last.minusDays(90));
        on(last.minusDays(31));
        assertEquals(List.of(EventType.KNELPUNT_TERM_ENDING), told());
        on(last.minusDays(30));
        on(last.minusDays(7));
        on(last);
        assertEquals(3, told().size());
        on(last.plusDays(1));
        on(last.plusDays(40));
        assertEquals(
                List.of(
                        EventType.KNELPUNT_TERM_ENDING,
                        EventType.KNELPUNT_TERM_ENDING,
                        EventType.KNELPUNT_TERM_ENDING,
                        EventType.KNELPUNT_TERM_PASSED),
                told());
    }

    @Test
    void afterADowntimeTheNearestReminderIsTheOnlyOne() {
        on(last.minusDays(5));
        assertEquals(List.of(EventType.KNELPUNT_TERM_ENDING), told());
        Terms restarted = new Terms(
                house.gate,
                house.store,
                () -> house.now,
                List.of(new TermReminders(house.gate, house.store, () -> house.now)));
        restarted.stop();
        restarted.end();
        assertEquals(1, told().size(), "nobody hears it twice");
        on(last.plusYears(1));
        assertEquals(List.of(EventType.KNELPUNT_TERM_ENDING, EventType.KNELPUNT_TERM_PASSED), told());
    }

    @Test
    void thePolicySaysWhenSomebodyIsReminded() {
        house.store.decides(Copy.with(Policy.DEFAULT, "periods", new Periods(List.of(10), 30, 12, 12, 30)));
        on(last.minusDays(11));
        assertEquals(List.of(), told());
        on(last.minusDays(10));
        assertEquals(1, told().size());
        house.store.decides(Copy.with(Policy.DEFAULT, "periods", new Periods(List.of(), 30, 12, 12, 30)));
        on(last);
        assertEquals(1, told().size());
        on(last.plusDays(1));
        assertEquals(2, told().size(), "that it has passed is told anyhow");
    }

    @Test
    void aTermThatPassedStopsSharingByItself() {
        on(last);
        house.knelpunten.data(by(house.officer), knelpunt, null, 10);
        on(last.plusDays(1));
        RefusedException refused = assertThrows(
                RefusedException.class, () -> house.knelpunten.data(by(house.officer), knelpunt, null, 10));
        assertEquals("G21", refused.findings().get(0).rule());
    }

    @Test
    void aProlongationBeginsTheRemindersAnew() {
        on(last.minusDays(7));
        house.evaluatedAndProlonged(knelpunt);
        on(last.plusDays(1));
        assertEquals(List.of(EventType.KNELPUNT_TERM_ENDING), told(), "it did not pass");
        assertEquals(
                last.plusDays(1),
                house.store.knelpunt(knelpunt).terms().get(1).first(),
                "a new year from the old last day");
        LocalDate next = term().last();
        on(next.minusDays(90));
        assertEquals(2, told().size());
    }

    @Test
    void beforeTheEndTheDirectorEvaluatesAndThenTheSteeringGroupDecides() {
        on(last.minusDays(91));
        assertEquals(List.of(), acts(house.director));
        on(last.minusDays(90));
        assertEquals(List.of(Act.EVALUATE_KNELPUNT), acts(house.director));
        assertEquals(last, tasks(house.director).get(0).due());
        assertEquals(List.of(), acts(house.mayor), "there is nothing to vote on yet");

        house.evaluates(knelpunt, Evaluation.Recommendation.PROLONG);
        assertEquals(List.of(), acts(house.director));
        assertEquals(List.of(Act.VOTE_PROLONGATION), acts(house.mayor));
        assertEquals(List.of(Act.VOTE_PROLONGATION), acts(house.neighbouringMayor));

        house.knelpunten.vote(by(house.mayor), knelpunt, Motion.Kind.PROLONG, Motion.Choice.FOR, "nodig");
        assertEquals(List.of(), acts(house.mayor));
        assertEquals(List.of(Act.VOTE_PROLONGATION), acts(house.policeMember));

        on(last.plusDays(1));
        assertTrue(acts(house.mayor).contains(Act.VOTE_CLOSURE), "what has passed can only be closed");
    }

    @Test
    void aCaseConsultationIsEvaluatedYearly() {
        UUID consultation = house.designated(Activity.CASE_CONSULTATION);
        LocalDate from = Facts.day(house.now);
        house.store.decides(Copy.with(Policy.DEFAULT, "periods", new Periods(List.of(30), 30, 12, 6, 30)));
        on(from.plusMonths(6).minusDays(31));
        assertEquals(List.of(), acts(house.director));
        on(from.plusMonths(6).minusDays(30));
        assertEquals(
                List.of(from.plusMonths(6)),
                tasks(house.director).stream().map(Task::due).toList());
        house.evaluates(consultation, Evaluation.Recommendation.PROLONG);
        assertEquals(List.of(), acts(house.director));
        on(from.plusMonths(12));
        assertEquals(2, acts(house.director).size(), "and of the knelpunt the term comes to its end");
        assertTrue(
                house.store.events().stream()
                        .noneMatch(e -> consultation.equals(e.subject()) && e.type() == EventType.KNELPUNT_TERM_ENDING),
                "it has no term");
    }
}
