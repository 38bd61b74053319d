package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Intervention.Outcome.Kind;
import nl.knelpunt.engine.plan.Mix;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType.Category;
import nl.knelpunt.engine.task.Task;
import nl.knelpunt.engine.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A plan and how it is carried out: who moves what, what is put in, and what goes to who takes part without data. */
class PlanStoryTest {

    private final House house = new House();
    private final UUID knelpunt = house.planned();

    private Plans.ShownPlan seenBy(Account account) {
        return house.plans.see(by(account), knelpunt);
    }

    private Intervention intervention(UUID id) {
        return house.store.intervention(id);
    }

    private static String field(Executable act) {
        return assertThrows(InvalidException.class, act).field();
    }

    // The mix

    @Test
    void theMixSaysWhichCategoriesAreEmptyAndAReasonSuffices() {
        house.proposedIntervention(knelpunt);
        Mix mix = seenBy(house.director).mix();
        assertFalse(mix.isWhole());
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Category.REPRESSION)),
                EnumSet.copyOf(mix.parts().stream()
                        .filter(Mix.Part::asksWhy)
                        .map(Mix.Part::category)
                        .toList()));
        house.plans.write(
                by(house.director),
                knelpunt,
                new ActionPlan(
                        "rust",
                        true,
                        "signalen",
                        Map.of(
                                Category.PREVENTION, "volgt in het najaar",
                                Category.PERSPECTIVE, "er zijn geen kwetsbare groepen in beeld",
                                Category.INVESTIGATION, "loopt al elders",
                                Category.RESILIENCE, "via het platform")));
        assertTrue(seenBy(house.director).mix().isWhole());
        assertEquals(1, seenBy(house.director).interventions().size(), "writing the plan keeps its interventions");
    }

    @Test
    void whatWasStoppedFillsNoCategory() {
        UUID id = house.proposedIntervention(knelpunt);
        house.plans.stop(by(house.mayorsWorker), id, "niet haalbaar");
        assertTrue(seenBy(house.director).mix().parts().get(0).asksWhy());
    }

    // Proposing

    @Test
    void anInterventionKeepsWhatItsTypeSaidWhenItWasProposed() {
        UUID id = house.proposedIntervention(knelpunt);
        house.router.unbind(house.municipalPlugin);
        Intervention proposed =
                house.plans.seeIntervention(by(house.director), id).intervention();
        assertEquals(World.CLOSE_BUILDING.name(), proposed.content().name());
        assertEquals(
                new Intervention.Basis("Opiumwet 13b", "2026-01-01", false),
                proposed.content().basis());
        assertEquals(
                World.CLOSE_BUILDING.conditions(), proposed.conditions().get(0).text());
        assertEquals(
                List.of("G51", "G37"),
                refused(() -> house.proposedIntervention(knelpunt)),
                "its type is gone with its module");
    }

    @Test
    void aBasisOfOnesOwnHasItsVersionAndIsNotCheckedByAJurist() {
        UUID id = house.plans
                .propose(
                        by(house.director),
                        knelpunt,
                        Copy.with(
                                Copy.with(House.closeBuilding(), "basis", "Gemeentewet 174a"),
                                "basisVersion",
                                "2024-01-01"))
                .id();
        assertEquals(
                new Intervention.Basis("Gemeentewet 174a", "2024-01-01", false),
                intervention(id).content().basis());
    }

    @Test
    void anInterventionNeedsATestedPlan() {
        UUID untested = house.designated();
        assertEquals(
                List.of("G36"),
                refused(() -> house.plans.propose(by(house.director), untested, House.closeBuilding())));
    }

    @Test
    void onlyTheCaseDirectorProposes() {
        assertEquals(
                List.of("G41"), refused(() -> house.plans.propose(by(house.officer), knelpunt, House.closeBuilding())));
    }

    // Who moves it (G37)

    @Test
    void onlyTheExecutingParticipantAgrees() {
        UUID id = house.proposedIntervention(knelpunt);
        assertEquals(List.of("G37"), refused(() -> house.plans.agree(by(house.officer), id, null)));
        Account college = house.appoint("els", House.MUNICIPALITY, Organ.COLLEGE, Role.WORKER);
        assertEquals(
                List.of("G37"),
                refused(() -> house.plans.agree(by(college), id, null)),
                "the same municipality, but not the organ that has the power");
        assertEquals(List.of("G41"), refused(() -> house.plans.agree(by(house.director), id, null)));
        assertEquals(
                "AGREED", house.plans.agree(by(house.mayorsWorker), id, null).state());
        assertEquals(house.mayorsWorker.id(), intervention(id).owner());
    }

    @Test
    void theCaseDirectorMovesNothingOnceItIsAgreed() {
        UUID id = house.agreedIntervention(knelpunt);
        assertEquals(List.of("G41"), refused(() -> house.plans.start(by(house.director), id)));
        assertEquals(List.of("G41"), refused(() -> house.plans.stop(by(house.director), id, "x")));
        assertEquals(List.of("STATE"), refused(() -> house.plans.withdraw(by(house.director), id, "x")));
    }

    @Test
    void itsOwnerIsSomebodyOfTheExecutingOrgan() {
        UUID id = house.proposedIntervention(knelpunt);
        for (UUID wrong : List.of(house.officer.id(), house.mayor.id(), house.director.id(), UUID.randomUUID())) {
            assertEquals("owner", field(() -> house.plans.agree(by(house.mayorsWorker), id, wrong)));
        }
        Account colleague = house.appoint("bas", House.MUNICIPALITY, Organ.BURGEMEESTER, Role.WORKER);
        house.plans.agree(by(house.mayorsWorker), id, colleague.id());
        assertEquals(colleague.id(), intervention(id).owner());
    }

    @Test
    void itStartsWhenItsConditionsAreMet() {
        UUID id = house.agreedIntervention(knelpunt);
        assertEquals(List.of("STATE"), refused(() -> house.plans.start(by(house.mayorsWorker), id)));
        assertEquals(
                "conditions",
                field(() -> house.plans.keepUp(
                        by(house.mayorsWorker),
                        id,
                        new Plans.Progress(new Intervention.Planning(null, null), null, Map.of(2, true)))));
        house.plans.keepUp(by(house.mayorsWorker), id, House.conditionMet());
        assertEquals(
                house.mayorsWorker.id(), intervention(id).conditions().get(0).person());
        assertEquals("UNDER_WAY", house.plans.start(by(house.mayorsWorker), id).state());
    }

    @Test
    void whatIsAmendedIsAgreedToAnew() {
        UUID id = house.agreedIntervention(knelpunt);
        house.plans.keepUp(by(house.mayorsWorker), id, House.conditionMet());
        assertEquals(
                "PROPOSED",
                house.plans
                        .amend(by(house.director), id, i -> Copy.with(i, "description", "ook loods 4"))
                        .state());
        Intervention amended = intervention(id);
        assertEquals("ook loods 4", amended.content().description());
        assertEquals(World.CLOSE_BUILDING.expectedEffect(), amended.content().expectedEffect());
        assertNull(amended.owner());
        assertFalse(amended.conditions().get(0).met());
    }

    @Test
    void everyMoveIsRememberedWithItsReason() {
        UUID id = house.startedIntervention(knelpunt);
        house.plans.stop(by(house.mayorsWorker), id, "de eigenaar sloot zelf");
        assertEquals(
                List.of(
                        InterventionState.PROPOSED,
                        InterventionState.AGREED,
                        InterventionState.UNDER_WAY,
                        InterventionState.STOPPED),
                intervention(id).moves().stream().map(Intervention.Move::to).toList());
        assertEquals("de eigenaar sloot zelf", intervention(id).moves().get(3).reason());
    }

    @Test
    void twoParticipantsWorkBesideEachOtherAndNobodyOverwritesAnother() {
        UUID id = house.agreedIntervention(knelpunt);
        long seen = intervention(id).version();
        long knelpuntSeen = house.store.knelpunt(knelpunt).version();
        house.plans.keepUp(by(house.mayorsWorker), id, House.conditionMet());
        assertEquals(knelpuntSeen, house.store.knelpunt(knelpunt).version(), "who writes the plan meets no 412");
        Call stale = new Call(by(house.mayorsWorker).caller(), UUID.randomUUID(), "192.0.2.7", null, seen);
        assertThrows(StaleException.class, () -> house.plans.start(stale, id));
    }

    @Test
    void whatMayBeDoneNextIsToldToEach() {
        UUID id = house.proposedIntervention(knelpunt);
        assertEquals(
                Set.of(Act.AGREE_INTERVENTION, Act.STOP_INTERVENTION),
                house.plans.seeIntervention(by(house.mayorsWorker), id).next());
        assertEquals(
                Set.of(Act.AMEND_INTERVENTION, Act.WITHDRAW_INTERVENTION),
                house.plans.seeIntervention(by(house.director), id).next());
        assertEquals(
                Set.of(), house.plans.seeIntervention(by(house.officer), id).next());
        assertEquals(
                Set.of(Act.WRITE_PLAN, Act.PLAN_INTERVENTION, Act.RELEASE_TASK_SHEET),
                seenBy(house.director).next());
        assertEquals(
                Set.of(Act.PLEDGE_CAPACITY, Act.USE_CAPACITY),
                seenBy(house.officer).next());
    }

    // What comes of it

    @Test
    void resultsAreReportedByWhoExecutesEffectsByWhoeverSeesThem() {
        UUID id = house.doneIntervention(knelpunt);
        assertEquals(
                List.of("G37"),
                refused(() -> house.plans.report(
                        by(house.officer), id, new Plans.NewOutcome(Kind.RESULT, World.TODAY, "x"))));
        house.plans.report(by(house.mayorsWorker), id, new Plans.NewOutcome(Kind.RESULT, World.TODAY, "dicht"));
        house.plans.report(
                by(house.officer), id, new Plans.NewOutcome(Kind.UNINTENDED_EFFECT, World.TODAY, "verplaatst"));
        house.plans.report(
                by(house.analyst), id, new Plans.NewOutcome(Kind.INTENDED_EFFECT, World.TODAY, "minder laden"));
        List<Intervention.Outcome> outcomes = intervention(id).outcomes();
        assertEquals(
                List.of(Kind.RESULT, Kind.UNINTENDED_EFFECT, Kind.INTENDED_EFFECT),
                outcomes.stream().map(Intervention.Outcome::kind).toList());
        assertEquals(House.POLICE.id(), outcomes.get(1).participant());
        assertNull(outcomes.get(2).participant(), "the bureau acts for no participant");
        assertEquals(
                "date",
                field(() -> house.plans.report(
                        by(house.officer),
                        id,
                        new Plans.NewOutcome(Kind.INTENDED_EFFECT, World.TODAY.plusDays(1), "x"))));
    }

    @Test
    void anExecutionIsReportedAfterwards() {
        UUID id = house.startedIntervention(knelpunt);
        List<Object> before = house.store.content();
        assertEquals(
                "date",
                field(() -> house.plans.carryOut(
                        by(house.mayorsWorker),
                        id,
                        new Plans.NewExecution(World.TODAY.plusDays(1), "gesloten", "stil"))));
        assertEquals(before, house.store.content());
    }

    @Test
    void aTextNamesAPersonByReferenceAndIsReadByWhoMaySee() {
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        UUID datum = house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        Copy.with(
                                House.datum(person, null, DataCategory.IDENTIFICATION, "Wubbo Proefpersoon", 1),
                                "field",
                                "naam"))
                .id();
        UUID id = house.doneIntervention(knelpunt);
        String text = "{datum:" + datum + "} was er niet";
        house.plans.report(by(house.mayorsWorker), id, new Plans.NewOutcome(Kind.RESULT, World.TODAY, text));
        assertEquals(text, intervention(id).outcomes().get(0).text());
        Locale dutch = Locale.forLanguageTag("nl");
        assertEquals(
                "Wubbo Proefpersoon was er niet",
                house.plans
                        .seeIntervention(by(house.officer), id)
                        .readable()
                        .get("outcomes[0].text")
                        .in(dutch));
        house.data.destroy(by(house.officer), knelpunt, datum);
        assertEquals(
                "vernietigd gegeven was er niet",
                house.plans
                        .seeIntervention(by(house.officer), id)
                        .readable()
                        .get("outcomes[0].text")
                        .in(dutch));
    }

    // What waits

    private List<Act> waitsFor(Account account) {
        return tasks(account).stream().map(Task::act).toList();
    }

    private List<Task> tasks(Account account) {
        return house.tasks.list(by(account), null, 100).tasks().stream()
                .map(Tasks.Waiting::task)
                .filter(t -> t.act().concerns() == Act.Concerns.INTERVENTION)
                .toList();
    }

    @Test
    void whatWaitsForWhoExecutesFollowsFromTheState() {
        UUID id = house.proposedIntervention(knelpunt);
        assertEquals(List.of(Act.AGREE_INTERVENTION), waitsFor(house.mayorsWorker));
        assertEquals(List.of(), waitsFor(house.officer));
        assertEquals(List.of(), waitsFor(house.director));
        house.plans.agree(by(house.mayorsWorker), id, null);
        assertEquals(List.of(Act.KEEP_UP_INTERVENTION), waitsFor(house.mayorsWorker));
        house.plans.keepUp(
                by(house.mayorsWorker),
                id,
                new Plans.Progress(
                        new Intervention.Planning(World.TODAY, World.TODAY.plusDays(7)), null, Map.of(1, true)));
        assertEquals(List.of(Act.START_INTERVENTION), waitsFor(house.mayorsWorker));
        house.plans.keepUp(by(house.mayorsWorker), id, House.conditionMet());
        house.plans.start(by(house.mayorsWorker), id);
        assertEquals(World.TODAY.plusDays(7), tasks(house.mayorsWorker).get(0).due());
        assertFalse(house.plans.seeIntervention(by(house.director), id).overdue());
        house.itBecomes(World.TODAY.plusDays(8));
        assertTrue(house.plans.seeIntervention(by(house.director), id).overdue());
        assertTrue(tasks(house.mayorsWorker).get(0).what().nl().contains("over haar laatste dag"));
        house.plans.carryOut(by(house.mayorsWorker), id, House.closed());
        assertEquals(List.of(Act.REPORT_RESULT), waitsFor(house.mayorsWorker));
        house.plans.report(by(house.mayorsWorker), id, new Plans.NewOutcome(Kind.RESULT, World.TODAY, "dicht"));
        assertEquals(List.of(), waitsFor(house.mayorsWorker));
    }

    @Test
    void itWaitsForItsOwnerAndForAllWhenTheOwnerLeaves() {
        UUID id = house.proposedIntervention(knelpunt);
        Account colleague = house.appoint("bas", House.MUNICIPALITY, Organ.BURGEMEESTER, Role.WORKER);
        house.plans.agree(by(house.mayorsWorker), id, colleague.id());
        assertEquals(List.of(), waitsFor(house.mayorsWorker));
        assertEquals(1, tasks(colleague).size());
        house.keep(Copy.with(colleague, "active", false));
        assertEquals(1, tasks(house.mayorsWorker).size());
    }

    // Capacity

    private UUID pledge(Account account, int hours, int people) {
        return house.capacities
                .pledge(
                        by(account),
                        knelpunt,
                        new Capacities.NewPledge(null, World.TODAY, World.TODAY.plusMonths(3), hours, people))
                .id();
    }

    @Test
    void capacityIsPledgedAndUsedPerParticipant() {
        UUID ofPolice = pledge(house.officer, 100, 2);
        pledge(house.mayorsWorker, 40, 1);
        house.capacities.use(by(house.officer), knelpunt, ofPolice, World.TODAY, 12);
        house.capacities.use(by(house.officer), knelpunt, ofPolice, World.TODAY, -2);
        assertEquals(
                "hours",
                field(() -> house.capacities.use(by(house.officer), knelpunt, ofPolice, World.TODAY, -11)),
                "no less than nothing was used");
        assertEquals(
                "pledge",
                field(() -> house.capacities.use(by(house.mayorsWorker), knelpunt, ofPolice, World.TODAY, 1)),
                "another's pledge is as one that is not there");
        assertEquals(
                Map.of(House.POLICE.id(), List.of(100L, 10L, 2L), House.MUNICIPALITY.id(), List.of(40L, 0L, 1L)),
                seenBy(house.director).totals().stream()
                        .collect(
                                Collectors.toMap(t -> t.participant(), t -> List.of(t.hours(), t.used(), t.people()))));
        house.capacities.withdraw(by(house.officer), knelpunt, ofPolice);
        assertEquals(
                10,
                seenBy(house.director).totals().stream()
                        .filter(t -> t.participant().equals(House.POLICE.id()))
                        .findFirst()
                        .orElseThrow()
                        .hours(),
                "what was used stays");
    }

    @Test
    void theSteeringGroupSeesCapacityOfAll() {
        pledge(house.officer, 100, 2);
        List<Capacities.OfKnelpunt> seen =
                house.capacities.overview(by(house.neighbouringMayor), null, 10).items();
        assertEquals(knelpunt, seen.get(0).knelpunt());
        assertEquals(List.of("G41"), refused(() -> house.capacities.overview(by(house.officer), null, 10)));
    }

    @Test
    void whoIsNotInvolvedPledgesNothing() {
        Capacities.NewPledge pledge = new Capacities.NewPledge(null, World.TODAY, World.TODAY, 1, 1);
        assertEquals(
                List.of("G24"), refused(() -> house.capacities.pledge(by(house.neighboursWorker), knelpunt, pledge)));
        assertEquals(
                List.of("G24"), refused(() -> house.capacities.pledge(by(house.neighbouringMayor), knelpunt, pledge)));
        house.capacities.pledge(by(house.mayor), knelpunt, pledge);
    }

    // Task sheets

    private static TaskSheet.Content sheet(String asked) {
        return new TaskSheet.Content(
                "Platform Veilig Ondernemen", "toezicht op de kade", asked, "het bureau", null, null, null);
    }

    private void release(String asked) {
        house.taskSheets.release(by(house.director), knelpunt, sheet(asked));
    }

    @Test
    void aTaskSheetIsNumberedAndKeptAsItWasReleased() {
        UUID id = house.taskSheets
                .release(by(house.director), knelpunt, sheet("licht ondernemers voor"))
                .id();
        release("deel folders uit");
        TaskSheet kept = house.taskSheets.see(by(house.officer), knelpunt, id);
        assertEquals("2026-1", kept.number());
        assertEquals(house.director.id(), kept.person());
        assertEquals("Platform Veilig Ondernemen", kept.content().party());
        assertEquals(
                List.of("2026-1", "2026-2"),
                house.taskSheets.list(by(house.director), knelpunt, null, 10).items().stream()
                        .map(TaskSheet::number)
                        .toList());
        assertEquals(List.of("G24"), refused(() -> house.taskSheets.see(by(house.neighboursWorker), knelpunt, id)));
        assertEquals(List.of("G24"), refused(() -> house.taskSheets.pdf(by(house.neighboursWorker), knelpunt, id)));
    }

    @Test
    void aPrintedTaskSheetDoesNotNameTheKnelpunt() {
        UUID id = house.taskSheets
                .release(by(house.director), knelpunt, sheet("licht ondernemers voor"))
                .id();
        String printed = new String(house.taskSheets.pdf(by(house.officer), knelpunt, id), StandardCharsets.UTF_8);
        assertTrue(printed.contains("Taakblad 2026-1"), printed);
        assertTrue(printed.contains("Voor: Platform Veilig Ondernemen"), printed);
        assertTrue(printed.contains("licht ondernemers voor"), printed);
        String title = house.knelpunten
                .see(by(house.director), knelpunt)
                .knelpunt()
                .proposal()
                .title();
        assertFalse(printed.contains(title), printed);
    }

    @Test
    void aTaskSheetTellsNothingOfAnyDatum() {
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        NewDatum name = Copy.with(
                House.datum(person, null, DataCategory.IDENTIFICATION, "Wubbo Proefpersoon", 1), "field", "naam");
        UUID datum = house.knelpunten.share(by(house.officer), knelpunt, name).id();
        for (String telling : List.of(
                "let op wubbo  proefpersoon",
                "let op Proefpersoon",
                "let op 99XX99",
                "zie " + datum,
                "zie {datum:" + datum + "}")) {
            Throwable thrown = assertThrows(RuntimeException.class, () -> release(telling), telling);
            assertTrue(
                    thrown instanceof InvalidException invalid
                                    && invalid.field().equals("asked")
                            || refused(() -> release(telling)).equals(List.of("G02")),
                    telling);
        }
        release("let op de kade");
    }

    /** A refusal that hangs on what the writer may not see would tell that it is there. */
    @Test
    void theCheckOfATaskSheetTellsNothingOfWhatItsWriterMayNotSee() {
        UUID person = house.store.subjectsOf(knelpunt).get(0).id();
        NewDatum name = Copy.with(
                House.datum(person, null, DataCategory.IDENTIFICATION, "Wubbo Proefpersoon", 1), "field", "naam");
        UUID datum = house.knelpunten.share(by(house.officer), knelpunt, name).id();
        assertThrows(RefusedException.class, () -> release("let op Proefpersoon"));
        house.data.block(by(house.officer), knelpunt, datum, "lopend onderzoek");
        release("let op Proefpersoon");
        release("let op Anderepersoon");
    }

    @Test
    void aTaskSheetIsForPartiesWithoutExchangeOnly() {
        assertEquals(
                "party",
                field(() -> house.taskSheets.release(
                        by(house.director), knelpunt, Copy.with(sheet("x"), "party", House.POLICE.name()))));
        assertEquals(List.of("G41"), refused(() -> house.taskSheets.release(by(house.officer), knelpunt, sheet("x"))));
    }

    @Test
    void aTaskSheetTakesOverWhatItsInterventionSaysInPublic() {
        Plans.NewIntervention open = Copy.with(
                Copy.with(House.closeBuilding(), "publicDescription", "de gemeente controleert panden"),
                "until",
                World.TODAY.plusDays(30));
        UUID intervention =
                house.plans.propose(by(house.director), knelpunt, open).id();
        UUID id = house.taskSheets
                .release(
                        by(house.director),
                        knelpunt,
                        new TaskSheet.Content("PVO", null, "help mee", "bureau", null, null, intervention))
                .id();
        TaskSheet.Content content =
                house.taskSheets.see(by(house.director), knelpunt, id).content();
        assertEquals("de gemeente controleert panden", content.description());
        assertEquals(World.TODAY.plusDays(30), content.until());
        assertEquals(
                "intervention",
                field(() -> house.taskSheets.release(
                        by(house.director),
                        knelpunt,
                        new TaskSheet.Content("PVO", "x", "y", "z", null, null, UUID.randomUUID()))));
    }

    @Test
    void anEmptyDossierHasNobodyToBetray() {
        NewDatum.NewSubject nobody = new NewDatum.NewSubject(SubjectKind.OBJECT, null, null);
        house.knelpunten.share(by(house.officer), knelpunt, House.datum(null, nobody, DataCategory.VEHICLE, "1", 1));
        release("kijk naar loods 1");
    }
}
