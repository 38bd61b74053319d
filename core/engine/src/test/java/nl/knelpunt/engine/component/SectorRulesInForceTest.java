package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.plateOf;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.rule.Condition;
import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.guard.Rules;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.plugin.Plugin;
import org.junit.jupiter.api.Test;

/** The rules of the plugins that are there now, from one act to the next. */
class SectorRulesInForceTest {

    private static final Text TEXT = new Text("Dit kan niet van artikel 9 Wpg.", "Article 9 Wpg forbids this.");

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final UUID suspect = house.store.subjectsOf(knelpunt).get(0).id();

    private static Plugin police(long generation, String version, RuleMoment moment, Condition... also) {
        Condition vehicle = new Condition.CategoryIn(EnumSet.of(DataCategory.VEHICLE));
        SectorRule rule = new SectorRule(
                "P1",
                TEXT,
                "Wpg 9(4)",
                false,
                LocalDate.of(2026, 1, 1),
                null,
                EnumSet.of(moment),
                TEXT,
                TEXT,
                also.length == 0 ? vehicle : new Condition.All(List.of(vehicle, also[0])));
        return House.plugin(House.POLICE, generation, version, List.of(), List.of(rule));
    }

    private LogRecord last() {
        return house.store.log().get(house.store.log().size() - 1);
    }

    private List<ShownDatum> seenByTheMayor() {
        return house.knelpunten
                .data(by(house.mayorsWorker), knelpunt, null, 100)
                .items();
    }

    @Test
    void theActAfterASwapIsUnderTheNewRulesAndTheActAfterItsReturnIsNot() {
        house.knelpunten.share(by(house.officer), knelpunt, plateOf(suspect, "11-AA-11"));
        assertEquals(Rules.VERSION + "/1", last().ruleSet());

        Plugin stricter = police(2, "0.2.0", RuleMoment.SUPPLY);
        house.router.bind(stricter);
        house.router.unbind(house.policePlugin);
        assertEquals(
                List.of("police:P1"),
                refused(() -> house.knelpunten.share(by(house.officer), knelpunt, plateOf(suspect, "22-BB-22"))));
        assertEquals(LogRecord.Result.REFUSED, last().result());
        assertEquals(List.of("police:P1"), last().rules());
        assertEquals(Rules.VERSION + "/1/police 0.2.0@00000000", last().ruleSet());

        house.router.bind(house.policePlugin);
        house.router.unbind(stricter);
        house.knelpunten.share(by(house.officer), knelpunt, plateOf(suspect, "33-CC-33"));
        assertEquals(Rules.VERSION + "/1", last().ruleSet());
        assertEquals(List.of("99-XX-99", "11-AA-11", "33-CC-33"), house.valuesOf(knelpunt));
    }

    @Test
    void whatASectorDoesNotShowIsNotThereAndNotInTheLogAsShown() {
        assertEquals(1, seenByTheMayor().size());
        house.router.bind(police(
                2,
                "0.2.0",
                RuleMoment.LOOK,
                new Condition.Not(new Condition.RecipientIn(EnumSet.of(Recipient.SUPPLIER)))));

        assertEquals(List.of(), seenByTheMayor());
        assertEquals(List.of(), last().data());
        assertEquals(
                1,
                house.knelpunten
                        .data(by(house.officer), knelpunt, null, 100)
                        .items()
                        .size(),
                "its supplier still sees it");
    }

    @Test
    void withoutItsPluginADatumIsFrozenAndNoRuleOfItsSectorIsLeft() {
        Plugin stricter = police(2, "0.2.0", RuleMoment.LOOK);
        house.router.bind(stricter);
        house.router.unbind(house.policePlugin);
        assertEquals(List.of(), seenByTheMayor());

        house.router.unbind(stricter);
        ShownDatum frozen = seenByTheMayor().get(0);
        assertEquals("G51", frozen.frozen().rule());
        assertNull(frozen.datum().content());
        assertEquals(Rules.VERSION + "/1", last().ruleSet());
    }

    @Test
    void destructionReachesTheDataOfAnAbsentPlugin() {
        UUID removed = house.draft();
        UUID discarded = house.draft();
        UUID lapsing = house.draft();
        UUID withdrawn = house.reported();
        house.router.unbind(house.policePlugin);

        UUID datum = house.store.dataOf(removed).get(0).id();
        house.signals.removeDatum(by(house.officer), removed, datum);
        assertEquals(List.of(), house.store.dataOf(removed));
        house.signals.discard(by(house.officer), discarded);
        assertEquals(List.of(), house.store.dataOf(discarded));
        house.signals.withdraw(by(house.officer), withdrawn);
        assertEquals(List.of(), house.store.dataOf(withdrawn));
        house.passes(Duration.ofDays(Policy.DEFAULT.draftDays() + 1L));
        house.terms.end();
        assertEquals(List.of(), house.store.dataOf(lapsing));
    }

    @Test
    void theSetIsMadeAnewOnlyWhenSomethingChanged() {
        RulesInForce rules = new RulesInForce(house.router);
        LocalDate today = LocalDate.of(2026, 5, 11);
        house.router.bind(police(2, "0.2.0", RuleMoment.LOOK));
        RuleSet first = rules.on(today, Policy.DEFAULT);
        assertSame(first, rules.on(today, Policy.DEFAULT));
        assertFalse(first == rules.on(today.plus(Period.ofDays(1)), Policy.DEFAULT), "terms count from the day");
        house.router.bind(police(3, "0.2.1", RuleMoment.LOOK));
        assertTrue(rules.on(today, Policy.DEFAULT).version().contains("police 0.2.1@"));
        assertNotNull(first.sector());
    }
}
