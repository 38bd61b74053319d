package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.DAY;
import static nl.knelpunt.store.Samples.GEMEENTE;
import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Ranking;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of scans and case consultations is read again as it was. */
class ScanRepositoriesTest {

    private static final Mapping.Indicator INDICATOR =
            new Mapping.Indicator("L", "leegstand", "Leegstand", "%", Mapping.Direction.LOWER_IS_MORE_VULNERABLE);
    private static final Area SQUARE = new Area(List.of(List.of(List.of(
            new Area.Position(4.9, 52.9),
            new Area.Position(5.0, 52.9),
            new Area.Position(5.0, 53.0),
            new Area.Position(4.9, 52.9)))));

    @TempDir
    Path folder;

    private Installation installation;
    private final UUID scan = Samples.id();

    @BeforeEach
    void open() {
        installation = new Installation(folder);
    }

    @AfterEach
    void close() throws IOException {
        installation.close();
    }

    private DataSet set(int version) {
        return new DataSet(
                Samples.id(),
                scan,
                "parken",
                version,
                "CBS",
                DAY,
                Samples.id(),
                2,
                Codes.OWN,
                List.of(INDICATOR),
                2,
                25,
                Samples.id(),
                MOMENT);
    }

    @Test
    void aMappingKeepsEveryFieldAndIsNotOverwritten() {
        Mapping mapping = new Mapping(
                Samples.id(),
                1,
                new Mapping.Content("parken", Codes.OWN, "code", "n", ';', true, Set.of("."), List.of(INDICATOR)),
                Samples.id(),
                MOMENT);
        installation.run(tx -> tx.scans().insert(mapping));
        installation.restart();
        assertEquals(Optional.of(mapping), installation.get(tx -> tx.scans().mapping(mapping.id())));
        assertEquals(List.of(mapping), installation.get(tx -> tx.scans().mappings(null, 5)));
        installation.run(tx -> tx.scans().update(mapping));
        assertThrows(
                StaleException.class, () -> installation.run(tx -> tx.scans().update(mapping)));
    }

    @Test
    void anAreaTakesThePlaceOfOneWithItsCode() {
        OwnArea old = new OwnArea("P1", "Noord", SQUARE, Samples.id(), MOMENT);
        OwnArea other = new OwnArea("P2", "Zuid", SQUARE, Samples.id(), MOMENT);
        OwnArea anew = new OwnArea("P1", "Noorderpark", SQUARE, Samples.id(), MOMENT);
        installation.run(tx -> List.of(old, other, anew).forEach(tx.scans()::put));
        installation.restart();
        assertEquals(Optional.of(anew), installation.get(tx -> tx.scans().area("P1")));
        assertEquals(List.of(anew, other), installation.get(tx -> tx.scans().areas(null, 5)));
        assertEquals(List.of(other), installation.get(tx -> tx.scans().areas("P1", 5)));
    }

