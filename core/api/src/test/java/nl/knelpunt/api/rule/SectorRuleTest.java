package nl.knelpunt.api.rule;

import static nl.knelpunt.api.vocabulary.DataCategory.FISCAL;
import static nl.knelpunt.api.vocabulary.DataCategory.INCOME;
import static nl.knelpunt.api.vocabulary.DataCategory.VEHICLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.rule.Condition.All;
import nl.knelpunt.api.rule.Condition.Any;
import nl.knelpunt.api.rule.Condition.BasisMentions;
import nl.knelpunt.api.rule.Condition.BasisMissing;
import nl.knelpunt.api.rule.Condition.CategoryIn;
import nl.knelpunt.api.rule.Condition.FieldIn;
import nl.knelpunt.api.rule.Condition.Not;
import nl.knelpunt.api.rule.Condition.OlderThanMonths;
import nl.knelpunt.api.rule.Condition.PhaseIn;
import nl.knelpunt.api.rule.Condition.RecipientIn;
import nl.knelpunt.api.rule.Condition.TaskIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule can be: small, of the closed set, and the same as another when it says the same. */
class SectorRuleTest {

    private static final Text TEXT = new Text("tekst", "text");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Condition LEAF = new BasisMissing();

    private static SectorRule rule(
            String id, LocalDate validTo, Set<RuleMoment> moments, Text message, Condition when) {
        return new SectorRule(id, TEXT, "Wpg 9(3)", false, DAY, validTo, moments, message, TEXT, when);
    }

    private static SectorRule rule(Condition when, RuleMoment... moments) {
        return rule("P1", null, Set.of(moments), TEXT, when);
    }

    private static Condition nested(int depth) {
        return depth == 1 ? LEAF : new Not(nested(depth - 1));
    }

    private static List<Condition> leaves(int number) {
        return Collections.nCopies(number, LEAF);
    }

    @Test
    void rulesThatSayTheSameAreEqual() {
        SectorRule one = rule(
                new All(List.of(new CategoryIn(new LinkedHashSet<>(List.of(FISCAL, INCOME))), new OlderThanMonths(6))),
                RuleMoment.LOOK,
                RuleMoment.REUSE);
        SectorRule same = rule(
                new All(List.of(new CategoryIn(new LinkedHashSet<>(List.of(INCOME, FISCAL))), new OlderThanMonths(6))),
                RuleMoment.REUSE,
                RuleMoment.LOOK);
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertEquals(one.words(), same.words());
        assertNotEquals(
                one,
                rule(
                        new All(List.of(new CategoryIn(Set.of(FISCAL, INCOME)), new OlderThanMonths(7))),
                        RuleMoment.LOOK,
                        RuleMoment.REUSE));
    }

    @Test
    void aRuleReadsAsASentence() {
        SectorRule rule = rule(
                new All(List.of(
                        new CategoryIn(Set.of(FISCAL, INCOME, VEHICLE)),
                        new Any(List.of(new PhaseIn(Set.of(0, 2)), new OlderThanMonths(1))),
                        new Not(new RecipientIn(Set.of(Recipient.SUPPLIER))))),
                RuleMoment.LOOK,
                RuleMoment.PROVIDE);
        assertEquals(
                "Geweigerd bij het inzien of bij het verstrekken van een resultaat, als dit geldt: (de categorie is"
                        + " voertuiggegevens, inkomensgegevens of fiscale gegevens) en ((de fase is signaal of 2) of (het is"
                        + " meer dan 1 maand geleden voor het eerst verwerkt)) en niet (de ontvanger is de deelnemer die"
                        + " het gegeven heeft ingebracht).",
                rule.words().nl());
        assertEquals(
                "Refused when it is looked at or when a result is provided, if this holds: (the category is vehicle data,"
                        + " income data or fiscal data) and ((the phase is signal or 2) or (it was first processed more"
                        + " than 1 month ago)) and not (the recipient is the participant that brought it in).",
                rule.words().en());
    }

