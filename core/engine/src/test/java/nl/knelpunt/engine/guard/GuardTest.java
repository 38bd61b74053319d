package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.World.ANALYST;
import static nl.knelpunt.engine.World.CASE_DIRECTOR;
import static nl.knelpunt.engine.World.HAARVEEN;
import static nl.knelpunt.engine.World.MAYORS_WORKER;
import static nl.knelpunt.engine.World.OFFICER;
import static nl.knelpunt.engine.World.POLICE;
import static nl.knelpunt.engine.World.STRANGER;
import static nl.knelpunt.engine.World.SUPPORT;
import static nl.knelpunt.engine.World.inTheNetherlands;
import static nl.knelpunt.engine.guard.Scene.reporting;
import static nl.knelpunt.engine.guard.Scene.seeingKnelpunt;
import static nl.knelpunt.engine.guard.Scene.seeingSignal;
import static nl.knelpunt.engine.guard.Scene.sharing;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.rights.RightsRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guard says to whom, in which order, and until what moment. */
class GuardTest {

    // The last day of a term lasts until 24:00 in the Netherlands

    @ParameterizedTest(name = "designated on {0}: shared at {1} {2}")
    @CsvSource({
        // In winter midnight is 23:00 UTC, in summer 22:00
        "2026-01-12, 2027-01-11T23:59:59.999, permitted",
        "2026-01-12, 2027-01-12T00:00:00.000, refused",
        "2025-07-02, 2026-07-01T23:59:59.999, permitted",
        "2025-07-02, 2026-07-02T00:00:00.000, refused",
        // The last day is the one on which summer time begins, 28 March 2027
        "2026-03-29, 2027-03-28T23:59:59.999, permitted",
        "2026-03-29, 2027-03-29T00:00:00.000, refused",
        // … and on which it ends, 25 October 2026
        "2025-10-26, 2026-10-25T23:59:59.999, permitted",
        "2025-10-26, 2026-10-26T00:00:00.000, refused",
        // 29 February
        "2028-02-29, 2029-02-28T23:59:59.999, permitted",
        "2028-02-29, 2029-03-01T00:00:00.000, refused"
    })
    void theTermEndsAtMidnightInTheNetherlands(LocalDate designated, String moment, String outcome) {
        Scene scene = sharing(OFFICER, DataCategory.VEHICLE)
                .with("knelpunt.terms", List.of(Term.yearFrom(designated)))
                .at(inTheNetherlands(moment));
        assertEquals(outcome.equals("permitted") ? List.of() : List.of("G21 term"), scene.findings());
    }

    @Test
    void aProlongedTermRunsUntilTheEndOfItsLastYear() {
        Term first = Term.yearFrom(LocalDate.of(2026, 1, 12));
        Scene prolonged = sharing(OFFICER, DataCategory.VEHICLE).with("knelpunt.terms", List.of(first, first.next()));
        assertEquals(List.of(), prolonged.on(LocalDate.of(2028, 1, 11)).findings());
        assertEquals(
                List.of("G21 term"), prolonged.on(LocalDate.of(2028, 1, 12)).findings());
    }

    @Test
    void theRefusalNamesTheLastDayInBothLanguages() {
        Finding finding = Guard.decide(sharing(OFFICER, DataCategory.VEHICLE)
                        .on(LocalDate.of(2027, 2, 1))
                        .facts())
                .refusals()
                .get(0);
        assertTrue(finding.message().nl().contains("11 januari 2027"), finding.message()::nl);
        assertTrue(finding.message().en().contains("11 January 2027"), finding.message()::en);
    }

    // Whoever may not know, hears the access refusal alone

