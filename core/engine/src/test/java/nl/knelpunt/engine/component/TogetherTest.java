package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Change;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Two people change the same thing: the second hears what the first changed, and nothing is lost. */
class TogetherTest {

    private final House house = new House();

    private static Call seeing(Account account, long version) {
        Call call = by(account);
        return new Call(call.caller(), call.trace(), call.origin(), null, version);
    }

    private static StaleException late(Executable act) {
        return assertThrows(StaleException.class, act);
    }

    private Knelpunt stored(UUID id) {
        return house.store.knelpunt(id);
    }

    @Test
    void whoComesSecondHearsWhatTheFirstChangedAndDoesItsOwnOnTop() {
        UUID id = house.proposed();
        long seen = stored(id).version();
        house.passes(Duration.ofMinutes(5));
        house.knelpunten.amend(
                seeing(house.director, seen),
                id,
                p -> Copy.with(Copy.with(p, "title", "Kleine zeehavens"), "scope.out", "de jachthaven"));

        StaleException stale = late(() -> house.knelpunten.amend(
                seeing(house.director, seen), id, p -> Copy.with(p, "displacement", "naar het noorden")));
        assertEquals(seen + 1, stale.current());
        assertEquals(
                List.of(new Change(
                        seen + 1,
                        house.now,
                        Act.AMEND_PROPOSAL,
                        null,
                        Set.of(Role.CASE_DIRECTOR),
                        List.of("title", "scope.out"))),
                stale.changes());
        assertEquals("naar de buurhavens; die kijken mee", stored(id).proposal().displacement());

        house.knelpunten.amend(
                seeing(house.director, stale.current()), id, p -> Copy.with(p, "displacement", "naar het noorden"));
        assertEquals("Kleine zeehavens", stored(id).proposal().title(), "nothing of the first is lost");
        assertEquals("naar het noorden", stored(id).proposal().displacement());
    }

    @Test
    void everyChangeSinceIsToldWithWhoDidIt() {
        UUID id = house.proposed();
        long seen = stored(id).version();
        house.knelpunten.submit(by(house.director), id);
        house.knelpunten.vote(by(house.policeMember), id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        List<Change> changes = late(() -> house.knelpunten.amend(seeing(house.director, seen), id, p -> p))
                .changes();
        assertEquals(
                List.of(Act.SUBMIT_PROPOSAL, Act.VOTE_DESIGNATION),
                changes.stream().map(Change::act).toList());
        assertEquals(
                List.of(List.of("state", "motions"), List.of("motions")),
                changes.stream().map(Change::fields).toList());
        assertNull(changes.get(0).participant());
        assertEquals(House.POLICE.id(), changes.get(1).participant());
        assertEquals(
                List.of(Act.VOTE_DESIGNATION),
                late(() -> house.knelpunten.amend(seeing(house.director, seen + 1), id, p -> p)).changes().stream()
                        .map(Change::act)
                        .toList());
    }

    @Test
    void aDatumThatIsSharedChangesNothingOfTheKnelpunt() {
        UUID id = house.designated();
        long seen = stored(id).version();
        house.knelpunten.share(
                by(house.officer),
                id,
                House.plateOf(house.store.subjectsOf(id).get(0).id(), "88-YY-88"));
        house.knelpunten.openPhase(seeing(house.mayor, seen), id, 2, "nodig");
    }

    @Test
    void whoCorrectsADatumThatWasCorrectedHearsOfIt() {
        UUID id = house.designated();
        UUID datum = house.knelpunten
                .share(
                        by(house.officer),
                        id,
                        House.plateOf(house.store.subjectsOf(id).get(0).id(), "88-YY-88"))
                .id();
        house.data.correct(seeing(house.officer, 1), id, datum, "88-YY-89");
        StaleException stale = late(() -> house.data.correct(seeing(house.officer, 1), id, datum, "88-YY-90"));
        assertEquals(
                List.of(new Change(
                        2,
                        house.now,
                        Act.CORRECT_DATUM,
                        house.officer.participant(),
                        Set.of(Role.WORKER),
                        List.of("content", "marks.corrected"))),
                stale.changes());
        house.data.correct(seeing(house.officer, stale.current()), id, datum, "88-YY-90");
    }

    @Test
    void fieldsOfAnInterventionAreCalledAsPeopleSeeThem() {
        UUID intervention = house.proposedIntervention(house.planned());
        house.plans.amend(seeing(house.director, 1), intervention, i -> Copy.with(i, "description", "bij nacht"));
        assertTrue(late(() -> house.plans.amend(seeing(house.director, 1), intervention, i -> i))
                .changes()
                .get(0)
                .fields()
                .contains("description"));
    }

    @Test
    void whoMayNotDoItHearsOfNoChange() {
        UUID id = house.proposed();
        assertEquals(
                House.refused(
                        () -> house.knelpunten.amend(seeing(house.neighboursWorker, 1), UUID.randomUUID(), p -> p)),
                House.refused(() -> house.knelpunten.amend(seeing(house.neighboursWorker, 77), id, p -> p)));
    }

    @Test
    void theReporterHearsWhatBecameOfItsSignalAndWhoWasAskedOnlyThatItIsStale() {
        UUID signal = house.reported();
        house.signals.askRecognition(by(house.director), signal, House.MUNICIPALITY.id());
        house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
        List<Change> told = late(() -> house.signals.withdraw(seeing(house.officer, 1), signal))
                .changes();
        assertFalse(told.isEmpty());
        assertEquals(Act.ASK_RECOGNITION, told.get(told.size() - 1).act());
        StaleException asked =
                late(() -> house.signals.recognise(seeing(house.mayorsWorker, 77), signal, House.ownObservation()));
        assertEquals(List.of(), asked.changes(), "nobody hears who else was asked");
    }

    @Test
    void whatIsDestroyedIsForgottenWithAllItsChanges() {
        UUID signal = house.asked();
        assertFalse(house.store.changesOf(signal).isEmpty());
        house.signals.withdraw(by(house.officer), signal);
        assertTrue(house.store.changesOf(signal).isEmpty());
    }

    @Test
    void aTrialLeavesNoTrace() {
        UUID id = house.proposed();
        int before = house.store.changesOf(id).size();
        assertThrows(
                nl.knelpunt.engine.gate.TriedException.class,
                () -> house.knelpunten.submit(
                        Call.trial(by(house.director).caller(), UUID.randomUUID(), "192.0.2.7"), id));
        assertEquals(before, house.store.changesOf(id).size());
    }

    @Test
    void aPartWithinAPartIsNamedByItsPathAndAListAsAWhole() {
        Knelpunt before = Knelpunt.proposed(
                World.KNELPUNT, World.NOW, World.proposal(List.of(World.SIGNAL), List.of(World.POLICE)));
        assertEquals(List.of(), Changes.between(before, Copy.with(before, "version", 2L)));
        assertEquals(
                List.of("grounds.necessity", "goals"),
                Changes.between(
                        before,
                        Copy.with(
                                Copy.with(before, "proposal.grounds.necessity", "anders"),
                                "proposal.goals.0.text",
                                "anders")));
    }
}
