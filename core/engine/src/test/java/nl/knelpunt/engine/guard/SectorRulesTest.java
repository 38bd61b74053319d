package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.World.*;
import static nl.knelpunt.engine.guard.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.rule.Condition;
import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient.Interest;
import nl.knelpunt.engine.result.Recipient.Mode;
import nl.knelpunt.engine.result.Recipient.OtherRiec;
import nl.knelpunt.engine.result.Recipient.OtherVerband;
import nl.knelpunt.engine.result.Recipient.OwnParticipant;
import nl.knelpunt.engine.result.Recipient.ThirdParty;
import nl.knelpunt.engine.result.Recipient.Verband;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of a sector: when each predicate holds, at which acts and on whose data a rule speaks, and what it can't do. */
class SectorRulesTest {

    private static final Text MESSAGE = new Text("De sectorwet staat dit niet toe.", "Sector law forbids this.");

    static SectorRule rule(String id, Set<RuleMoment> moments, Condition refuseWhen) {
        return new SectorRule(
                id,
                new Text("regel", "rule"),
                "Wpg 9(3)",
                false,
                Rules.LAW_IN_FORCE,
                null,
                moments,
                MESSAGE,
                new Text("Laat het weg.", "Leave it out."),
                refuseWhen);
    }

    /** The scene under the rules of a plugin, too. */
    static Scene under(Scene scene, String kind, SectorRule... rules) {
        LocalDate today = scene.facts().today();
        return scene.with(
                "rules",
                RuleSet.of(
                        today,
                        scene.facts().policy(),
                        SectorRules.compile(kind, List.of(rules), today),
                        kind + " 1.0.0"));
    }

    // Scenes that look at a vehicle of which the police brought in the plate

    private static Scene shared() {
        return sharing(OFFICER, DataCategory.VEHICLE);
    }

    private static Scene inASignal() {
        return reporting(OFFICER);
    }

    private static Scene seenBy(Actor actor) {
        return seeingDatum(actor, OFFICER, DataCategory.VEHICLE, 1);
    }

