package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.DAY;
import static nl.knelpunt.store.Samples.GEMEENTE;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.plan.CapacityTotal;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Pledge;
import nl.knelpunt.engine.plan.TaskSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of a plan is read again as it was. */
class PlanRepositoriesTest {

    @TempDir
    Path folder;

    private Installation installation;
    private final UUID knelpunt = Samples.id();

    @BeforeEach
    void open() {
        installation = new Installation(folder);
    }

    @AfterEach
    void close() throws IOException {
        installation.close();
    }

    @Test
    void anInterventionKeepsEveryField() {
        Intervention first = Samples.intervention(knelpunt, InterventionState.UNDER_WAY, DAY);
        Intervention second = Samples.intervention(knelpunt, InterventionState.PROPOSED, null);
        installation.run(tx -> {
            tx.interventions().insert(first);
            tx.interventions().insert(second);
            tx.interventions().insert(Samples.intervention(Samples.id(), InterventionState.DONE, DAY));
        });
        installation.restart();
        assertEquals(
                List.of(first, second),
                installation.get(tx -> tx.interventions().ofKnelpunt(knelpunt)));
        assertEquals(
                Optional.of(first), installation.get(tx -> tx.interventions().find(first.id())));
        assertEquals(Optional.empty(), installation.get(tx -> tx.interventions().find(Samples.id())));
    }

    @Test
    void whoSawAnOlderInterventionWritesNothing() {
        Intervention intervention = Samples.intervention(knelpunt, InterventionState.UNDER_WAY, DAY);
        installation.run(tx -> tx.interventions().insert(intervention));
        installation.run(tx -> tx.interventions().update(intervention));
        StaleException stale = assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.interventions().update(intervention)));
        assertEquals(intervention.version() + 1, stale.current());
    }

    @Test
    void whatWaitsIsFoundByItsLastDay() {
        Intervention open = Samples.intervention(knelpunt, InterventionState.PROPOSED, null);
        Intervention late = Samples.intervention(knelpunt, InterventionState.UNDER_WAY, DAY.minusDays(1));
        Intervention soon = Samples.intervention(knelpunt, InterventionState.AGREED, DAY);
        installation.run(tx -> {
            List.of(open, soon, late).forEach(tx.interventions()::insert);
            // It was reported on.
            tx.interventions().insert(Samples.intervention(knelpunt, InterventionState.DONE, DAY));
            tx.interventions().insert(Samples.intervention(knelpunt, InterventionState.STOPPED, DAY));
        });
        assertEquals(
                List.of(late, soon, open),
                installation.get(tx -> tx.interventions().waiting(GEMEENTE, 10)));
        assertEquals(List.of(late), installation.get(tx -> tx.interventions().waiting(GEMEENTE, 1)));
        assertEquals(List.of(), installation.get(tx -> tx.interventions().waiting(POLITIE, 10)));
    }

    @Test
    void capacityIsAddedUpPerParticipantAndKnelpunt() {
        Pledge first = Samples.pledge(knelpunt, POLITIE, 100);
        UUID other = Samples.id();
        installation.run(tx -> {
            tx.pledges().insert(first);
            tx.pledges().insert(Samples.pledge(knelpunt, POLITIE, 20));
            tx.pledges().insert(Samples.pledge(knelpunt, GEMEENTE, 7));
            tx.pledges().insert(Samples.pledge(other, GEMEENTE, 1));
        });
        installation.restart();
        assertEquals(Optional.of(first), installation.get(tx -> tx.pledges().find(first.id())));
        assertEquals(
                List.of(new CapacityTotal(GEMEENTE, 7, 5, 2), new CapacityTotal(POLITIE, 120, 10, 4)),
                installation.get(tx -> tx.pledges().totals(knelpunt)).stream()
                        .sorted(Comparator.comparing(CapacityTotal::participant))
                        .toList());
        List<UUID> all = installation.get(tx -> tx.pledges().knelpunten(null, 10));
        assertEquals(2, all.size());
        assertEquals(all.subList(1, 2), installation.get(tx -> tx.pledges().knelpunten(all.get(0), 10)));
        installation.run(tx -> tx.pledges().update(first.withdrawnAt(Samples.MOMENT)));
        assertEquals(
                25,
                installation.get(tx -> tx.pledges().totals(knelpunt)).stream()
                        .filter(t -> t.participant().equals(POLITIE))
                        .findFirst()
                        .orElseThrow()
                        .hours());
    }

    @Test
    void aTaskSheetKeepsEveryFieldAndItsNumber() {
        TaskSheet first = Samples.taskSheet(knelpunt, "2026-1");
        TaskSheet second = Samples.taskSheet(knelpunt, "2026-2");
        installation.run(tx -> {
            tx.taskSheets().insert(first);
            tx.taskSheets().insert(second);
        });
        installation.restart();
        assertEquals(Optional.of(first), installation.get(tx -> tx.taskSheets().find(first.id())));
        assertEquals(List.of(second), installation.get(tx -> tx.taskSheets().ofKnelpunt(knelpunt, first.id(), 5)));
        assertEquals(
                List.of(first, second), installation.get(tx -> tx.taskSheets().newest(knelpunt, 5)));
        assertEquals(List.of(second), installation.get(tx -> tx.taskSheets().newest(knelpunt, 1)));
        int year = Samples.MOMENT.atZone(Facts.NETHERLANDS).getYear();
        List<Integer> numbered = installation.get(
                tx -> List.of(tx.taskSheets().numbered(year), tx.taskSheets().numbered(1999)));
        assertEquals(List.of(2, 0), numbered);
    }
}
