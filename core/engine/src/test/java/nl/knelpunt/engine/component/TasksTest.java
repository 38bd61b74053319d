package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.task.Task;
import nl.knelpunt.engine.task.Tasks;
import org.junit.jupiter.api.Test;

/** What waits for whom. */
class TasksTest {

    private final House house = new House();

    private Tasks.TaskList of(Account account) {
        return house.tasks.list(by(account), null, 100);
    }

    private List<Act> acts(Account account) {
        return of(account).tasks().stream().map(w -> w.task().act()).toList();
    }

    @Test
    void aSignalWaitsForWhoIsNext() {
        UUID signal = house.draft();
        assertEquals(List.of(Act.REPORT_SIGNAL), acts(house.officer));
        assertEquals(List.of(), acts(house.director), "a draft is its reporter's own");
        assertEquals(List.of(), acts(house.mayorsWorker));

        house.signals.report(by(house.officer), signal);
        assertEquals(List.of(), acts(house.officer));
        assertEquals(List.of(Act.ASK_RECOGNITION), acts(house.director));

        house.signals.askRecognition(by(house.director), signal, House.MUNICIPALITY.id());
        assertEquals(List.of(Act.ANSWER_RECOGNITION), acts(house.mayorsWorker));
        assertEquals(List.of(), acts(house.neighboursWorker), "who was not asked knows nothing of it");

        house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation());
        assertEquals(List.of(Act.PREPARE_ASSESSMENT), acts(house.director));

        house.signals.prepareAssessment(by(house.director), signal, nl.knelpunt.engine.World.FACTORS);
        assertEquals(List.of(Act.DECIDE_ASSESSMENT), acts(house.officer));
        house.signals.decideAssessment(by(house.officer), signal, true, "past");
        assertEquals(List.of(), acts(house.officer), "decided is done");
        assertEquals(List.of(Act.DECIDE_ASSESSMENT), acts(house.mayorsWorker));
    }

    @Test
    void aDraftIsOverdueWhenItWillLapse() {
        house.draft();
        Tasks.Waiting waiting = of(house.officer).tasks().get(0);
        LocalDate last = waiting.task().due();
        assertEquals(
                29,
                ChronoUnit.DAYS.between(
                        house.now
                                .atZone(nl.knelpunt.engine.guard.Facts.NETHERLANDS)
                                .toLocalDate(),
                        last));
        house.now = house.now.plus(29, ChronoUnit.DAYS);
        house.terms.end();
        assertEquals(List.of(Act.REPORT_SIGNAL), acts(house.officer), "on its last day it is still there");
        assertEquals(0, of(house.officer).overdue());
    }

    @Test
    void aVoteWaitsForEveryMemberThatDidNotCastOne() {
        UUID proposed = house.proposed();
        assertEquals(List.of(), acts(house.policeMember), "a proposal is not on the agenda yet");
        UUID knelpunt = house.submitted(proposed);
        assertEquals(List.of(Act.VOTE_DESIGNATION), acts(house.policeMember));
        assertEquals(List.of(Act.VOTE_DESIGNATION), acts(house.neighbouringMayor), "the steering group is of all");
        house.knelpunten.vote(by(house.policeMember), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        assertEquals(List.of(), acts(house.policeMember));
    }

    @Test
    void theNearestLastDayComesFirstAndTheCountsAreOfAll() {
        house.draft();
        house.now = house.now.plus(3, ChronoUnit.DAYS);
        house.draft();
        house.asked();
        house.signals.askRecognition(by(house.director), house.reported(), House.MUNICIPALITY.id());

        Tasks.TaskList list = house.tasks.list(by(house.officer), null, 1);
        assertEquals(1, list.tasks().size());
        assertEquals(2, list.total());
        assertEquals(Map.of(Act.REPORT_SIGNAL, 2), list.kinds());
        List<LocalDate> due =
                of(house.officer).tasks().stream().map(w -> w.task().due()).toList();
        assertTrue(due.get(0).isBefore(due.get(1)));

        assertEquals(
                0,
                house.tasks.list(by(house.mayorsWorker), Act.VOTE_CLOSURE, 10).total());
        assertEquals(
                Map.of(Act.ANSWER_RECOGNITION, 2),
                house.tasks.list(by(house.mayorsWorker), Act.VOTE_CLOSURE, 10).kinds());
        assertThrows(InvalidException.class, () -> house.tasks.list(by(house.officer), null, 0));
    }

    /** Whatever a source says: the guard has the last word. */
    @Test
    void aTaskThatIsNotTheCallersIsNotShown() {
        UUID draft = house.draft();
        UUID knelpunt = house.designated();
        Tasks careless = new TaskUseCases(
                house.gate,
                List.of((t, facts) -> List.of(
                        new Task(Act.REPORT_SIGNAL, draft, new Text("x", "x"), null),
                        new Task(Act.SHARE_DATUM, knelpunt, new Text("x", "x"), null),
                        new Task(Act.VOTE_PROLONGATION, knelpunt, new Text("x", "x"), null),
                        new Task(Act.SHARE_DATUM, UUID.randomUUID(), new Text("x", "x"), null))));

        assertEquals(0, careless.list(by(house.neighboursWorker), null, 10).total());
        assertEquals(
                Map.of(Act.REPORT_SIGNAL, 1, Act.SHARE_DATUM, 1),
                careless.list(by(house.officer), null, 10).kinds());
        assertEquals(
                Map.of(Act.VOTE_PROLONGATION, 1),
                careless.list(by(house.neighbouringMayor), null, 10).kinds());
        Account support = house.appoint("sam", House.POLICE, null, Role.SUPPORT);
        assertThrows(RefusedException.class, () -> careless.list(by(support), null, 10), "nothing ever waits for it");
    }

    @Test
    void theLogSaysWhatWasShown() {
        UUID draft = house.draft();
        of(house.officer);
        var last = house.store.log().get(house.store.log().size() - 1);
        assertEquals("LIST_TASKS", last.act());
        assertEquals(List.of(draft), last.data());
    }
}