    @Test
    void dataAndOutcomesAreKeptRowByRow() {
        DataSet first = set(1);
        DataSet second = set(2);
        List<DataSet.Row> rows =
                List.of(new DataSet.Row("P1", 40, Map.of("L", 10.5)), new DataSet.Row("P2", 30, Map.of()));
        Outcome outcome = new Outcome(
                Samples.id(),
                scan,
                first,
                new Choice(first.id(), Map.of("L", 2.0), Choice.Normalisation.Z_SCORE, 0.25),
                Map.of("L", new Ranking.Spread(1, 1, 2, 1.5, 0.5)),
                1,
                Samples.id(),
                MOMENT);
        List<Ranking.Ranked> ranked = List.of(
                new Ranking.Ranked(
                        1, "P1", 40, -0.5, 1, List.of(new Ranking.Input("L", 10.5, -0.5, 2, -0.5)), List.of()),
                new Ranking.Ranked(0, "P2", 30, null, 0, List.of(), List.of("L")));
        Origin origin = new Origin(Samples.id(), scan, outcome, ranked);
        Origin bare = new Origin(Samples.id(), scan, null, List.of());
        installation.run(tx -> {
            tx.scans().insert(first, rows);
            tx.scans().insert(second, List.of());
            tx.scans().insert(outcome, ranked);
            tx.scans().insert(origin);
            tx.scans().insert(bare);
        });
        installation.restart();
        assertEquals(Optional.of(first), installation.get(tx -> tx.scans().set(first.id())));
        assertEquals(List.of(second), installation.get(tx -> tx.scans().sets(scan, first.id(), 5)));
        List<Integer> numbers = installation.get(tx -> List.of(
                tx.scans().newestVersion(scan, "parken"),
                tx.scans().newestVersion(scan, "anders"),
                tx.scans().countSets(scan),
                tx.scans().countOutcomes(scan)));
        assertEquals(List.of(2, 0, 2, 1), numbers);
        assertEquals(rows, installation.get(tx -> tx.scans().rows(first.id())));
        assertEquals(Optional.of(outcome), installation.get(tx -> tx.scans().outcome(outcome.id())));
        assertEquals(List.of(outcome), installation.get(tx -> tx.scans().outcomes(scan, null, 5)));
        assertEquals(ranked, installation.get(tx -> tx.scans().ranked(outcome.id(), 0, 5)));
        assertEquals(ranked.subList(1, 2), installation.get(tx -> tx.scans().ranked(outcome.id(), 1, 5)));
        assertEquals(
                Optional.of(ranked.get(0)), installation.get(tx -> tx.scans().ranked(outcome.id(), "P1")));
        assertEquals(Optional.of(origin), installation.get(tx -> tx.scans().origin(origin.proposal())));
        assertEquals(Optional.of(bare), installation.get(tx -> tx.scans().origin(bare.proposal())));
    }

    private static CaseMeeting meeting(UUID consultation, CaseMeetingState state, LocalDate due) {
        return new CaseMeeting(
                Samples.id(),
                consultation,
                1,
                state,
                DAY,
                List.of("stand"),
                List.of(POLITIE),
                due == null
                        ? List.of()
                        : List.of(
                                new CaseMeeting.Agreement(Samples.id(), POLITIE, "nalopen", due, null),
                                new CaseMeeting.Agreement(
                                        Samples.id(),
                                        GEMEENTE,
                                        "sluiten",
                                        due,
                                        new CaseMeeting.Settlement("dicht", Samples.id(), MOMENT))),
                Samples.id(),
                MOMENT,
                state == CaseMeetingState.CANCELLED ? "niemand kan" : null);
    }

    @Test
    void meetingsAreFoundByWhatIsStillOpen() {
        UUID consultation = Samples.id();
        CaseMeeting planned = meeting(consultation, CaseMeetingState.PLANNED, null);
        CaseMeeting late = meeting(consultation, CaseMeetingState.HELD, DAY.plusDays(9));
        CaseMeeting soon = meeting(consultation, CaseMeetingState.HELD, DAY.plusDays(2));
        installation.run(tx -> List.of(planned, late, soon).forEach(tx.caseMeetings()::insert));
        installation.restart();
        assertEquals(
                List.of(planned, late, soon),
                installation.get(tx -> tx.caseMeetings().ofConsultation(consultation, null, 5)));
        assertEquals(
                List.of(soon, late), installation.get(tx -> tx.caseMeetings().owing(POLITIE, 5)));
        assertEquals(List.of(), installation.get(tx -> tx.caseMeetings().owing(GEMEENTE, 5)));
        assertEquals(List.of(planned), installation.get(tx -> tx.caseMeetings().planned(5)));
        CaseMeeting settled =
                soon.settled(soon.agreements().get(0).id(), new CaseMeeting.Settlement("leeg", Samples.id(), MOMENT));
        installation.run(tx -> tx.caseMeetings().update(settled));
        assertEquals(List.of(late), installation.get(tx -> tx.caseMeetings().owing(POLITIE, 5)));
        assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.caseMeetings().update(settled)));
    }
}
