package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What analysts make is read again as it was written. */
class AnalysisRepositoriesTest {

    private static final Instant NOW = Instant.parse("2026-05-11T08:00:00.123456789Z");
    private static final UUID ANNA = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID ARIE = UUID.fromString("01900000-0000-7000-8000-00000000000b");

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

    private Analysis analysis(int number, AnalysisState state) {
        return new Analysis(
                Samples.id(),
                knelpunt,
                number,
                1,
                state,
                new Analysis.Question("Hoe komt dit?", DAY, ANNA, NOW),
                new Analysis.Sections("ernstig", null, "leegstand", null, null, "sluiten"),
                ANNA,
                List.of(new Analysis.Move(state, ANNA, NOW, "onderbouwen")));
    }

    @Test
    void anAnalysisKeepsEveryFieldAndIsFoundByItsState() {
        Analysis first = analysis(1, AnalysisState.FINAL);
        Analysis second = analysis(2, AnalysisState.SUBMITTED);
        installation.run(tx -> {
            tx.analyses().insert(first);
            tx.analyses().insert(second);
        });
        installation.restart();
        assertEquals(
                List.of(first, second), installation.get(tx -> tx.analyses().ofKnelpunt(knelpunt, null, 10)));
        assertEquals(List.of(second), installation.get(tx -> tx.analyses().ofKnelpunt(knelpunt, first.id(), 10)));
        assertEquals(Optional.of(second), installation.get(tx -> tx.analyses().last(knelpunt)));
        assertEquals(
                List.of(second),
                installation.get(tx -> tx.analyses().in(EnumSet.of(AnalysisState.SUBMITTED, AnalysisState.ASKED), 10)));
        installation.run(tx -> tx.analyses().update(second.in(AnalysisState.FINAL, ARIE, NOW, null)));
        assertThrows(
                StaleException.class, () -> installation.run(tx -> tx.analyses().update(second)));
        installation.run(tx -> tx.analyses().destroy(second.id()));
        assertEquals(Optional.of(first), installation.get(tx -> tx.analyses().last(knelpunt)));
    }

    @Test
    void aSelectionKeepsItsFilterAndIsListedForItsOwnerAndWhereItIsShared() {
        Area area = new Area(List.of(List.of(List.of(
                new Area.Position(4.9, 52.9),
                new Area.Position(5.0, 52.9),
                new Area.Position(5.0, 53.0),
                new Area.Position(4.9, 52.9)))));
        Selection own = selection(
                ANNA,
                false,
                new Selection.Filter(
                        Set.of(DataCategory.CONTACT, DataCategory.VEHICLE),
                        Set.of(0, 2),
                        Set.of("politie"),
                        List.of(ARIE),
                        DAY,
                        DAY.plusDays(1),
                        area));
        Selection shared = selection(ARIE, true, Selection.Filter.ALL);
        Selection others = selection(ARIE, false, Selection.Filter.ALL);
        installation.run(tx -> List.of(own, shared, others).forEach(tx.selections()::insert));
        installation.restart();
        assertEquals(
                List.of(own, shared), installation.get(tx -> tx.selections().ofKnelpunt(knelpunt, ANNA, null, 10)));
        assertEquals(Integer.valueOf(3), installation.get(tx -> tx.selections().count(knelpunt)));
        installation.run(tx -> tx.selections().update(own));
        assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.selections().update(own)));
        installation.run(tx -> tx.selections().remove(own.id()));
        assertEquals(Optional.empty(), installation.get(tx -> tx.selections().find(own.id())));
        Export export = new Export(Samples.id(), knelpunt, Export.Format.CSV, "overleg", ANNA, NOW, true);
        installation.run(tx -> tx.selections().insert(export));
        assertEquals(List.of(export), installation.get(tx -> tx.selections().exportsOf(knelpunt, null, 10)));
    }

    private Selection selection(UUID owner, boolean shared, Selection.Filter filter) {
        return new Selection(Samples.id(), knelpunt, 1, "loods", owner, shared, filter, NOW);
    }

    @Test
    void aKnelpuntUsesOneVersionOfEachModel() {
        BarrierModel first = model("1");
        BarrierModel second = model("2");
        installation.run(tx -> {
            tx.barrierModels().insert(first, NOW);
            tx.barrierModels().insert(second, NOW.plusSeconds(1));
            tx.barrierModels().use(knelpunt, first);
            tx.barrierModels().use(knelpunt, second);
        });
        installation.restart();
        assertEquals(List.of(second), installation.get(tx -> tx.barrierModels().usedBy(knelpunt)));
        assertEquals(
                List.of(second, first),
                installation.get(tx -> tx.barrierModels().all()));
        assertEquals(
                Optional.of(first), installation.get(tx -> tx.barrierModels().find("loodsen", "1")));
        installation.run(tx -> tx.barrierModels().drop(knelpunt, "loodsen"));
        assertEquals(List.of(), installation.get(tx -> tx.barrierModels().usedBy(knelpunt)));
    }

    private static BarrierModel model(String version) {
        Text text = new Text("loods", "shed");
        return new BarrierModel(
                "loodsen",
                version,
                text,
                text,
                true,
                List.of(new BarrierModel.Step(
                        "vinden",
                        text,
                        List.of(text),
                        List.of(text),
                        List.of(new BarrierModel.Provider(text, true)),
                        List.of(text),
                        List.of(new BarrierModel.Barrier("police", null, text)))));
    }
}
