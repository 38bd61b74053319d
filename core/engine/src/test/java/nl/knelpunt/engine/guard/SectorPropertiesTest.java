package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.World.*;
import static nl.knelpunt.engine.guard.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import nl.knelpunt.api.rule.Condition;
import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.Organ;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.result.Recipient.OtherRiec;
import nl.knelpunt.engine.result.Recipient.OwnParticipant;

/** A sector can only refuse: whatever its rules say, in whatever circumstances. */
class SectorPropertiesTest {

    private static final Set<String> ACCESS = Set.of("G41", "G42", "G24");
    private static final List<String> KINDS_WITH_RULES = List.of("police", "municipality", "tax");

    // Facts

    /** Those of the guard's own properties, and looking at and reusing data, with anything missing. */
    @Provide
    Arbitrary<Scene> scenes() {
        Arbitrary<Scene> ours = Arbitraries.of(
                        seeingDatum(OFFICER, OFFICER, DataCategory.POLICE_9_10, 3)
                                .withPhases(1, 2, 3),
                        seeingDatum(MAYORS_WORKER, OFFICER, DataCategory.VEHICLE, 1),
                        seeingDatum(CASE_DIRECTOR, MAYORS_WORKER, DataCategory.INCOME, 1),
                        seeingDatum(TAX_INSPECTOR, COLLEGES_WORKER, DataCategory.PERMITS, 1),
                        new Scene(seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1)
                                .facts()
                                .as(Act.REVEAL_BSN)
                                .asking(new Asked.Revealing("nodig"))),
                        new Scene(seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1)
                                .facts()
                                .as(Act.ANALYSE)
                                .asking(new Asked.Analysing(null))),
                        new Scene(sharing(OFFICER, DataCategory.VEHICLE)
                                .facts()
                                .as(Act.REUSE_DATUM)
                                .asking(new Asked.Reusing(null, KNOWN, "nodig"))),
                        SectorRulesTest.providedTo(new OwnParticipant(TAX.id())),
                        SectorRulesTest.providedTo(new OtherRiec("RIEC Limburg")))
                .flatMap(scene -> Arbitraries.of(
                                "category",
                                "field",
                                "source.organ",
                                "source.task",
                                "source.basis",
                                "source.police",
                                "firstProcessed",
                                "destroyBy",
                                "subject")
                        .set()
                        .ofMaxSize(3)
                        .map(gone -> without(scene, gone)));
        return Arbitraries.oneOf(new GuardPropertiesTest().scenes(), ours);
    }

    private static Scene without(Scene scene, Set<String> components) {
        Scene changed = scene;
        for (String component : components) {
            changed = changed.without("data.0." + component);
        }
        return changed;
    }

    // Rules

    private static <E extends Enum<E>> Arbitrary<Condition> in(Class<E> type, Function<Set<E>, Condition> predicate) {
        return Arbitraries.of(type).set().ofMinSize(1).ofMaxSize(4).map(predicate);
    }

    private static Arbitrary<Condition> words(Function<Set<String>, Condition> predicate, String... words) {
        return Arbitraries.of(words).set().ofMinSize(1).ofMaxSize(2).map(predicate);
    }

    private static Arbitrary<Condition> leaves() {
        return Arbitraries.oneOf(List.of(
                in(DataCategory.class, Condition.CategoryIn::new),
                in(Organ.class, Condition.OrganIn::new),
                in(OriginFlag.class, Condition.OriginIn::new),
                in(Manifestation.class, Condition.ManifestationIn::new),
                in(Activity.class, Condition.ActivityIn::new),
                in(ObjectType.class, Condition.ObjectTypeIn::new),
                in(Recipient.class, Condition.RecipientIn::new),
                in(Organ.class, Condition.RecipientOrganIn::new),
                in(Organ.class, Condition.ActorOrganIn::new),
                in(WpgClass.class, Condition.PoliceClassIn::new),
                in(SubjectKind.class, Condition.SubjectKindIn::new),
                words(Condition.FieldIn::new, "veld", "kenteken", "rol"),
                words(Condition.TaskIn::new, "politiewet-3", "gemeentewet", "wet-brp"),
                words(Condition.BasisMentions::new, "wgs", "2.23(1)", "bevoegd functionaris"),
                Arbitraries.integers().between(0, 3).set().ofMinSize(1).map(Condition.PhaseIn::new),
                Arbitraries.integers().between(1, 60).map(Condition.OlderThanMonths::new),
                Arbitraries.of(new Condition.BasisMissing(), new Condition.SubjectInCircle())));
    }

    private static Arbitrary<Condition> conditions(int depth) {
        if (depth == 1) {
            return leaves();
        }
        Arbitrary<Condition> within = conditions(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaves()),
                Tuple.of(1, within.map(Condition.Not::new)),
                Tuple.of(1, within.list().ofMinSize(1).ofMaxSize(2).map(Condition.All::new)),
                Tuple.of(1, within.list().ofMinSize(1).ofMaxSize(2).map(Condition.Any::new)));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return conditions(4);
    }

    @Provide
    Arbitrary<List<SectorRule>> rules() {
        return Combinators.combine(
                        conditions(),
                        Arbitraries.of(RuleMoment.class).set().ofMinSize(1),
                        Arbitraries.integers().between(-500, 10))
                .as((condition, moments, days) -> Copy.with(
                        SectorRulesTest.rule(
                                "P1",
                                condition.asksForTheRecipient() ? whereSomebodyReceives(moments) : moments,
                                condition),
                        "validFrom",
                        TODAY.plusDays(days)))
                .list()
                .ofMaxSize(5);
    }

    private static Set<RuleMoment> whereSomebodyReceives(Set<RuleMoment> moments) {
        Set<RuleMoment> some = EnumSet.copyOf(moments);
        some.remove(RuleMoment.SUPPLY);
        some.add(RuleMoment.LOOK);
        return some;
    }

    private static Scene under(Scene scene, List<SectorRule> rules) {
        LocalDate today = scene.facts().today();
        List<Rule> compiled = new ArrayList<>();
        KINDS_WITH_RULES.forEach(kind -> compiled.addAll(SectorRules.compile(kind, rules, today)));
        return scene.with("rules", RuleSet.of(today, scene.facts().policy(), compiled, "all of them"));
    }

    /** Of one datum may know only whoever could look at it: a rule of the sector at looking hides it. */
    private static boolean hides(Scene scene, List<SectorRule> rules) {
        Act act = scene.facts().act();
        return (act == Act.REVEAL_BSN || act == Act.REPORT_ERROR)
                && Guard.decide(under(scene.with("act", Act.SEE_DATA), rules).facts()).refusals().stream()
                        .anyMatch(SectorPropertiesTest::isOfASector);
    }

    private static boolean isOfASector(Finding finding) {
        return finding.rule().contains(":");
    }

    // Properties

    @Property(tries = 2_000)
    void rulesOfASectorOnlyAddReasonsToRefuse(@ForAll("scenes") Scene scene, @ForAll("rules") List<SectorRule> rules) {
        // The law's rules of the same day: some scenes were moved in time.
        Decision law = Guard.decide(under(scene, List.of()).facts());
        Decision both = Guard.decide(under(scene, rules).facts());

        boolean hidden = hides(scene, rules);
        if (hidden) {
            assertTrue(
                    both.disclosesNothing() && !both.isPermit(),
                    "what a sector does not show is as if it did not exist");
        } else {
            List<Finding> others =
                    both.refusals().stream().filter(f -> !isOfASector(f)).toList();
            assertEquals(law.refusals(), others, "what the law refuses stays refused, in the same words and order");
        }
        assertTrue(law.isPermit() || !both.isPermit());
        if (both.isPermit()) {
            assertEquals(law.obligations(), both.obligations());
        }
        boolean refusedAccess = law.rules().stream().anyMatch(ACCESS::contains);
        assertTrue(!refusedAccess || law.refusals().equals(both.refusals()), "word for word the same");
        boolean sectorSpeaks = both.refusals().stream().anyMatch(SectorPropertiesTest::isOfASector);
        assertFalse(refusedAccess && sectorSpeaks, "who may not know hears nothing of it");
        Statistics.collect(
                refusedAccess
                        ? "no access"
                        : sectorSpeaks ? "refused by a sector" : both.isPermit() ? "permitted" : "law");
        Statistics.coverage(coverage -> {
            coverage.check("refused by a sector").percentage(p -> p > 5);
            coverage.check("permitted").percentage(p -> p > 5);
            coverage.check("no access").percentage(p -> p > 5);
        });
    }

    @Property(tries = 1_000)
    void moreRulesPermitNoMore(
            @ForAll("scenes") Scene scene,
            @ForAll("rules") List<SectorRule> some,
            @ForAll("rules") List<SectorRule> more) {
        List<SectorRule> all = new ArrayList<>(some);
        all.addAll(more);
        Decision before = Guard.decide(under(scene, some).facts());
        Decision after = Guard.decide(under(scene, all).facts());
        assertTrue(before.isPermit() || !after.isPermit());
        assertTrue(after.disclosesNothing() || after.refusals().containsAll(before.refusals()));
    }

    @Property(tries = 5_000)
    void aConditionHasAnAnswerWhateverIsMissing(
            @ForAll("scenes") Scene scene, @ForAll("conditions") Condition condition) {
        Facts facts = scene.facts();
        Conditions.Holds holds = Conditions.compile(condition, facts.today());
        Conditions.Holds not = Conditions.compile(new Condition.Not(condition), facts.today());
        for (Facts judged : List.of(
                facts,
                scene.ofNothing().facts(),
                scene.with("region", null).facts(),
                scene.with("papers", Papers.NONE)
                        .with("asked", new Asked.Nothing())
                        .facts())) {
            for (Datum datum : judged.data()) {
                boolean answer = holds.of(datum, judged);
                assertEquals(answer, holds.of(datum, judged), "the same every time");
                assertEquals(!answer, not.of(datum, judged));
            }
        }
    }
}
