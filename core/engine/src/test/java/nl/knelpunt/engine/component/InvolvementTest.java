package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.dossier.Involvement.Change;
import nl.knelpunt.engine.dossier.Involvement.Outcome;
import nl.knelpunt.engine.dossier.Involvements;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.result.Recipient;
import org.junit.jupiter.api.Test;

/** Participants come to a knelpunt that runs, and go. */
class InvolvementTest {

    private final House house = new House();
    private final UUID id = house.designated();

    private UUID propose(Involvements.NewInvolvement asked) {
        return house.involvements.propose(by(house.director), id, asked).id();
    }

    private static Involvements.NewInvolvement leaves(String participant) {
        return new Involvements.NewInvolvement(Change.LEAVE, participant, null, null, "geen taak meer");
    }

    private void adopted() {
        house.votes(id, Motion.Kind.INVOLVE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.involvements.decide(by(house.mayor), id);
    }

    private List<Involvement> changes() {
        return house.involvements.list(by(house.director), id, null, 10).items();
    }

    private void sees(Account account) {
        house.knelpunten.see(by(account), id);
        assertFalse(house.knelpunten.data(by(account), id, null, 10).items().isEmpty());
    }

    private void isBlind(Account account) {
        assertEquals(List.of("G24"), refused(() -> house.knelpunten.see(by(account), id)));
        assertEquals(List.of("G24"), refused(() -> house.knelpunten.data(by(account), id, null, 10)));
        assertEquals(List.of("G24"), refused(() -> house.involvements.list(by(account), id, null, 10)));
    }

    private String invalid(Involvements.NewInvolvement asked) {
        return assertThrows(InvalidException.class, () -> propose(asked)).field();
    }

    @Test
    void whoJoinsByADecisionOfTheSteeringGroupSeesItFromThenOn() {
        UUID change = propose(House.neighbourJoins());
        isBlind(house.neighboursWorker);
        assertEquals(List.of("G20"), refused(() -> house.involvements.decide(by(house.mayor), id)), "nobody voted");
        adopted();
        sees(house.neighboursWorker);
        Involvement joined = changes().get(0);
        assertEquals(change, joined.id());
        assertEquals(Outcome.ADOPTED, joined.outcome());
        assertEquals(house.now, joined.decided());
        assertEquals(
                Set.of("omgevingsrecht"),
                house.store.knelpunt(id).proposal().involved().get(2).tasks());
    }

    @Test
    void aMajorityAgainstChangesNothing() {
        propose(House.neighbourJoins());
        house.votes(id, Motion.Kind.INVOLVE, Motion.Choice.AGAINST, Motion.Choice.FOR);
        house.involvements.decide(by(house.mayor), id);
        isBlind(house.neighboursWorker);
        assertEquals(Outcome.DECLINED, changes().get(0).outcome());
        assertEquals(
                List.of("G20", "STATE"),
                refused(() -> house.involvements.decide(by(house.mayor), id)),
                "there is nothing to decide on any more");
        assertEquals(
                List.of("STATE"),
                refused(() ->
                        house.knelpunten.vote(by(house.mayor), id, Motion.Kind.INVOLVE, Motion.Choice.FOR, "ja")));
    }

    @Test
    void whoLeavesSeesNothingAnyMore() {
        sees(house.officer);
        house.involvements.leave(by(house.policeMember), id, "geen taak meer");
        isBlind(house.officer);
        sees(house.mayorsWorker);
        assertEquals(Outcome.LEFT, changes().get(0).outcome());
        assertEquals(house.policeMember.id(), changes().get(0).person());
        assertEquals(List.of("G24"), refused(() -> house.involvements.leave(by(house.policeMember), id, "nogmaals")));
    }

    /** Of the knelpunt it hears nothing any more; of its own data it stays the source (Wgs 1.5(1), 1.7(1); Bgs 1.7). */
    @Test
    void whoLeftStillBlocksCorrectsGradesAndWithdrawsItsOwnData() {
        UUID plate = house.store.dataOf(id).stream()
                .filter(d -> d.supplier().equals(House.POLICE.id()))
                .map(Datum::id)
                .findFirst()
                .orElseThrow();
        UUID provision = house.provisions
                .prepare(
                        by(house.director), id, House.advice(new Recipient.OwnParticipant(House.NEIGHBOUR.id()), plate))
                .id();
        house.provisions.ask(by(house.director), provision);
        UUID proposal = house.corrections
                .propose(by(house.mayorsWorker), id, plate, "99-XX-77", "verwisseld")
                .id();
        house.involvements.leave(by(house.policeMember), id, "geen taak meer");
        isBlind(house.officer);

        assertTrue(house.data.own(by(house.officer), false, null, 10).items().stream()
                .anyMatch(s -> s.datum().id().equals(plate)));
        house.corrections.accept(by(house.officer), proposal);
        house.data.correct(by(house.officer), id, plate, "99-XX-66");
        house.data.grade(by(house.officer), id, plate, World.GRADING);
        house.provisions.see(by(house.officer), provision);
        house.provisions.answer(by(house.officer), provision, false, "lopend onderzoek");
        assertEquals(List.of("G27"), refused(() -> house.provisions.provide(by(house.director), provision)));
        house.data.block(by(house.officer), id, plate, "lopend onderzoek");
        house.data.destroy(by(house.officer), id, plate);
        assertTrue(house.store.dataOf(id).stream().noneMatch(d -> d.id().equals(plate)));
    }

    @Test
    void whoseDepartureIsDecidedSeesNothingAnyMore() {
        propose(leaves(House.POLICE.id()));
        sees(house.officer);
        adopted();
        isBlind(house.officer);
    }

    @Test
    void somebodyStays() {
        house.involvements.leave(by(house.policeMember), id, "geen taak meer");
        assertEquals(
                List.of("STATE"), refused(() -> house.involvements.leave(by(house.mayor), id, "ook geen taak meer")));
        assertEquals("participant", invalid(leaves(House.MUNICIPALITY.id())));
    }

    @Test
    void aDecisionThatWouldLeaveNobodyIsNotTaken() {
        propose(leaves(House.POLICE.id()));
        house.involvements.leave(by(house.mayor), id, "geen taak meer");
        house.votes(id, Motion.Kind.INVOLVE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals(List.of("STATE"), refused(() -> house.involvements.decide(by(house.mayor), id)));
        sees(house.officer);
    }

    /** Wgs 2.23(5), (6): a phase is open for whom it was decided on. */
    @Test
    void whoComesBackNeedsADecisionOfItsOwnOnEveryLaterPhase() {
        house.knelpunten.openPhase(by(house.mayor), id, 2, "nodig", Set.of(House.MUNICIPALITY.id()));
        house.knelpunten.openPhase(by(house.policeMember), id, 2, "ook nodig", Set.of(House.POLICE.id()));
        house.involvements.leave(by(house.policeMember), id, "geen taak meer");
        PhaseDecision ofPolice = house.store.knelpunt(id).phases().get(2);
        assertFalse(ofPolice.isOpen(), "without names it would be open for everybody");
        assertEquals("geen taak meer", ofPolice.closed().reason());
        propose(joins(House.POLICE.id(), Set.of("politiewet-3"), "handhaving"));
        adopted();
        assertFalse(house.store.knelpunt(id).isPhaseOpenFor(2, House.POLICE.id()));
        assertTrue(house.store.knelpunt(id).isPhaseOpenFor(2, House.MUNICIPALITY.id()));
        house.knelpunten.openPhase(by(house.policeMember), id, 2, "weer nodig", Set.of(House.POLICE.id()));
        assertTrue(house.store.knelpunt(id).isPhaseOpenFor(2, House.POLICE.id()));
    }

    @Test
    void oneChangeAtATimeIsBeforeTheSteeringGroup() {
        propose(House.neighbourJoins());
        house.votes(id, Motion.Kind.INVOLVE, Motion.Choice.FOR, Motion.Choice.FOR);
        propose(leaves(House.POLICE.id()));
        assertEquals(
                List.of("G20"),
                refused(() -> house.involvements.decide(by(house.mayor), id)),
                "votes were given on the change before");
        assertEquals(
                List.of(Outcome.REPLACED, Outcome.OPEN),
                changes().stream().map(Involvement::outcome).toList());
        adopted();
        isBlind(house.officer);
        isBlind(house.neighboursWorker);
    }

    @Test
    void onlyParticipantsOfTheRegionJoinEachForItsOwnTasks() {
        assertEquals(List.of("G02"), refused(() -> propose(joins(World.PARTY.id(), Set.of("toezicht"), "hulp"))));
        assertEquals(List.of("G02"), refused(() -> propose(joins("elders", Set.of("toezicht"), "hulp"))));
        assertEquals("participant", invalid(joins(House.POLICE.id(), Set.of("politiewet-3"), "hulp")));
        assertEquals("tasks", invalid(joins(House.NEIGHBOUR.id(), Set.of("politiewet-3"), "hulp")));
        assertEquals("tasks", invalid(joins(House.NEIGHBOUR.id(), Set.of(), "hulp")));
        assertEquals("task", invalid(joins(House.NEIGHBOUR.id(), Set.of("omgevingsrecht"), " ")));
        assertEquals("participant", invalid(leaves(House.NEIGHBOUR.id())));
        assertEquals(
                "reason", invalid(new Involvements.NewInvolvement(Change.LEAVE, House.POLICE.id(), null, null, " ")));
        assertTrue(changes().isEmpty());
    }

    private static Involvements.NewInvolvement joins(String participant, Set<String> tasks, String task) {
        return new Involvements.NewInvolvement(Change.JOIN, participant, tasks, task, "nodig");
    }

    @Test
    void onlyTheCaseDirectorProposesAndOnlyMembersDecide() {
        Involvements.NewInvolvement joins = House.neighbourJoins();
        assertEquals(List.of("G41"), refused(() -> house.involvements.propose(by(house.officer), id, joins)));
        propose(joins);
        assertEquals(List.of("G20"), refused(() -> house.involvements.decide(by(house.director), id)));
        assertEquals(
                List.of("G24"), refused(() -> house.involvements.leave(by(house.neighbouringMayor), id, "geen taak")));
        assertEquals(
                refused(() -> house.involvements.leave(by(house.policeMember), UUID.randomUUID(), "geen taak")),
                refused(() -> house.involvements.leave(by(house.neighbouringMayor), id, "geen taak")));
    }

    @Test
    void afterItsTermNobodyJoins() {
        house.itBecomes(World.TODAY.plusYears(1));
        assertEquals(List.of("G21"), refused(() -> propose(House.neighbourJoins())));
        house.involvements.leave(by(house.policeMember), id, "geen taak meer");
    }
}