    @TestFactory
    Stream<DynamicTest> whatMayNotBeKnownIsRefusedAsIfItDidNotExist() {
        Scene broken = sharing(STRANGER, DataCategory.SPECIAL, 3).with("data.0.source.lawfullyHeld", false);
        return Stream.of(
                        seeingKnelpunt(STRANGER).involving(POLICE),
                        broken.involving(POLICE),
                        broken.involving(POLICE).inState(KnelpuntState.PROPOSED),
                        broken.involving(POLICE).on(LocalDate.of(2030, 1, 1)),
                        seeingKnelpunt(World.PRIVACY_OFFICER),
                        seeingKnelpunt(SUPPORT),
                        Scene.writingPlan().by(STRANGER).involving(POLICE),
                        Scene.closing().by(STRANGER).involving(POLICE),
                        Scene.closing().by(World.PRIVACY_OFFICER),
                        seeingSignal(CASE_DIRECTOR, SignalState.DRAFT),
                        seeingSignal(MAYORS_WORKER, SignalState.DRAFT),
                        seeingSignal(STRANGER, SignalState.TAKEN_UP),
                        Scene.askingRecognition(STRANGER, HAARVEEN),
                        Scene.preparingAssessment().inState(SignalState.DRAFT),
                        Scene.decidingAssessment(STRANGER),
                        Scene.decidingAssessment(CASE_DIRECTOR),
                        Scene.recognising().by(STRANGER),
                        Scene.withdrawing().by(STRANGER),
                        Scene.onOwnDraft(Act.DISCARD_DRAFT, OFFICER).by(MAYORS_WORKER),
                        Scene.onOwnDraft(Act.DISCARD_DRAFT, OFFICER).by(World.ADMIN))
                .map(scene -> dynamicTest(
                        scene.facts().act() + " by " + scene.facts().actor().roles(), () -> {
                            List<Finding> refused = Guard.decide(scene.facts()).refusals();
                            assertFalse(refused.isEmpty());
                            assertTrue(
                                    refused.stream()
                                            .allMatch(f ->
                                                    List.of("G41", "G42", "G24").contains(f.rule())),
                                    () -> refused.toString());
                            assertEquals(
                                    Guard.decide(scene.ofNothing().facts()).refusals(),
                                    refused,
                                    "word for word what is said of what does not exist");
                        }));
    }

    // Order

    @Test
    void theRulesStandInTheOrderOfTheLaw() {
        List<String> ids = Rules.all().stream().map(Rule::id).toList();
        assertEquals(List.of("G43", "G41", "G24", "G42", "G49", "G01", "G02", "G23", "G21"), ids.subList(0, 9));
        assertTrue(ids.indexOf("G21") < ids.indexOf("G08"));
        assertTrue(ids.indexOf("G28") < ids.indexOf("G36"));
        assertEquals(ids.size(), ids.stream().distinct().count(), "each rule once");
    }

    @Test
    void findingsComeInTheOrderOfTheRulesAndEachOnce() {
        Scene scene = sharing(OFFICER, DataCategory.POLICE_9_10, 3)
                .inState(KnelpuntState.PROPOSED)
                .without("data.0.source.police")
                .without("data.0.source.basis")
                .without("data.0.source.task")
                .with("data.0.source.lawfullyHeld", false)
                .withoutModuleOf(POLICE);
        List<Finding> twice = Guard.decide(scene.withData(
                                scene.facts().data().get(0),
                                scene.facts().data().get(0))
                        .facts())
                .refusals();
        assertEquals(Guard.decide(scene.facts()).refusals(), twice);
        List<String> ids = Rules.all().stream().map(Rule::id).toList();
        List<Integer> places = twice.stream().map(f -> ids.indexOf(f.rule())).toList();
        assertEquals(places.stream().sorted().toList(), places);
        assertTrue(places.stream().distinct().count() >= 6, () -> twice.toString());
    }

    @Test
    void outOfOrderComesLast() {
        List<String> findings = reporting(OFFICER)
                .inState(SignalState.REPORTED)
                .without("signal.content.manifestation")
                .findings();
        assertEquals(List.of("G04 manifestation", "STATE state"), findings);
    }

    @Test
    void outOfOrderIsKnownAsSuchOnlyWhenNoRuleOfTheLawIsBroken() {
        Scene late = reporting(OFFICER).inState(SignalState.REPORTED);
        assertTrue(new RefusedException(Guard.decide(late.facts()).refusals()).isOutOfOrder());
        assertFalse(new RefusedException(Guard.decide(
                                late.without("signal.content.manifestation").facts())
                        .refusals())
                .isOutOfOrder());
    }

    // Texts

