package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.World.*;
import static nl.knelpunt.engine.guard.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.result.Provision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rules hold when, what a decision says of them, and what a permit obliges to. */
class RuleSetTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    // Versions and days

    @Test
    void aDecisionSaysWhichRulesItUsed() {
        Decision permit = Guard.decide(seeingKnelpunt(OFFICER).facts());
        assertTrue(permit.isPermit());
        assertEquals(Rules.VERSION + "/1", permit.ruleSet());
        Decision refusal = Guard.decide(reporting(OFFICER)
                .without("signal.content.title")
                .with("signal.content.lawfullyHeld", false)
                .facts());
        assertFalse(refusal.isPermit());
        assertEquals(permit.ruleSet(), refusal.ruleSet());
        assertEquals(List.of("G07"), refusal.rules());
        Decision denial =
                Guard.decide(seeingKnelpunt(STRANGER).involving(POLICE).facts());
        assertEquals(permit.ruleSet(), denial.ruleSet());
    }

    @Test
    void decisionsAreEqualWhenTheySayTheSame() {
        Scene seeing = seeingKnelpunt(OFFICER);
        Decision permit = Guard.decide(seeing.facts());
        Decision otherRules = Guard.decide(
                seeing.under(Copy.with(Policy.DEFAULT, "version", 2L)).facts());
        Decision obliging = Guard.decide(
                seeingDatum(OFFICER, MAYORS_WORKER, DataCategory.BSN, 1).facts());
        Decision lawless = Guard.decide(
                reporting(OFFICER).with("signal.content.lawfullyHeld", false).facts());
        Decision untested = Guard.decide(
                reporting(OFFICER).with("signal.content.qualityTested", false).facts());
        Decision denial =
                Guard.decide(seeingKnelpunt(STRANGER).involving(POLICE).facts());
        List<Decision> different = List.of(permit, otherRules, obliging, lawless, untested, denial);
        for (Decision one : different) {
            assertEquals(1, different.stream().filter(one::equals).count(), one::toString);
            assertFalse(one.equals(null));
        }
        assertEquals(different.size(), Set.copyOf(different).size());
        assertEquals(permit, Guard.decide(seeingKnelpunt(OFFICER).facts()));
        assertEquals(
                denial, Guard.decide(seeingKnelpunt(STRANGER).involving(POLICE).facts()));
        assertEquals(
                denial.hashCode(),
                Guard.decide(seeingKnelpunt(STRANGER).involving(POLICE).facts()).hashCode());
        assertTrue(lawless.toString().contains("G07"));
    }

    @Test
    void anotherPolicyAndThePluginsRulesHaveAnotherVersion() {
        Policy second = Copy.with(Policy.DEFAULT, "version", 2L);
        assertEquals(Rules.VERSION + "/2", RuleSet.of(TODAY, second).version());
        assertEquals(
                Rules.VERSION + "/2/police 1.0",
                RuleSet.of(TODAY, second, List.of(), "police 1.0").version());
        assertEquals(second, RuleSet.of(TODAY, second).policy());
        assertEquals(TODAY, RuleSet.of(TODAY, second).day());
    }

    @Test
    void everyRuleIsInItInTheOrderOfEvaluation() {
        assertEquals(Rules.all(), RuleSet.of(TODAY, Policy.DEFAULT).rules());
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, false", "2026-06-01, true", "2026-06-30, true", "2026-07-01, false"})
    void aRuleHoldsFromItsFirstToItsLastDay(LocalDate day, boolean holds) {
        Rule rule = always(FIRST, LAST);
        assertEquals(holds, rule.holdsOn(day));
        RuleSet rules = RuleSet.of(day, Policy.DEFAULT, List.of(rule), "test");
        assertEquals(holds, rules.rules().contains(rule));
        assertEquals(
                holds ? List.of("test:1") : List.of(),
                Guard.decide(seeingKnelpunt(OFFICER).with("rules", rules).facts())
                        .rules());
    }

    @Test
    void withoutALastDayItGoesOn() {
        assertTrue(always(FIRST, null).holdsOn(LocalDate.of(2099, 1, 1)));
        assertFalse(always(FIRST, null).holdsOn(FIRST.minusDays(1)));
    }

    private static Rule always(LocalDate from, LocalDate to) {
        Text text = new Text("mag niet", "may not");
        return new Rule(
                "test:1",
                Rule.Kind.SECTOR,
                "x",
                from,
                to,
                text,
                text,
                List.of(new Rule.Check(Set.of(Act.SEE_KNELPUNT, Act.SHARE_DATUM), facts -> Fault.whole())));
    }

    @Test
    void aRuleKnowsAtWhichActsAndMomentsItLooks() {
        Rule rule = always(FIRST, LAST);
        assertEquals(EnumSet.of(Act.SEE_KNELPUNT, Act.SHARE_DATUM), rule.acts());
        assertEquals(EnumSet.of(Moment.ACCESS, Moment.SHARE), rule.moments());
        assertEquals(EnumSet.of(Moment.PROVIDE_RESULT), Rules.named("G33").moments());
    }

    @Test
    void theLawsOwnRulesHoldSinceItCameIntoForce() {
        for (Rule rule : Rules.all()) {
            assertFalse(rule.holdsOn(LocalDate.of(2025, 2, 28)), rule::id);
            assertTrue(rule.holdsOn(LocalDate.of(2025, 3, 1)), rule::id);
        }
    }

    // What a RIEC can switch off

    @ParameterizedTest
    @ValueSource(strings = {"G22", "G38"})
    void aPolicyRuleIsSwitchedOff(String id) {
        Policy without = Copy.with(Policy.DEFAULT, "switchedOff", Set.of(id));
        assertTrue(RuleSet.of(TODAY, without).rules().stream().noneMatch(r -> r.id().equals(id)));
        assertEquals(Rules.all().size() - 1, RuleSet.of(TODAY, without).rules().size());
    }

    @Test
    void aStatutoryRuleIsNotSwitchedOff() {
        for (Rule rule : Rules.all()) {
            if (rule.kind() == Rule.Kind.STATUTORY) {
                assertThrows(IllegalArgumentException.class, () -> policy("switchedOff", Set.of(rule.id())), rule::id);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "quorum, 0.0, true", "quorum, 0.99, true", "quorum, 1.0, false", "quorum, -0.1, false",
        "majority, 0.0, true", "majority, 0.99, true", "majority, 1.0, false", "majority, -0.1, false",
    })
    void partsLieBetweenNothingAndAll(String part, double value, boolean possible) {
        isPossible(possible, () -> policy(part, value));
    }

    @ParameterizedTest
    @CsvSource({
        "draftDays, 1, true", "draftDays, 365, true", "draftDays, 0, false", "draftDays, 366, false",
        "recognitions, 1, true", "recognitions, 11, true", "recognitions, 0, false", "recognitions, 12, false",
    })
    void numbersLieBetweenTheirEnds(String number, int value, boolean possible) {
        isPossible(possible, () -> policy(number, value));
    }

    private static void isPossible(boolean possible, Runnable make) {
        if (possible) {
            make.run();
        } else {
            assertThrows(IllegalArgumentException.class, make::run);
        }
    }

    private static Policy policy(String component, Object value) {
        Policy p = Policy.DEFAULT;
        return new Policy(
                p.version(),
                component.equals("quorum") ? (double) value : p.quorum(),
                component.equals("majority") ? (double) value : p.majority(),
                component.equals("draftDays") ? (int) value : p.draftDays(),
                component.equals("recognitions") ? (int) value : p.recognitions(),
                p.fiod(),
                p.automatedAnalysisDecree(),
                component.equals("switchedOff") ? strings(value) : p.switchedOff(),
                p.periods(),
                p.limits(),
                p.steering(),
                p.help());
    }

    @SuppressWarnings("unchecked")
    private static Set<String> strings(Object value) {
        return (Set<String>) value;
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKED, false, false",
        "TAX_ADMINISTRATION, false, true",
        "OTHER, true, false",
    })
    void theFiodIsReadAsThePolicySays(Policy.Fiod reading, boolean income, boolean fiscal) {
        Policy policy = Copy.with(Policy.DEFAULT, "fiod", reading);
        assertEquals(
                income,
                sharing(FIOD_WORKER, DataCategory.INCOME)
                        .under(policy)
                        .findings()
                        .isEmpty());
        assertEquals(
                fiscal,
                sharing(FIOD_WORKER, DataCategory.FISCAL, 2)
                        .withPhases(1, 2)
                        .under(policy)
                        .findings()
                        .isEmpty());
    }

    // Obligations

    @Test
    void aBsnIsShownMaskedAndAloneSo() {
        assertEquals(
                Set.of(Obligation.MASK_BSN), obligations(seeingDatum(OFFICER, MAYORS_WORKER, DataCategory.BSN, 1)));
        assertEquals(Set.of(), obligations(seeingDatum(OFFICER, MAYORS_WORKER, DataCategory.VEHICLE, 1)));
        assertEquals(Set.of(), obligations(revealing(OFFICER, DataCategory.BSN)), "revealed whole");
    }

    @Test
    void policeDataAreShownWithTheirSecrecy() {
        Scene ofPolice = seeingDatum(MAYORS_WORKER, OFFICER, DataCategory.VEHICLE, 1);
        assertEquals(Set.of(), obligations(ofPolice));
        Scene flagged = ofPolice.with("data.0.origins", Set.of(OriginFlag.POLICE));
        assertEquals(Set.of(Obligation.SHOW_SECRECY), obligations(flagged));
        assertEquals(
                Set.of(Obligation.SHOW_SECRECY, Obligation.MASK_BSN),
                obligations(flagged.with("data.0.category", DataCategory.BSN)));
    }

    @Test
    void aResultLeavesWithItsSecrecyAndAnAdviceWithWhatItRestsOn() {
        assertEquals(
                Set.of(Obligation.SHOW_SECRECY, Obligation.STATE_INFORMATION_BASE), obligations(providing(TO_FOOD)));
        assertEquals(
                Set.of(Obligation.SHOW_SECRECY),
                obligations(providing(TO_FOOD).with("papers.provision.content.kind", Provision.Kind.OTHER)));
    }

    @Test
    void aResultIsSeenWithWhatItLeftWith() {
        Scene seen = onProvision(Act.SEE_PROVISION, CASE_DIRECTOR);
        assertEquals(Set.of(), obligations(seen), "before it left");
        assertEquals(
                Set.of(Obligation.SHOW_SECRECY, Obligation.STATE_INFORMATION_BASE),
                obligations(seen.with("papers.provision", OVERDUE)));
        assertEquals(
                Set.of(Obligation.SHOW_SECRECY),
                obligations(seen.with("papers.provision", OVERDUE)
                        .with("papers.provision.content.kind", Provision.Kind.OTHER)));
    }

    @Test
    void aRefusalObligesToNothing() {
        assertEquals(
                Set.of(),
                obligations(
                        seeingDatum(OFFICER, MAYORS_WORKER, DataCategory.BSN, 1).withoutModuleOf(WIERINGERSLUIS)));
    }

    private static Set<Obligation> obligations(Scene scene) {
        return Guard.decide(scene.facts()).obligations();
    }

    @ParameterizedTest
    @EnumSource(Obligation.class)
    void anObligationIsSaidInBothLanguages(Obligation obligation) {
        assertFalse(obligation.label().nl().equals(obligation.label().en()));
    }

    // What tells nothing

    @Test
    void onlyAnAccessRefusalTellsNothing() {
        assertTrue(
                Guard.decide(seeingKnelpunt(STRANGER).involving(POLICE).facts()).disclosesNothing());
        assertFalse(Guard.decide(sharing(OFFICER, DataCategory.SPECIAL).facts()).disclosesNothing());
        assertFalse(Guard.decide(seeingKnelpunt(OFFICER).facts()).disclosesNothing());
    }

    @Test
    void whoMayNotKnowOfADossierIsKnown() {
        assertTrue(Guard.mayKnow(seeingKnelpunt(OFFICER).facts()));
        assertFalse(Guard.mayKnow(seeingKnelpunt(STRANGER).involving(POLICE).facts()));
        assertFalse(Guard.mayKnow(seeingKnelpunt(OFFICER).ofNothing().facts()));
        assertTrue(Guard.mayKnow(reporting(OFFICER).facts()));
        assertFalse(Guard.mayKnow(reporting(OFFICER).by(MAYORS_WORKER).facts()));
        assertTrue(Guard.mayKnow(
                onOwnDraft(Act.LAPSE_DRAFT, OFFICER).by(Actor.PLATFORM).facts()));
        assertTrue(Guard.mayKnow(listing(Act.LIST_SIGNALS, STRANGER).facts()));
        assertTrue(Guard.mayKnow(expiring().inState(KnelpuntState.CLOSED).facts()));
    }
}
