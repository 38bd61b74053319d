package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.task.Task;
import nl.knelpunt.engine.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Meetings about one case: who were there, what was agreed, and what came of that. */
class ConsultationStoryTest {

    private final House house = new House();
    private final UUID consultation = house.designated(Activity.CASE_CONSULTATION);

    private UUID planned() {
        return house.caseMeetings
                .plan(by(house.director), consultation, World.TODAY, List.of("stand van zaken", "afspraken"))
                .id();
    }

    private UUID held() {
        UUID meeting = planned();
        house.caseMeetings.hold(by(house.director), meeting, minutes(House.POLICE.id()));
        return meeting;
    }

    private static CaseMeetings.Minutes minutes(String participant) {
        return new CaseMeetings.Minutes(
                World.TODAY,
                List.of(House.POLICE.id(), House.MUNICIPALITY.id()),
                List.of(new CaseMeetings.NewAgreement(participant, "de loods nalopen", World.TODAY.plusDays(14))));
    }

    private CaseMeeting seen(UUID meeting) {
        return house.caseMeetings.see(by(house.director), meeting).meeting();
    }

    private List<Task> tasks(Account account) {
        return house.tasks.list(by(account), null, 100).tasks().stream()
                .map(Tasks.Waiting::task)
                .filter(t -> t.act().concerns() == Act.Concerns.CASE_MEETING)
                .toList();
    }

    private static String field(Executable act) {
        return assertThrows(InvalidException.class, act).field();
    }

    @Test
    void aMeetingIsPlannedHeldAndItsAgreementsSettled() {
        UUID meeting = planned();
        assertEquals(
                List.of(Act.HOLD_CASE_MEETING),
                tasks(house.director).stream().map(Task::act).toList());
        house.caseMeetings.hold(by(house.director), meeting, minutes(House.POLICE.id()));
        assertEquals(List.of(), tasks(house.director));
        assertEquals(World.TODAY.plusDays(14), tasks(house.officer).get(0).due());
        assertEquals(List.of(), tasks(house.mayorsWorker));
        UUID agreement = seen(meeting).agreements().get(0).id();
        assertEquals(
                "agreement",
                field(() -> house.caseMeetings.settle(by(house.mayorsWorker), meeting, agreement, "gedaan")));
        house.caseMeetings.settle(by(house.officer), meeting, agreement, "nagelopen, leeg");
        assertEquals("nagelopen, leeg", seen(meeting).agreements().get(0).done().text());
        assertEquals(List.of(), tasks(house.officer));
    }

    @Test
    void onlyTheInvolvedAreThereAndAgree() {
        UUID meeting = planned();
        assertEquals(
                "agreements[0].participant",
                field(() -> house.caseMeetings.hold(by(house.director), meeting, minutes(House.NEIGHBOUR.id()))));
        assertEquals(List.of("G24"), refused(() -> house.caseMeetings.see(by(house.neighboursWorker), meeting)));
        assertEquals(
                refused(() -> house.caseMeetings.see(by(house.neighboursWorker), meeting)),
                refused(() -> house.caseMeetings.see(by(house.neighboursWorker), UUID.randomUUID())));
        assertEquals(
                List.of("G41"),
                refused(() -> house.caseMeetings.hold(by(house.officer), meeting, minutes(House.POLICE.id()))));
    }

    @Test
    void aMeetingOfAKnelpuntIsNone() {
        UUID knelpunt = house.designated();
        assertEquals(
                List.of("STATE"),
                refused(() -> house.caseMeetings.plan(by(house.director), knelpunt, World.TODAY, List.of("x"))));
    }

    @Test
    void whatWasHeldIsNotPlannedAnewNorCancelled() {
        UUID meeting = held();
        assertEquals(
                List.of("STATE"),
                refused(() ->
                        house.caseMeetings.amend(by(house.director), meeting, World.TODAY, List.of("iets anders"))));
        assertEquals(List.of("STATE"), refused(() -> house.caseMeetings.cancel(by(house.director), meeting, "x")));
        assertEquals(
                Set.of(Act.SETTLE_AGREEMENT),
                house.caseMeetings.see(by(house.officer), meeting).next());
        UUID other = planned();
        house.caseMeetings.amend(by(house.director), other, World.TODAY.plusDays(3), List.of("later"));
        assertEquals(World.TODAY.plusDays(3), seen(other).date());
        house.caseMeetings.cancel(by(house.director), other, "niemand kan");
        assertEquals("niemand kan", seen(other).cancelled());
        assertEquals(
                List.of(meeting, other),
                house.caseMeetings.list(by(house.officer), consultation, null, 10).items().stream()
                        .map(m -> m.meeting().id())
                        .toList());
    }

    @Test
    void aConsultationBecomesAProposal() {
        UUID id = house.caseMeetings
                .convert(by(house.director), consultation, "De hele kade")
                .id();
        assertEquals(Activity.KNELPUNT, house.store.knelpunt(id).activity());
        assertEquals("De hele kade", house.store.knelpunt(id).proposal().title());
        assertEquals(
                house.store.knelpunt(consultation).proposal().signals(),
                house.store.knelpunt(id).proposal().signals());
        assertEquals(
                consultation,
                house.scans.origin(by(house.director), id).orElseThrow().source());
    }
}