    @Test
    void valuesCanNotBeChangedAfterwards() {
        Set<String> tasks = new HashSet<>(Set.of("wet-brp"));
        TaskIn task = new TaskIn(tasks);
        tasks.add("woningwet");
        assertEquals(Set.of("wet-brp"), task.values());
        assertThrows(UnsupportedOperationException.class, () -> task.values().add("woningwet"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> new CategoryIn(Set.of(FISCAL)).values().clear());
    }

    @Test
    void aConditionIsNestedAtMostEightDeep() {
        assertEquals(8, nested(8).depth());
        assertThrows(IllegalArgumentException.class, () -> nested(9));
        assertThrows(IllegalArgumentException.class, () -> new Any(List.of(LEAF, nested(8))));
    }

    @Test
    void aConditionHoldsAtMostSixtyFour() {
        assertEquals(64, new All(leaves(63)).size());
        assertThrows(IllegalArgumentException.class, () -> new All(leaves(64)));
        assertThrows(IllegalArgumentException.class, () -> new Any(List.of(new All(leaves(40)), new All(leaves(40)))));
    }

    @Test
    void aWordOfABasisCountsAsAConditionSinceItCostsAsMuch() {
        Set<String> words = IntStream.range(0, 63).mapToObj(i -> "woord " + i).collect(Collectors.toSet());
        assertEquals(63, new BasisMentions(words).size());
        assertEquals(64, new All(List.of(new BasisMentions(words))).size());
        assertThrows(IllegalArgumentException.class, () -> new All(List.of(new BasisMentions(words), LEAF)));
    }

    static Stream<Runnable> senseless() {
        return Stream.of(
                () -> new All(List.of()),
                () -> new Any(List.of()),
                () -> new CategoryIn(Set.of()),
                () -> new FieldIn(Set.of()),
                () -> new FieldIn(Set.of("x".repeat(101))),
                () -> new TaskIn(Set.of("Wet BRP")),
                () -> new FieldIn(Set.of("")),
                () -> new TaskIn(Set.of("x".repeat(65))),
                () -> new PhaseIn(Set.of()),
                () -> new PhaseIn(Set.of(4)),
                () -> new PhaseIn(Set.of(-1)),
                () -> new OlderThanMonths(0),
                () -> new OlderThanMonths(61),
                () -> new BasisMentions(Set.of()),
                () -> new BasisMentions(Set.of(" ")),
                () -> new BasisMentions(Set.of("x".repeat(101))),
                () -> rule(LEAF),
                () -> rule(new RecipientIn(Set.of(Recipient.BUREAU)), RuleMoment.SUPPLY),
                () -> rule(new Not(new RecipientIn(Set.of(Recipient.BUREAU))), RuleMoment.SUPPLY, RuleMoment.LOOK),
                () -> rule("P1", DAY.minusDays(1), Set.of(RuleMoment.LOOK), TEXT, LEAF),
                () -> rule("P1", null, Set.of(RuleMoment.LOOK), new Text("{x}", "x"), LEAF),
                () -> rule("P1", null, Set.of(RuleMoment.LOOK), new Text("x", "x".repeat(1_001)), LEAF));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void whatHasNoSenseCanNotBeMade(Runnable made) {
        assertThrows(IllegalArgumentException.class, made::run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p1", "1P", "P 1", "police:P1", "P1234567890123456"})
    void anIdIsShortAndPlain(String id) {
        assertThrows(IllegalArgumentException.class, () -> rule(id, null, Set.of(RuleMoment.LOOK), TEXT, LEAF));
    }

    @Test
    void whatIsMissingCanNotBeMade() {
        assertThrows(NullPointerException.class, () -> new CategoryIn(null));
        assertThrows(NullPointerException.class, () -> new Not(null));
        assertThrows(NullPointerException.class, () -> new All(Collections.singletonList(null)));
        assertThrows(NullPointerException.class, () -> new CategoryIn(Collections.singleton(null)));
        assertThrows(NullPointerException.class, () -> new FieldIn(Collections.singleton(null)));
        assertThrows(NullPointerException.class, () -> rule(null, RuleMoment.LOOK));
        assertThrows(NullPointerException.class, () -> rule("P1", null, Set.of(RuleMoment.LOOK), null, LEAF));
    }

    @Test
    void theSetOfPredicatesIsClosedAndEachCanBeRead() {
        assertTrue(Condition.class.isSealed());
        for (Class<?> predicate : Condition.class.getPermittedSubclasses()) {
            assertTrue(predicate.isRecord(), predicate::getName);
        }
    }
}