    @TestFactory
    Stream<DynamicTest> everyRuleHasArticleMessageAndRemedyInBothLanguages() {
        return Rules.all().stream()
                .map(rule -> dynamicTest(
                        rule.id(),
                        () -> assertAll(
                                () -> assertTrue(rule.id().matches("G\\d\\d")),
                                () -> assertFalse(rule.article().isBlank()),
                                () -> isComplete(rule.message()),
                                () -> isComplete(rule.remedy()),
                                () -> assertEquals(
                                        names(rule.message().nl()),
                                        names(rule.message().en()),
                                        "the same names to fill in both languages"))));
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void everyActHasANameInBothLanguages(Act act) {
        isComplete(act.label());
    }

    @Test
    void whatCannotBeLoggedIsRefusedByG43() {
        Finding finding = Guard.notLoggable();
        assertEquals("G43", finding.rule());
        assertEquals("Wgs 1.8(4); Bgs 1.12", finding.article());
        assertEquals(
                "De handeling kan niet worden gelogd en is daarom geweigerd.",
                finding.message().nl());
    }

    @Test
    void theMessagesAreFilled() {
        assertSaid(
                Scene.sharing(World.TAX_INSPECTOR, DataCategory.FINANCIAL),
                "Categorie financiële gegevens mag niet door De deelnemer belastingdienst worden verstrekt in fase 1 (artikel 2.15 Bgs).",
                "Category financial data may not be supplied by De deelnemer belastingdienst in phase 1 (article 2.15 Bgs).");
        assertSaid(
                reporting(World.PROSECUTOR).with("data.0.category", DataCategory.JUDICIAL),
                "Categorie justitiële, strafvorderlijke en tenuitvoerleggingsgegevens mag niet door De deelnemer om worden verstrekt in fase signaal (artikel 2.15 Bgs).",
                "Category judicial, prosecution and enforcement-of-sentence data may not be supplied by De deelnemer om in phase signal (article 2.15 Bgs).");
        assertSaid(
                reporting(OFFICER).with("signal.content.observation.place.municipality", "GM9099"),
                "Het signaal ligt buiten het werkgebied van RIEC Noord-Holland. Dien het in bij het juiste RIEC.",
                "The signal lies outside the area of RIEC Noord-Holland. Report it to the right RIEC.");
        assertSaid(
                reporting(OFFICER).without("signal.content.criteria.necessity"),
                "De toelichting op criterium c ontbreekt, of de feitelijke juistheid is niet getoetst (artikelen 1.6 en 2.16 Bgs).",
                "The explanation of criterion c is missing, or the factual correctness was not tested (articles 1.6 and 2.16 Bgs).");
        assertSaid(
                Scene.carryingOut(OFFICER),
                "Deze interventie past niet bij een wettelijke bevoegdheid van De deelnemer politie-noord-holland.",
                "This intervention does not fit a statutory power of De deelnemer politie-noord-holland.");
        assertSaid(
                Scene.seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1).withoutModuleOf(POLICE),
                "De module van De deelnemer politie-noord-holland is niet actief; dit gegeven is tijdelijk bevroren.",
                "The module of De deelnemer politie-noord-holland is not active; this datum is frozen for now.");
    }

    @ParameterizedTest
    @EnumSource(SignalState.class)
    void whatIsOutOfOrderNamesTheStateAndWhenItCanBeDone(SignalState state) {
        Scene scene = Scene.preparingAssessment().inState(state);
        Optional<Finding> outOfOrder = Guard.decide(scene.facts()).refusals().stream()
                .filter(f -> f.rule().equals(Finding.STATE))
                .findFirst();
        boolean expected = state == SignalState.REPORTED || state == SignalState.ASKED || state == SignalState.LINKED;
        assertEquals(expected, outOfOrder.isPresent());
        outOfOrder.ifPresent(finding -> {
            assertTrue(finding.message().nl().contains(state.label().nl()));
            assertTrue(finding.remedy()
                    .en()
                    .contains(SignalState.RECOGNISED.label().en()));
            assertEquals("state", finding.field());
        });
    }

    @Test
    void whatIsOutOfOrderNamesEveryStateInWhichItCanBeDone() {
        assertEquals(
                List.of(new Text(
                        "Dit kan wel bij de status: herkend, weging voorbereid, in behandeling genomen.",
                        "It can be done in the state: recognised, assessment prepared, taken up.")),
                remedies(Scene.preparingAssessment().inState(SignalState.REPORTED)));
        assertEquals(
                List.of(new Text("Dit kan wel bij de status: voorgesteld.", "It can be done in the state: proposed.")),
                remedies(Scene.submitting().inState(KnelpuntState.CLOSED)));
        Scene again = Scene.providing(Scene.TO_FOOD).with("papers.provision", Scene.OVERDUE);
        assertSaid(
                again,
                "Deze stap kan nu niet: de status is 'verstrekt'. (resultaat verstrekken)",
                "This step can't be taken now: the state is 'provided'. (provide a result)");
        Text prepared = new Text(
                "Dit kan wel bij de status: voorbereid, bezwaarronde.",
                "It can be done in the state: prepared, objection round.");
        assertEquals(List.of(prepared), remedies(again));
        assertEquals(List.of(prepared), remedies(again.inState(KnelpuntState.CLOSED)), "of the two its own state");
        assertEquals(
                List.of(new Text("Dit kan wel bij de status: aangewezen.", "It can be done in the state: designated.")),
                remedies(Scene.providing(Scene.TO_FOOD).inState(KnelpuntState.CLOSED)));
        assertEquals(
                List.of(new Text(
                        "Dit kan wel bij de status: open, afgewezen.", "It can be done in the state: open, refused.")),
                remedies(Scene.granting(World.CONTACT_POINT)
                        .with(
                                "papers.request.decision",
                                new RightsRequest.Decision(true, "besloten", World.id("cor"), World.NOW))));
    }

