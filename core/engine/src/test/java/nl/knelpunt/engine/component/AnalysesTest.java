package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.BarrierMatrix;
import nl.knelpunt.engine.analysis.BarrierMatrix.State;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.analysis.ShownAnalysis;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.task.Tasks;
import org.junit.jupiter.api.Test;

/** The written analysis, from the question to the final text; and the barriers of a plan. */
class AnalysesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 7, 1);

    private final House house = new House();
    private final UUID knelpunt = house.designated();

    private List<Act> tasks(Account account) {
        return house.tasks.list(by(account), null, 100).tasks().stream()
                .map(Tasks.Waiting::task)
                .filter(t -> t.act().concerns() == Act.Concerns.ANALYSIS)
                .map(t -> t.act())
                .toList();
    }

    @Test
    void aQuestionBecomesATextThatAnotherTestsAndThenEverybodyReads() {
        UUID analysis = house.analyses
                .ask(by(house.director), knelpunt, "Hoe komen zij aan loodsen?", DUE)
                .id();
        assertEquals(List.of(Act.WRITE_ANALYSIS), tasks(house.analyst));
        assertEquals(List.of(), tasks(house.director));

        house.analyses.write(by(house.analyst), analysis, s -> sections("ernstig"));
        house.analyses.submit(by(house.analyst), analysis);
        assertEquals(List.of(), tasks(house.analyst), "who wrote it does not test it");
        assertEquals(List.of(Act.TEST_ANALYSIS), tasks(house.director));
        assertTrue(
                assertThrows(RefusedException.class, () -> house.analyses.test(by(house.analyst), analysis, true, null))
                        .isOutOfOrder());

        assertThrows(InvalidException.class, () -> house.analyses.test(by(house.director), analysis, false, ""));
        house.analyses.test(by(house.director), analysis, false, "omvang onderbouwen");
        assertThrows(RefusedException.class, () -> house.analyses.see(by(house.officer), analysis));
        house.analyses.submit(by(house.analyst), analysis);
        house.analyses.test(by(house.director), analysis, true, null);

        ShownAnalysis read = house.analyses.see(by(house.officer), analysis);
        assertEquals("ernstig", read.sections().get("seriousness").in(Locale.forLanguageTag("nl")));
        assertEquals(AnalysisState.FINAL, read.analysis().state());
        assertEquals(List.of(), tasks(house.director));
    }

    private static Analysis.Sections sections(String seriousness) {
        return new Analysis.Sections(seriousness, "drie havens", "leegstand", "bij nacht", "verhuur", "sluiten");
    }

    @Test
    void whatIsFinalStaysAndTheNextBeginsWithItsText() {
        UUID first = house.finalAnalysis(knelpunt);
        assertThrows(RefusedException.class, () -> house.analyses.write(by(house.analyst), first, s -> s));
        UUID second = house.analyses.begin(by(house.analyst), knelpunt).id();
        Analysis next = house.analyses.see(by(house.analyst), second).analysis();
        assertEquals(2, next.number());
        assertEquals(sections("ernstig"), next.sections());
        assertTrue(assertThrows(RefusedException.class, () -> house.analyses.begin(by(house.analyst), knelpunt))
                .isOutOfOrder());
        house.analyses.discard(by(house.analyst), second);
        assertEquals(
                List.of(first),
                house.analyses.list(by(house.officer), knelpunt, null, 10).items().stream()
                        .map(Analysis::id)
                        .toList());
    }

    @Test
    void anUnfinishedTextIsNotSubmittedAndAnOldVersionOverwritesNothing() {
        UUID analysis = house.analyses.begin(by(house.analyst), knelpunt).id();
        InvalidException missing =
                assertThrows(InvalidException.class, () -> house.analyses.submit(by(house.analyst), analysis));
        assertEquals("sections.seriousness", missing.field());
        Call old = new Call(by(house.analyst).caller(), UUID.randomUUID(), "192.0.2.7", null, 1L);
        house.analyses.write(old, analysis, s -> sections("ernstig"));
        assertThrows(StaleException.class, () -> house.analyses.write(old, analysis, s -> sections("anders")));
        assertThrows(
                InvalidException.class,
                () -> house.analyses.write(by(house.analyst), analysis, s -> sections("x".repeat(10_001))));
    }

    @Test
    void onlyAnalystsWriteAndAnUnknownOneIsRefusedLikeOneThatIsNotTheirs() {
        UUID draft = house.writtenAnalysis(knelpunt);
        for (UUID id : List.of(draft, World.id("nothing"))) {
            assertEquals(
                    List.of("G24"),
                    assertThrows(RefusedException.class, () -> house.analyses.see(by(house.officer), id))
                            .findings()
                            .stream()
                            .map(f -> f.rule())
                            .toList());
        }
        assertThrows(RefusedException.class, () -> house.analyses.write(by(house.director), draft, s -> s));
        assertThrows(RefusedException.class, () -> house.analyses.begin(by(house.officer), knelpunt));
    }

    @Test
    void aFinalTextLosesTheNameWhenTheDatumIsDestroyed() {
        UUID datum = house.store.dataOf(knelpunt).get(0).id();
        UUID analysis = house.writtenAnalysis(knelpunt);
        house.analyses.write(by(house.analyst), analysis, s -> sections("De auto met {datum:" + datum + "}."));
        house.analyses.submit(by(house.analyst), analysis);
        house.analyses.test(by(house.director), analysis, true, null);
        assertEquals("De auto met 99-XX-99.", read(analysis, house.officer));
        house.data.destroy(by(house.officer), knelpunt, datum);
        assertEquals("De auto met vernietigd gegeven.", read(analysis, house.officer));
    }

    private String read(UUID analysis, Account reader) {
        return house.analyses
                .see(by(reader), analysis)
                .sections()
                .get("seriousness")
                .in(Locale.forLanguageTag("nl"));
    }

    // Barriers

    @Test
    void theMatrixSaysWhoDoesWhatAtWhichStepAndWhereNobodyDoes() {
        house.barriers.use(by(house.analyst), knelpunt, World.MODEL.code(), World.MODEL.version());
        assertEquals(List.of(State.NONE, State.POSSIBLE), states(0));
        assertTrue(matrix().rows().get(0).isGap());
        assertTrue(matrix().rows().get(0).cells().get(1).possible().get(0).isAvailable());

        house.plans.write(by(house.director), knelpunt, new ActionPlan("de keten doorbreken", true, "signalen"));
        assertEquals(
                "barrier.model",
                assertThrows(InvalidException.class, () -> house.barred(knelpunt, "hennepteelt", "loods"))
                        .field());
        assertEquals(
                "barrier.step",
                assertThrows(InvalidException.class, () -> house.barred(knelpunt, World.MODEL.code(), "vervoer"))
                        .field());
        UUID intervention = house.barred(knelpunt, World.MODEL.code(), "loods");
        assertEquals(List.of(State.NONE, State.PLANNED), states(0));
        assertEquals(
                List.of(intervention), matrix().rows().get(0).cells().get(1).interventions());
        assertEquals(false, matrix().rows().get(0).isGap());
        house.plans.agree(by(house.mayorsWorker), intervention, null);
        house.plans.keepUp(by(house.mayorsWorker), intervention, House.conditionMet());
        house.plans.start(by(house.mayorsWorker), intervention);
        assertEquals(List.of(State.NONE, State.UNDER_WAY), states(0));
        house.plans.carryOut(by(house.mayorsWorker), intervention, House.closed());
        assertEquals(List.of(State.NONE, State.DONE), states(0));
        assertTrue(matrix().rows().get(1).isGap());
        house.barriers.drop(by(house.analyst), knelpunt, World.MODEL.code());
        assertEquals(List.of(), house.barriers.matrices(by(house.officer), knelpunt));
    }

    private BarrierMatrix matrix() {
        return house.barriers.matrices(by(house.officer), knelpunt).get(0);
    }

    private List<State> states(int row) {
        return matrix().rows().get(row).cells().stream()
                .map(BarrierMatrix.Cell::state)
                .toList();
    }

    @Test
    void aVersionOfAModelNeverChangesAndTheNewestIsShownFirst() {
        Account admin = house.appoint("ad", House.MUNICIPALITY, null, Role.ADMIN);
        house.barriers.use(by(house.analyst), knelpunt, World.MODEL.code(), World.MODEL.version());
        BarrierModel next = version("2", "een pand zoeken");
        house.barriers.take(by(admin), next);
        house.barriers.take(by(admin), next);
        assertThrows(InvalidException.class, () -> house.barriers.take(by(admin), version("2", "iets anders")));
        assertThrows(InvalidException.class, () -> house.barriers.take(by(admin), version("1", "iets anders")));
        assertEquals(List.of(next, World.MODEL), house.barriers.versions(World.MODEL.code()));
        assertEquals(List.of(next), house.barriers.newest());
        assertEquals("1", matrix().model().version(), "what is used stays as it is");
        house.barriers.use(by(house.analyst), knelpunt, World.MODEL.code(), "2");
        assertEquals("2", matrix().model().version());
        assertThrows(
                InvalidException.class, () -> house.barriers.use(by(house.analyst), knelpunt, World.MODEL.code(), "3"));
    }

    private static BarrierModel version(String version, String name) {
        return new BarrierModel(
                World.MODEL.code(),
                version,
                World.MODEL.name(),
                World.MODEL.source(),
                false,
                List.of(new BarrierModel.Step("loods", new Text(name, name), null, null, null, null, null)));
    }

    @Test
    void aModelIsLookedThroughAndBounded() {
        assertThrows(RefusedException.class, () -> house.barriers.take(by(house.officer), version("2", "x")));
        assertThrows(
                InvalidException.class, () -> house.barriers.take(by(house.analyst), version("2", "x".repeat(1_001))));
        assertThrows(InvalidException.class, () -> house.barriers.take(by(house.analyst), version("2 b", "x")));
        assertThrows(
                InvalidException.class,
                () -> house.barriers.take(
                        by(house.analyst),
                        new BarrierModel("x", "1", World.MODEL.name(), World.MODEL.source(), false, List.of())));
    }
}