    static Scene providedTo(nl.knelpunt.engine.result.Recipient recipient) {
        Provision provision = new Provision(
                id("provision"),
                KNELPUNT,
                1,
                NOW,
                new Provision.Content(
                        recipient,
                        Provision.Kind.OTHER,
                        "de stand van zaken",
                        null,
                        true,
                        "de analyse van 2 mei",
                        "Wgs 1.7(1)",
                        "nodig voor toezicht",
                        "toezicht",
                        List.of(id("datum"))),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        return new Scene(seenBy(CASE_DIRECTOR).facts().as(Act.PROVIDE).withPapers(Papers.NONE.with(provision, null)));
    }

    private static Scene reusedBy(Actor actor) {
        return new Scene(shared().by(actor)
                .facts()
                .as(Act.REUSE_DATUM)
                .asking(new Asked.Reusing(knelpunt(KnelpuntState.DESIGNATED), KNOWN, "nodig")));
    }

    private static Scene firstProcessed(String moment) {
        return shared().with("data.0.firstProcessed", inTheNetherlands(moment));
    }

    // When a predicate holds

    /** A predicate with scenes in which it holds and in which it doesn't, what it asks for being missing in the last. */
    private record Row(Condition condition, List<Scene> holds, List<Scene> doesNot, List<Scene> missing) {}

    private static final List<Row> TABLE = List.of(
            new Row(
                    new Condition.CategoryIn(EnumSet.of(DataCategory.VEHICLE, DataCategory.INCOME)),
                    List.of(shared(), sharing(OFFICER, DataCategory.INCOME)),
                    List.of(sharing(OFFICER, DataCategory.HOUSING)),
                    List.of(shared().without("data.0.category"))),
            new Row(
                    new Condition.FieldIn(Set.of("veld", "kenteken")),
                    List.of(shared(), shared().with("data.0.field", "KenTeken")),
                    List.of(shared().with("data.0.field", "kenteken-2")),
                    List.of(shared().without("data.0.field"))),
            new Row(
                    new Condition.PhaseIn(Set.of(0, 2)),
                    List.of(inASignal(), sharing(OFFICER, DataCategory.POLICE_8_13, 2)),
                    List.of(shared(), sharing(OFFICER, DataCategory.POLICE_9_10, 3)),
                    List.of()),
            new Row(
                    new Condition.OrganIn(EnumSet.of(
                            nl.knelpunt.api.vocabulary.Organ.POLITIE, nl.knelpunt.api.vocabulary.Organ.KMAR)),
                    List.of(shared(), sharing(MARSHAL, DataCategory.VEHICLE)),
                    List.of(sharing(MAYORS_WORKER, DataCategory.VEHICLE)),
                    List.of(shared().without("data.0.source.organ"))),
            new Row(
                    new Condition.TaskIn(Set.of("politiewet-3", "wet-brp")),
                    List.of(shared(), shared().with("data.0.source.task", "wet-brp")),
                    List.of(shared().with("data.0.source.task", "woningwet")),
                    List.of(shared().without("data.0.source.task"))),
            new Row(
                    new Condition.OriginIn(EnumSet.of(OriginFlag.CRIMINAL, OriginFlag.BIBOB)),
                    List.of(
                            shared().with("data.0.origins", Set.of(OriginFlag.CRIMINAL)),
                            shared().with("data.0.origins", Set.of(OriginFlag.POLICE, OriginFlag.BIBOB))),
                    List.of(shared().with("data.0.origins", Set.of(OriginFlag.POLICE, OriginFlag.TAX))),
                    List.of(shared().with("data.0.origins", Set.of()))),
            new Row(
                    new Condition.ManifestationIn(EnumSet.of(Manifestation.DRUGS)),
                    List.of(shared(), inASignal(), seenBy(ANALYST)),
                    List.of(
                            shared().with("knelpunt.proposal.manifestations", Set.of(Manifestation.REAL_ESTATE)),
                            inASignal().with("signal.content.manifestation", Manifestation.MONEY_LAUNDERING)),
                    List.of(
                            shared().without("knelpunt.proposal.manifestations"),
                            inASignal().without("signal.content.manifestation"),
                            inASignal().without("signal.content"),
                            shared().ofNothing())),
            new Row(
                    new Condition.ActivityIn(EnumSet.of(Activity.SCAN, Activity.CASE_CONSULTATION)),
                    List.of(shared().with("knelpunt.proposal.activity", Activity.SCAN)),
                    List.of(shared()),
                    List.of(inASignal(), shared().without("knelpunt.proposal"))),
            new Row(
                    new Condition.ObjectTypeIn(EnumSet.of(ObjectType.AREA)),
                    List.of(shared()),
                    List.of(shared().with("knelpunt.proposal.objectType", ObjectType.PERSONS)),
                    List.of(shared().without("knelpunt.proposal.objectType"), inASignal())),
            recipients(
                    Recipient.SUPPLIER,
                    seenBy(OFFICER),
                    reusedBy(OFFICER),
                    providedTo(new OwnParticipant(POLICE.id()))),
            recipients(
                    Recipient.PARTICIPANT,
                    seenBy(MAYORS_WORKER),
                    seeingSignal(MAYORS_WORKER, SignalState.ASKED).withData(signalDatum(OFFICER, DataCategory.VEHICLE)),
                    providedTo(new OwnParticipant(TAX.id()))),
            recipients(
                    Recipient.BUREAU,
                    seenBy(CASE_DIRECTOR),
                    seenBy(ANALYST),
                    reusedBy(CASE_DIRECTOR),
                    seenBy(person("jo", POLICE, Organ.POLITIE, Role.WORKER, Role.ANALYST))),
            recipients(Recipient.THIRD_PARTY, providedTo(new ThirdParty("Kadaster", false, Interest.PUBLIC_TASK))),
            recipients(
                    Recipient.PRIVATE_PARTY, providedTo(new ThirdParty("De Bank", true, Interest.LEGITIMATE_INTEREST))),
            recipients(Recipient.OTHER_RIEC, providedTo(new OtherRiec("RIEC Rotterdam"))),
            recipients(
                    Recipient.OTHER_VERBAND,
                    providedTo(new OtherVerband("ZVH Kennemerland", Verband.ZVH, Mode.HIT_NO_HIT))),
            new Row(
                    new Condition.RecipientOrganIn(
                            EnumSet.of(nl.knelpunt.api.vocabulary.Organ.COLLEGE, nl.knelpunt.api.vocabulary.Organ.UWV)),
                    List.of(
                            seenBy(COLLEGES_WORKER),
                            seenBy(NEIGHBOURS_WORKER),
                            reusedBy(worker(Organ.UWV)),
                            providedTo(new OwnParticipant(WIERINGERSLUIS.id()))),
                    List.of(
                            seenBy(MAYORS_WORKER),
                            seenBy(OFFICER),
                            providedTo(new OwnParticipant(POLICE.id())).by(COLLEGES_WORKER)),
                    List.of(
                            seenBy(CASE_DIRECTOR),
                            seenBy(person("jo", WIERINGERSLUIS, Organ.COLLEGE, Role.WORKER, Role.ANALYST)),
                            seenBy(Actor.PLATFORM),
                            providedTo(new OwnParticipant("elders")),
                            providedTo(new OtherRiec("RIEC Rotterdam")),
                            providedTo(new OtherRiec("RIEC Rotterdam")).with("papers", Papers.NONE))),
            new Row(
                    new Condition.ActorOrganIn(EnumSet.of(nl.knelpunt.api.vocabulary.Organ.POLITIE)),
                    List.of(shared(), inASignal(), seenBy(OFFICER)),
                    List.of(seenBy(MAYORS_WORKER), shared().by(MARSHAL)),
                    List.of(
                            seenBy(ANALYST),
                            seenBy(connection(POLICE)),
                            seenBy(Actor.UNKNOWN),
                            seenBy(person("jo", POLICE, Organ.POLITIE, Role.WORKER, Role.ANALYST)))),
            // Today is 11 May 2026: the day itself is still in time, until midnight in the Netherlands
            new Row(
                    new Condition.OlderThanMonths(6),
                    List.of(firstProcessed("2025-11-10T23:59:59"), firstProcessed("2021-01-01T00:00")),
                    List.of(shared(), firstProcessed("2025-11-11T00:00"), firstProcessed("2027-01-01T00:00")),
                    List.of(shared().without("data.0.firstProcessed"))),
            new Row(
                    new Condition.BasisMissing(),
                    List.of(shared().without("data.0.source.basis"), shared().with("data.0.source.basis", " ")),
                    List.of(shared()),
                    List.of()),
            new Row(
                    new Condition.BasisMentions(Set.of("bevoegd functionaris", "2.23(1)")),
                    List.of(
                            shared(),
                            shared().with("data.0.source.basis", "Instemming van de BEVOEGD FUNCTIONARIS, 3 mei")),
                    List.of(
                            shared().with("data.0.source.basis", "Wgs 2.23(4)"),
                            shared().with("data.0.source.basis", "functionaris")),
                    List.of(shared().without("data.0.source.basis"), shared().with("data.0.source.basis", ""))),
            new Row(
                    new Condition.PoliceClassIn(EnumSet.of(WpgClass.ARTICLE_9, WpgClass.ARTICLE_10_1_A)),
                    List.of(
                            sharing(OFFICER, DataCategory.POLICE_9_10, 3),
                            shared().with("data.0.source.police.wpgClass", WpgClass.ARTICLE_10_1_A)),
                    List.of(shared()),
                    List.of(
                            shared().without("data.0.source.police"),
                            shared().without("data.0.source.police.wpgClass"))),
            new Row(
                    new Condition.SubjectKindIn(EnumSet.of(SubjectKind.LEGAL_PERSON, SubjectKind.OBJECT)),
                    List.of(
                            shared().about(KNOWN_COMPANY),
                            shared().about(KNOWN_SHED),
                            shared().aboutNew(newSubject(SubjectKind.OBJECT, null, null))),
                    List.of(shared(), shared().aboutNew(newSubject(SubjectKind.PERSON, null, null))),
                    List.of(shared().without("data.0.subject"), shared().with("data.0.subject", UUID.randomUUID()))),
            new Row(
                    new Condition.SubjectInCircle(),
                    List.of(
                            shared().about(KNOWN_CIRCLE),
                            shared().aboutNew(newSubject(SubjectKind.PERSON, KNOWN.id(), "zijn zuster"))),
                    List.of(shared(), shared().about(KNOWN_SHED)),
                    List.of(shared().without("data.0.subject"), shared().with("data.0.subject", UUID.randomUUID()))),
            new Row(
                    new Condition.All(List.of(
                            new Condition.CategoryIn(EnumSet.of(DataCategory.VEHICLE)),
                            new Condition.PhaseIn(Set.of(1)))),
                    List.of(shared()),
                    List.of(sharing(OFFICER, DataCategory.VEHICLE, 2), sharing(OFFICER, DataCategory.HOUSING)),
                    List.of()),
            new Row(
                    new Condition.Any(List.of(
                            new Condition.CategoryIn(EnumSet.of(DataCategory.VEHICLE)),
                            new Condition.PhaseIn(Set.of(1)))),
                    List.of(sharing(OFFICER, DataCategory.VEHICLE, 2), sharing(OFFICER, DataCategory.HOUSING)),
                    List.of(sharing(OFFICER, DataCategory.HOUSING, 2)),
                    List.of()),
            new Row(
                    new Condition.Not(new Condition.CategoryIn(EnumSet.of(DataCategory.VEHICLE))),
                    List.of(sharing(OFFICER, DataCategory.HOUSING), shared().without("data.0.category")),
                    List.of(shared()),
                    List.of()));

    /** Holds in these, and in none of the others' scenes; nobody is known to receive it where nobody does. */
    private static Row recipients(Recipient recipient, Scene... holds) {
        return new Row(
                new Condition.RecipientIn(EnumSet.of(recipient)),
                List.of(holds),
                Stream.of(
                                Stream.of(seenBy(OFFICER)).filter(s -> recipient != Recipient.SUPPLIER),
                                Stream.of(seenBy(TAX_INSPECTOR)).filter(s -> recipient != Recipient.PARTICIPANT),
                                Stream.of(seenBy(ANALYST)).filter(s -> recipient != Recipient.BUREAU),
                                Stream.of(providedTo(new ThirdParty("CBS", false, Interest.PUBLIC_TASK)))
                                        .filter(s -> recipient != Recipient.THIRD_PARTY),
                                Stream.of(providedTo(new ThirdParty("Bank", true, Interest.LEGAL_DUTY)))
                                        .filter(s -> recipient != Recipient.PRIVATE_PARTY),
                                Stream.of(providedTo(new OtherRiec("RIEC Limburg")))
                                        .filter(s -> recipient != Recipient.OTHER_RIEC))
                        .flatMap(s -> s)
                        .toList(),
                List.of(seenBy(Actor.PLATFORM), seenBy(Actor.UNKNOWN), providedTo(null)));
    }

    @TestFactory
    Stream<DynamicTest> aPredicateHoldsWhereItSaysSoAndNotWhereItsValueIsMissing() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : TABLE) {
            row.holds.forEach(s -> tests.add(holds(row.condition, s, true, "holds")));
            row.doesNot.forEach(s -> tests.add(holds(row.condition, s, false, "does not hold")));
            row.missing.forEach(s -> tests.add(holds(row.condition, s, false, "is missing")));
        }
        return tests.stream();
    }

    private static DynamicTest holds(Condition condition, Scene scene, boolean expected, String how) {
        return dynamicTest(condition.words().en() + " " + how, () -> {
            Facts facts = scene.facts();
            Conditions.Holds compiled = Conditions.compile(condition, facts.today());
            Conditions.Holds opposite = Conditions.compile(new Condition.Not(condition), facts.today());
            assertEquals(expected, compiled.of(facts.data().get(0), facts));
            assertEquals(!expected, opposite.of(facts.data().get(0), facts));
        });
    }

    @Test
    void everyPredicateThatThereIsStandsInTheTable() {
        Set<Class<?>> tried = new HashSet<>();
        TABLE.forEach(r -> tried.add(r.condition.getClass()));
        assertEquals(Set.of(Condition.class.getPermittedSubclasses()), tried);
    }

    @ParameterizedTest(name = "on {0}, first processed on {2}, older than {1} months: {3}")
    @CsvSource({
        "2026-05-11, 6, 2025-11-11, false",
        "2026-05-11, 6, 2025-11-10, true",
        "2026-02-28, 1, 2026-01-28, false",
        "2026-02-28, 1, 2026-01-27, true",
        "2026-02-28, 1, 2026-01-31, false",
        "2026-03-01, 1, 2026-01-31, true",
        "2026-03-01, 1, 2026-02-01, false",
        "2026-03-31, 1, 2026-02-28, true",
        "2026-03-31, 1, 2026-03-01, false",
        "2028-02-29, 12, 2027-02-28, true",
        "2028-02-28, 12, 2027-02-28, false",
        "2029-03-01, 12, 2028-02-29, true",
        "2029-02-28, 12, 2028-02-29, false"
    })
    void monthsAreCountedAsTheLawCountsThem(LocalDate today, int months, LocalDate first, boolean older) {
        Facts facts = firstProcessed(first + "T12:00").on(today).facts();
        assertEquals(
                older,
                Conditions.compile(new Condition.OlderThanMonths(months), today)
                        .of(facts.data().get(0), facts));
        assertEquals(older, first.plusMonths(months).isBefore(today), "the rule of the term itself");
    }

    // At which acts, on whose data

    private static final SectorRule ON_VEHICLES =
            rule("P1", EnumSet.allOf(RuleMoment.class), new Condition.CategoryIn(EnumSet.of(DataCategory.VEHICLE)));

    @Test
    void aRuleSpeaksAtTheActsOfItsMomentsAndAtNoOther() {
        for (RuleMoment moment : RuleMoment.values()) {
            SectorRule rule = rule("P1", EnumSet.of(moment), ON_VEHICLES.refuseWhen());
            Rule compiled = SectorRules.compile("police", List.of(rule), TODAY).get(0);
            assertEquals(SectorRules.acts(moment), compiled.acts());
        }
        assertEquals(
                List.of("police:P1 datum"),
                under(shared(), "police", ON_VEHICLES).findings());
        assertEquals(
                List.of(),
                under(shared(), "police", rule("P1", EnumSet.of(RuleMoment.LOOK), ON_VEHICLES.refuseWhen()))
                        .findings());
    }

    @Test
    void everyActThatUsesDataBelongsToAMoment() {
        Set<Act> spoken = EnumSet.noneOf(Act.class);
        Arrays.stream(RuleMoment.values()).forEach(m -> assertTrue(spoken.addAll(SectorRules.acts(m))));
        Set<Act> termed = EnumSet.copyOf(Rules.named("G39").acts());
        termed.remove(Act.HOLD_DATUM);
        termed.remove(Act.KEEP_LISTED);
        // A supplier's own data are kept from others by its rules, not from itself.
        termed.remove(Act.SEE_OWN_DATA);
        assertEquals(termed, spoken, "what is past its term is used for nothing: the same acts");
    }

    @Test
    void aRuleIsAboutDataOfItsOwnKindOfParticipantOnly() {
        Scene mayors = sharing(MAYORS_WORKER, DataCategory.VEHICLE);
        assertEquals(List.of(), under(mayors, "police", ON_VEHICLES).findings());
        assertEquals(
                List.of("municipality:P1 datum"),
                under(mayors, "municipality", ON_VEHICLES).findings());
        Scene both = seeingData(CASE_DIRECTOR)
                .withData(
                        sharedDatum(MAYORS_WORKER, DataCategory.VEHICLE, 1),
                        sharedDatum(OFFICER, DataCategory.VEHICLE, 1));
        assertEquals(
                List.of("police:P1 datum"), under(both, "police", ON_VEHICLES).findings());
        Scene unknown = seenBy(MAYORS_WORKER).with("data.0.source.supplier", "elders");
        assertFalse(under(unknown, "police", ON_VEHICLES).rules().contains("police:P1"));
    }

    @Test
    void itsRefusalNamesTheKindTheRuleTheArticleAndTheRemedy() {
        Finding finding = Guard.decide(under(shared(), "police", ON_VEHICLES).facts())
                .refusals()
                .get(0);
        assertEquals("police:P1", finding.rule());
        assertEquals("Wpg 9(3)", finding.article());
        assertEquals(MESSAGE, finding.message());
        assertEquals("Leave it out.", finding.remedy().en());
    }

    @Test
    void itHoldsFromItsFirstDayToItsLast() {
        SectorRule passing = new SectorRule(
                "P1",
                MESSAGE,
                "Wpg 9(3)",
                false,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 31),
                EnumSet.of(RuleMoment.SUPPLY),
                MESSAGE,
                MESSAGE,
                ON_VEHICLES.refuseWhen());
        for (LocalDate day : List.of(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 6, 1))) {
            assertEquals(List.of(), under(shared().on(day), "police", passing).findings());
        }
        for (LocalDate day : List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31))) {
            assertEquals(
                    List.of("police:P1 datum"),
                    under(shared().on(day), "police", passing).findings());
        }
    }

    // What it can't do

    @Test
    void itSpeaksAfterTheLawsOwnRules() {
        Scene broken = shared().with("data.0.source.lawfullyHeld", false).with("data.0.source.police", null);
        assertEquals(
                List.of("G28 police.wpgClass", "G28 police.agreement", "G07 lawfullyHeld", "police:P1 datum"),
                under(broken, "police", ON_VEHICLES).findings());
    }

    @Test
    void whoeverMayNotKnowHearsNothingOfIt() {
        Scene stranger = seenBy(STRANGER).involving(POLICE);
        assertEquals(
                Guard.decide(stranger.facts()).refusals(),
                Guard.decide(under(stranger, "police", ON_VEHICLES).facts()).refusals());
    }

    @Test
    void dataThatAreFrozenCanStillBeDestroyedAndCorrected() {
        SectorRule everything = rule(
                "P1", EnumSet.allOf(RuleMoment.class), new Condition.Not(new Condition.FieldIn(Set.of("onbestaand"))));
        Scene frozen = under(seenBy(OFFICER).withoutModuleOf(POLICE), "police", everything);
        assertEquals(List.of("G51", "police:P1 datum"), frozen.findings());
        for (Act act : List.of(Act.DESTROY_DATUM, Act.CORRECT_DATUM, Act.BLOCK_DATUM)) {
            assertEquals(List.of(), frozen.with("act", act).findings(), act::name);
        }
        assertEquals(
                List.of(),
                frozen.with("act", Act.EXPIRE_DATUM)
                        .by(Actor.PLATFORM)
                        .with("data.0.destroyBy", TODAY.minusDays(1))
                        .findings());
    }

    // Words and versions

    @Test
    void theEngineKnowsEveryNameThatARuleCanUse() {
        assertEquals(names(nl.knelpunt.api.vocabulary.Organ.class), names(Organ.class));
        assertEquals(names(OriginFlag.class), names(OriginFlag.class));
        assertEquals(names(Manifestation.class), names(Manifestation.class));
        assertEquals(names(WpgClass.class), names(WpgClass.class));
        assertEquals(names(Activity.class), names(Activity.class));
        assertEquals(names(ObjectType.class), names(ObjectType.class));
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    @Test
    void aVersionNamesThePluginsAndFitsALogRecord() {
        Policy policy = Policy.DEFAULT;
        RuleSet named = RuleSet.of(TODAY, policy, List.of(), "police 1.0.0@12345678");
        assertEquals(Rules.VERSION + "/1/police 1.0.0@12345678", named.version());
        assertEquals("police 1.0.0@12345678", named.sector());

        String many = "police 1.0.0@12345678,".repeat(11);
        RuleSet digested = RuleSet.of(TODAY, policy, List.of(), many);
        assertTrue(digested.version().matches("2026\\.\\d+/1/#[0-9a-f]{32}"), digested::version);
        assertTrue(digested.version().length() <= RuleSet.LONGEST_VERSION);
        assertEquals(many, digested.sector());
        assertEquals(
                digested.version(), RuleSet.of(TODAY, policy, List.of(), many).version());
        assertFalse(digested.version()
                .equals(RuleSet.of(TODAY, policy, List.of(), many.replace("1.0.0", "1.0.1"))
                        .version()));
    }

    @Test
    void theRulesOfTheDayAreListedWithThoseOfTheSector() {
        RuleSet rules = under(shared(), "police", ON_VEHICLES).facts().rules();
        Rule last = rules.rules().get(rules.rules().size() - 1);
        assertEquals("police:P1", last.id());
        assertEquals(Rule.Kind.SECTOR, last.kind());
        assertTrue(last.moments().contains(Moment.SHARE));
    }
}