    private static List<Text> remedies(Scene scene) {
        return Guard.decide(scene.facts()).refusals().stream()
                .map(Finding::remedy)
                .toList();
    }

    @Test
    void whoHasABureauRoleActsForTheBureauAlone() {
        assertEquals(
                Set.of(Role.ANALYST, Role.SUPPORT),
                World.person("dubbel", POLICE, null, Role.WORKER, Role.ANALYST, Role.STEERING_MEMBER, Role.SUPPORT)
                        .roles());
        assertEquals(
                Set.of(Role.WORKER, Role.STEERING_MEMBER),
                World.person("enkel", POLICE, null, Role.WORKER, Role.STEERING_MEMBER)
                        .roles());
    }

    @Test
    void whoLeftTheRegionIsNamedByItsId() {
        Scene seeing = Scene.seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1);
        assertSaid(
                seeing.with("data.0.source.supplier", "opgeheven"),
                "De module van opgeheven is niet actief; dit gegeven is tijdelijk bevroren.",
                "The module of opgeheven is not active; this datum is frozen for now.");
    }

    @Test
    void theFrozenFindingIsThatOfTheRule() {
        Facts facts = seeingKnelpunt(OFFICER).withoutModuleOf(POLICE).facts();
        assertEquals("G51", Guard.frozen(facts, POLICE.id()).orElseThrow().rule());
        assertEquals(Optional.empty(), Guard.frozen(facts, HAARVEEN.id()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "data.0.phase = 1, false",
        "data.0.marks = DOUBTED, true",
        "module away WIERINGERSLUIS, true",
        "data.0.marks = DOUBTED; data.0.category = SPECIAL, false",
        "data.0.marks = VETOED, false",
        "data.0.marks = HELD, false",
        "data.0.destroyBy = yesterday, false",
        "data.0.destroyBy = yesterday; data.0.marks = HELD, true"
    })
    void whatIsFrozenOrHeldPastItsTermIsKnownToBeThere(String difference, boolean known) {
        Facts facts = SceneReader.read("seeingDatum OFFICER MAYORS_WORKER PERMITS 1; " + difference)
                .facts();
        assertEquals(known, Guard.onlyFreezes(Guard.decide(facts), facts.data().get(0)));
    }

    @Test
    void whatIsHeldAndWhatHasNoTermSayWhatToDo() {
        for (String scene : List.of(
                "disposing DESTROY_DATUM; data.0.marks = HELD",
                "votingOnProlongation; knelpunt.proposal.activity = CASE_CONSULTATION; knelpunt.terms = none")) {
            Finding finding =
                    Guard.decide(SceneReader.read(scene).facts()).refusals().get(0);
            assertEquals(Finding.STATE, finding.rule());
            assertEquals("state", finding.field());
            assertFalse(
                    finding.message().nl().isBlank() || finding.remedy().en().isBlank());
        }
    }

    @Test
    void daysCountInTheNetherlands() {
        Instant justAfterMidnight = Instant.parse("2026-07-01T22:00:00Z");
        assertEquals(
                LocalDate.of(2026, 7, 2),
                Facts.of(
                                Act.LIST_SIGNALS,
                                OFFICER,
                                justAfterMidnight,
                                World.REGION,
                                World.KINDS,
                                RuleSet.of(World.TODAY, Policy.DEFAULT))
                        .today());
    }

    private static void assertSaid(Scene scene, String nl, String en) {
        assertEquals(
                List.of(new Text(nl, en)),
                Guard.decide(scene.facts()).refusals().stream()
                        .map(Finding::message)
                        .toList());
    }

    private static void isComplete(Text text) {
        assertFalse(text.nl().isBlank());
        assertFalse(text.en().isBlank());
        assertFalse(text.nl().equals(text.en()), "a translation of: " + text.nl());
    }

    private static List<String> names(String template) {
        return Arrays.stream(template.split("\\{"))
                .skip(1)
                .map(s -> s.substring(0, s.indexOf('}')))
                .sorted()
                .toList();
    }
}
