package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.Papers;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.guard.SectorRules;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.signal.PoliceBasis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Of every rule that the plugins of this repository bring: an act that it refuses, and the act beside it that it doesn't. */
class ShippedRulesTest {

    private static final Instant NOW = Instant.parse("2026-05-11T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 11);
    private static final Participant POLICE =
            new Participant("politie", "Politie", "police", Set.of(Organ.POLITIE), null);
    private static final Participant TOWN = new Participant(
            "wieringersluis", "Wieringersluis", "municipality", Set.of(Organ.BURGEMEESTER, Organ.COLLEGE), "GM9001");

    /** One of every kind, by its organ; mayor and college are one participant. */
    private static final Map<Organ, Participant> PARTICIPANTS = participants();

    private static final Participant CUSTOMS = PARTICIPANTS.get(Organ.DOUANE);
    private static final Participant TAX = PARTICIPANTS.get(Organ.BELASTINGDIENST);
    private static final Participant FIOD = PARTICIPANTS.get(Organ.FIOD);
    private static final Participant MARECHAUSSEE = PARTICIPANTS.get(Organ.KMAR);
    private static final Participant PROSECUTION = PARTICIPANTS.get(Organ.OM);

    private static final Region REGION = new Region(
            "noord-holland",
            "RIEC",
            Map.of("GM9001", "Wieringersluis"),
            PARTICIPANTS.values().stream().distinct().toList());
    private static final Set<String> KINDS =
            PARTICIPANTS.values().stream().map(Participant::kind).collect(Collectors.toSet());
    private static final UUID DOSSIER = UUID.randomUUID();
    private static final Subject SUSPECT =
            new Subject(UUID.randomUUID(), DOSSIER, SubjectKind.PERSON, null, null, UUID.randomUUID());

    private static final Recipient PRIVATE =
            new Recipient.ThirdParty("De Bank", true, Recipient.Interest.LEGITIMATE_INTEREST);
    private static final Recipient PUBLIC = new Recipient.ThirdParty("Kadaster", false, Recipient.Interest.PUBLIC_TASK);
    private static final Recipient OWN = new Recipient.OwnParticipant(POLICE.id());

    @TempDir
    static Path folder;

    /** A datum and what is done with it. */
    private record Case(Act act, Recipient recipient, Datum datum) {}

    private static Datum police(DataCategory category, WpgClass wpgClass, String basis, int monthsAgo) {
        return datum(
                POLICE, Organ.POLITIE, category, "politiewet-3", basis, new PoliceBasis(wpgClass, "OvJ"), monthsAgo);
    }

    private static Datum town(DataCategory category, String task, String basis) {
        return datum(TOWN, Organ.COLLEGE, category, task, basis, null, 0);
    }

    /** The participant of a kind that has one organ. */
    private static Participant one(Organ organ) {
        return new Participant(organ.kind(), organ.kind(), organ.kind(), Set.of(organ), null);
    }

    private static PoliceBasis as(WpgClass wpgClass) {
        return new PoliceBasis(wpgClass, "OvJ");
    }

    private static Datum of(Participant supplier, DataCategory category, String field, String basis) {
        return of(supplier, category, field, basis, null);
    }

    private static Datum of(
            Participant supplier, DataCategory category, String field, String basis, PoliceBasis police) {
        Organ organ = supplier.organs().iterator().next();
        String task = organ.tasks().stream().sorted().findFirst().orElseThrow();
        return datum(supplier, organ, category, field, task, basis, police, 0);
    }

    private static Datum datum(
            Participant supplier,
            Organ organ,
            DataCategory category,
            String task,
            String basis,
            PoliceBasis police,
            int monthsAgo) {
        return datum(supplier, organ, category, "veld", task, basis, police, monthsAgo);
    }

    private static Datum datum(
            Participant supplier,
            Organ organ,
            DataCategory category,
            String field,
            String task,
            String basis,
            PoliceBasis police,
            int monthsAgo) {
        Instant first = NOW.minus(31L * monthsAgo, ChronoUnit.DAYS);
        return new Datum(
                UUID.randomUUID(),
                DOSSIER,
                SUSPECT.id(),
                category,
                field,
                "waarde",
                new Source(
                        supplier.id(), organ, task, basis, true, police, null, null, "identificatie kan niet zonder"),
                1,
                Set.of(),
                first,
                TODAY.plusYears(4),
                Marks.NONE);
    }

    private static Map<Organ, Participant> participants() {
        Map<Organ, Participant> participants = new EnumMap<>(Organ.class);
        for (Organ organ : Organ.values()) {
            participants.put(organ, one(organ));
        }
        participants.put(Organ.POLITIE, POLICE);
        participants.put(Organ.BURGEMEESTER, TOWN);
        participants.put(Organ.COLLEGE, TOWN);
        return participants;
    }

    private static Datum of(Organ organ, DataCategory category, String task, String basis) {
        return datum(PARTICIPANTS.get(organ), organ, category, task, basis, null, 0);
    }

    /** Police data of an investigation service. */
    private static Datum investigated(Organ organ, String task, String basis) {
        PoliceBasis police = new PoliceBasis(WpgClass.ARTICLE_8, "OvJ");
        return datum(PARTICIPANTS.get(organ), organ, DAILY, task, basis, police, 0);
    }

    private static Datum flagged(Datum datum, OriginFlag flag) {
        return changed(datum, datum.field(), Set.of(flag));
    }

    private static Datum named(String field, Datum datum) {
        return changed(datum, field, datum.origins());
    }

    private static Datum changed(Datum datum, String field, Set<OriginFlag> origins) {
        return new Datum(
                datum.id(),
                datum.dossier(),
                datum.subject(),
                datum.category(),
                field,
                datum.content(),
                datum.source(),
                datum.phase(),
                origins,
                datum.firstProcessed(),
                datum.destroyBy(),
                datum.marks());
    }

    private static Case brought(Datum datum) {
        return new Case(Act.SHARE_DATUM, null, datum);
    }

    private static Case seen(Datum datum) {
        return new Case(Act.SEE_DATA, null, datum);
    }

    private static Case reused(Datum datum) {
        return new Case(Act.REUSE_DATUM, null, datum);
    }

    private static Case provided(Datum datum, Recipient recipient) {
        return new Case(Act.PROVIDE, recipient, datum);
    }

    private record Row(String rule, Case refused, Case not) {}

    private static final DataCategory INVESTIGATION = DataCategory.POLICE_9_10;
    private static final DataCategory DAILY = DataCategory.POLICE_8_13;
    private static final String CONSENT = "Wpg 20(3), instemming bevoegd functionaris van 4 mei";

    private static final String WGS = "Wgs 2.23(4)";

    private static final List<Row> TABLE = List.of(
            new Row(
                    "labour-inspectorate:L1",
                    provided(of(Organ.NLA, DataCategory.SUPERVISION, "arbeidsomstandigheden", "Wgs 2.23(4)"), PRIVATE),
                    provided(of(Organ.NLA, DataCategory.SUPERVISION, "arbeidsomstandigheden", "Wgs 2.23(4)"), PUBLIC)),
            new Row(
                    "labour-inspectorate:L2",
                    brought(of(Organ.NLA, DataCategory.COMPANY, "wet-bod-3", "Wgs 2.23(4)")),
                    brought(of(Organ.NLA, DataCategory.COMPANY, "vreemdelingenarbeid", "Wgs 2.23(4)"))),
            new Row(
                    "labour-inspectorate:L3",
                    brought(investigated(Organ.NLA, "wet-bod-3", "Wpg 20(3)")),
                    brought(investigated(Organ.NLA, "wet-bod-3", "Wpg 46, bekeken door onze jurist"))),
            new Row(
                    "food-safety:F1",
                    provided(of(Organ.NVWA, DataCategory.PERMITS, "toezicht", "Wgs 2.23(4)"), PRIVATE),
                    provided(of(Organ.NVWA, DataCategory.PERMITS, "toezicht", "Wgs 2.23(4)"), PUBLIC)),
            new Row(
                    "food-safety:F2",
                    brought(of(Organ.NVWA, DataCategory.COMPANY, "opsporing-boa", "Wgs 2.23(4)")),
                    brought(of(Organ.NVWA, DataCategory.COMPANY, "toezicht", "Wgs 2.23(4)"))),
            new Row(
                    "food-safety:F3",
                    brought(investigated(Organ.NVWA, "wet-bod-3", "Wpg 20(3)")),
                    brought(investigated(Organ.NVWA, "wet-bod-3", "artikel 46 Wpg, bekeken door onze jurist"))),
            new Row(
                    "immigration:I1",
                    provided(of(Organ.IND, DataCategory.RESIDENCE_STATUS, "vreemdelingenwet", "Vw 107(8)"), PRIVATE),
                    provided(of(Organ.IND, DataCategory.RESIDENCE_STATUS, "vreemdelingenwet", "Vw 107(8)"), PUBLIC)),
            new Row(
                    "immigration:I2",
                    brought(of(Organ.IND, DataCategory.RESIDENCE_STATUS, "vreemdelingenwet", "Vw 107(4)")),
                    brought(of(Organ.IND, DataCategory.RESIDENCE_STATUS, "vreemdelingenwet", "Vw 107(8): gewogen"))),
            new Row(
                    "immigration:I3",
                    brought(flagged(
                            of(Organ.IND, DataCategory.COMPANY, "vreemdelingenwet", "Vw 107"), OriginFlag.CRIMINAL)),
                    brought(flagged(
                            of(Organ.IND, DataCategory.COMPANY, "vreemdelingenwet", "Vw 107a"), OriginFlag.CRIMINAL))),
            new Row(
                    "immigration:I4",
                    reused(of(Organ.IND, DataCategory.RESIDENCE_STATUS, "vreemdelingenwet", "Vw 107(8)")),
                    reused(of(Organ.IND, DataCategory.COMPANY, "vreemdelingenwet", "Vw 107"))),
            new Row(
                    "province:V1",
                    provided(of(Organ.PROVINCIE, DataCategory.PERMITS, "omgevingsrecht", "Wgs 2.23(4)"), PRIVATE),
                    provided(of(Organ.PROVINCIE, DataCategory.PERMITS, "omgevingsrecht", "Wgs 2.23(4)"), PUBLIC)),
            new Row(
                    "province:V2",
                    reused(flagged(
                            of(Organ.PROVINCIE, DataCategory.PERMITS, "omgevingsrecht", "Wet Bibob 28"),
                            OriginFlag.BIBOB)),
                    reused(of(Organ.PROVINCIE, DataCategory.PERMITS, "omgevingsrecht", "Wgs 2.23(4)"))),
            new Row(
                    "uwv:U1",
                    provided(of(Organ.UWV, DataCategory.COMPANY, "wet-suwi-5", "SUWI 74(2)(a)"), PRIVATE),
                    provided(of(Organ.UWV, DataCategory.COMPANY, "wet-suwi-5", "SUWI 74(2)(a)"), PUBLIC)),
            new Row(
                    "uwv:U2",
                    brought(of(Organ.UWV, DataCategory.INCOME, "wet-suwi-5", null)),
                    brought(of(Organ.UWV, DataCategory.INCOME, "wet-suwi-5", "SUWI 74(2)(a), nagegaan"))),
            new Row(
                    "uwv:U3",
                    brought(named("soort-uitkering", of(Organ.UWV, DataCategory.INCOME, "wet-suwi-5", "SUWI 74"))),
                    brought(named("dienstverband", of(Organ.UWV, DataCategory.INCOME, "wet-suwi-5", "SUWI 74")))),
            new Row(
                    "uwv:U4",
                    provided(
                            of(Organ.UWV, DataCategory.INCOME, "wet-suwi-5", "SUWI 74"),
                            new Recipient.OtherRiec("RIEC Limburg")),
                    provided(of(Organ.UWV, DataCategory.INCOME, "wet-suwi-5", "SUWI 74"), OWN)),
            new Row(
                    "police:P1",
                    reused(police(INVESTIGATION, WpgClass.ARTICLE_9, "Wpg 20(3)", 1)),
                    reused(police(INVESTIGATION, WpgClass.ARTICLE_9, CONSENT, 1))),
            new Row(
                    "police:P1",
                    reused(police(INVESTIGATION, WpgClass.ARTICLE_10_1_C, "Wpg 20(3)", 1)),
                    reused(police(DAILY, WpgClass.ARTICLE_8, "Wpg 20(3)", 1))),
            new Row(
                    "police:P1",
                    reused(police(INVESTIGATION, WpgClass.ARTICLE_10_1_A, null, 1)),
                    seen(police(INVESTIGATION, WpgClass.ARTICLE_10_1_A, null, 1))),
            new Row(
                    "police:P2",
                    reused(police(INVESTIGATION, WpgClass.ARTICLE_9, CONSENT, 7)),
                    reused(police(INVESTIGATION, WpgClass.ARTICLE_9, CONSENT, 5))),
            new Row(
                    "police:P2",
                    provided(police(INVESTIGATION, WpgClass.ARTICLE_9, CONSENT, 7), OWN),
                    provided(police(DAILY, WpgClass.ARTICLE_8, CONSENT, 7), OWN)),
            new Row(
                    "police:P3",
                    brought(police(DataCategory.SEXUAL_BEHAVIOUR, WpgClass.ARTICLE_8, "Wpg 20(3)", 0)),
                    brought(police(
                            DataCategory.SEXUAL_BEHAVIOUR,
                            WpgClass.ARTICLE_8,
                            "Wpg 20(3); onvermijdelijk, want de uitbuiting blijkt nergens anders uit",
                            0))),
            new Row(
                    "police:P4",
                    brought(police(DataCategory.HOUSING, WpgClass.ARTICLE_8, "vreemdelingenwet 2000, artikel 50", 0)),
                    brought(police(DataCategory.HOUSING, WpgClass.ARTICLE_8, "Wpg 20(3)", 0))),
            new Row(
                    "police:P5",
                    brought(police(DAILY, WpgClass.ARTICLE_8, "Artikel 16 Wpg", 0)),
                    brought(police(DAILY, WpgClass.ARTICLE_8, "Artikel 20, derde lid, Wpg", 0))),
            new Row(
                    "municipality:M1",
                    brought(town(DataCategory.NATIONALITY, "wet-brp", "Wgs 2.23(4)")),
                    brought(town(DataCategory.NATIONALITY, "gemeentewet", "Wgs 2.23(4)"))),
            new Row(
                    "municipality:M1",
                    seen(town(DataCategory.NATIONALITY, "gemeentewet", "overgenomen uit de BRP")),
                    seen(town(DataCategory.IDENTIFICATION, "wet-brp", "overgenomen uit de BRP"))),
            new Row(
                    "municipality:M2",
                    reused(town(DataCategory.HOUSING, "wet-brp", "Wgs 2.23(4)")),
                    reused(town(DataCategory.HOUSING, "woningwet", "Wgs 2.23(4)"))),
            new Row(
                    "municipality:M3",
                    provided(town(DataCategory.INCOME, "participatiewet-7", "Wgs 2.23(4)"), PUBLIC),
                    provided(town(DataCategory.INCOME, "participatiewet-7", "Wgs 2.23(4)"), OWN)),
            new Row(
                    "municipality:M3",
                    provided(
                            town(DataCategory.INCOME, "participatiewet-7", "Wgs 2.23(4)"),
                            new Recipient.OtherRiec("RIEC Limburg")),
                    provided(town(DataCategory.INCOME, "gemeentewet", "Wgs 2.23(4)"), PUBLIC)),
            new Row(
                    "municipality:M4",
                    provided(town(DataCategory.PERMITS, "gemeentewet", "Wgs 2.23(4)"), PRIVATE),
                    provided(town(DataCategory.PERMITS, "gemeentewet", "Wgs 2.23(4)"), PUBLIC)),
            new Row(
                    "customs:C1",
                    provided(of(CUSTOMS, DataCategory.COMPANY, "eori", WGS), PRIVATE),
                    provided(of(CUSTOMS, DataCategory.COMPANY, "eori", WGS), PUBLIC)),
            new Row(
                    "customs:C2",
                    brought(of(CUSTOMS, DataCategory.COMPANY, "Prijs", WGS)),
                    brought(of(CUSTOMS, DataCategory.FISCAL, "prijs", WGS))),
            new Row(
                    "customs:C3",
                    brought(of(CUSTOMS, DataCategory.COMPANY, "eori", "Artikel 1:37a Adw")),
                    brought(of(CUSTOMS, DataCategory.COMPANY, "eori", WGS))),
            new Row(
                    "tax:T1",
                    provided(of(TAX, DataCategory.COMPANY, "rsin", WGS), PRIVATE),
                    provided(of(TAX, DataCategory.COMPANY, "rsin", WGS), PUBLIC)),
            new Row(
                    "tax:T2",
                    brought(of(TAX, DataCategory.COMPANY, "rsin", null)),
                    brought(of(TAX, DataCategory.COMPANY, "rsin", WGS))),
            new Row(
                    "tax:T3",
                    brought(of(TAX, DataCategory.COMPANY, "rsin", "Artikel 43c Uitvoeringsregeling AWR")),
                    brought(of(TAX, DataCategory.COMPANY, "rsin", WGS))),
            new Row(
                    "tax:T4",
                    brought(of(TAX, DataCategory.COMPANY, "omzet", WGS)),
                    brought(of(TAX, DataCategory.FISCAL, "omzet", WGS))),
            new Row(
                    "fiod:F1",
                    brought(of(FIOD, DAILY, "feit", "Wpg 20(3)", as(WpgClass.ARTICLE_8))),
                    brought(of(FIOD, DAILY, "feit", "Wpg 46 en 20(3)", as(WpgClass.ARTICLE_8)))),
            new Row(
                    "fiod:F2",
                    reused(of(FIOD, INVESTIGATION, "feit", "Wpg 46", as(WpgClass.ARTICLE_9))),
                    reused(of(
                            FIOD,
                            INVESTIGATION,
                            "feit",
                            "Wpg 46, instemming bevoegd functionaris",
                            as(WpgClass.ARTICLE_9)))),
            new Row(
                    "fiod:F3",
                    brought(of(FIOD, DataCategory.IDENTIFICATION, "naam", "Wwft 13")),
                    brought(of(FIOD, DataCategory.IDENTIFICATION, "naam", "Wwft 13", as(WpgClass.ARTICLE_8)))),
            new Row(
                    "marechaussee:K1",
                    reused(of(MARECHAUSSEE, INVESTIGATION, "feit", "Wpg 20(3)", as(WpgClass.ARTICLE_9))),
                    reused(of(MARECHAUSSEE, INVESTIGATION, "feit", CONSENT, as(WpgClass.ARTICLE_9)))),
            new Row(
                    "marechaussee:K2",
                    brought(of(
                            MARECHAUSSEE, DataCategory.HOUSING, "adres", "Bij grenscontrole", as(WpgClass.ARTICLE_8))),
                    brought(of(MARECHAUSSEE, DataCategory.HOUSING, "adres", "Wpg 20(3)", as(WpgClass.ARTICLE_8)))),
            new Row(
                    "marechaussee:K3",
                    brought(of(MARECHAUSSEE, DAILY, "feit", "Artikel 19 Wpg", as(WpgClass.ARTICLE_8))),
                    brought(of(MARECHAUSSEE, DAILY, "feit", "Wpg 20(3)", as(WpgClass.ARTICLE_8)))),
            new Row(
                    "marechaussee:K4",
                    brought(of(
                            MARECHAUSSEE,
                            DataCategory.IDENTIFICATION,
                            "boekingsnummer",
                            "Wpg 20(3)",
                            as(WpgClass.ARTICLE_8))),
                    brought(of(
                            MARECHAUSSEE, DataCategory.IDENTIFICATION, "naam", "Wpg 20(3)", as(WpgClass.ARTICLE_8)))),
            new Row(
                    "marechaussee:K5",
                    brought(of(
                            MARECHAUSSEE, DataCategory.SEXUAL_BEHAVIOUR, "feit", "Wpg 20(3)", as(WpgClass.ARTICLE_8))),
                    brought(of(
                            MARECHAUSSEE,
                            DataCategory.SEXUAL_BEHAVIOUR,
                            "feit",
                            "Wpg 20(3); onvermijdelijk om de uitbuiting te tonen",
                            as(WpgClass.ARTICLE_8)))),
            new Row(
                    "prosecution:O1",
                    brought(of(PROSECUTION, DataCategory.IDENTIFICATION, "naam", "Wjsg 39f")),
                    brought(of(PROSECUTION, DataCategory.IDENTIFICATION, "naam", "Wjsg 39fa"))),
            new Row(
                    "prosecution:O2",
                    brought(of(PROSECUTION, DataCategory.JUDICIAL, "veroordeling", WGS)),
                    brought(of(PROSECUTION, DataCategory.JUDICIAL, "veroordeling", "Wjsg 8b"))),
            new Row(
                    "prosecution:O3",
                    provided(of(PROSECUTION, DataCategory.JUDICIAL, "veroordeling", "Wjsg 8b"), PRIVATE),
                    provided(of(PROSECUTION, DataCategory.JUDICIAL, "veroordeling", "Wjsg 8b"), PUBLIC)),
            new Row(
                    "prosecution:O4",
                    brought(of(PROSECUTION, DataCategory.IDENTIFICATION, "Slachtoffer", WGS)),
                    brought(of(PROSECUTION, DataCategory.IDENTIFICATION, "naam", WGS))));

    @TestFactory
    Stream<DynamicTest> aRuleRefusesWhatItIsAboutAndNothingBesideIt() throws Exception {
        RuleSet rules = rules();
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : TABLE) {
            tests.add(DynamicTest.dynamicTest(
                    row.rule + " refuses",
                    () -> assertTrue(
                            refusals(row.refused, rules).contains(row.rule),
                            () -> refusals(row.refused, rules).toString())));
            tests.add(DynamicTest.dynamicTest(row.rule + " does not refuse", () -> {
                List<String> refusals = refusals(row.not, rules);
                assertTrue(refusals.stream().noneMatch(r -> r.contains(":")), refusals::toString);
                assertTrue(refusals.stream().noneMatch(Set.of("G41", "G42", "G24")::contains), "it was looked at");
            }));
        }
        return tests.stream();
    }

    @Test
    void everyRuleStandsInTheTable() throws Exception {
        Set<String> brought = new HashSet<>();
        rules().rules().stream().filter(r -> r.kind() == Rule.Kind.SECTOR).forEach(r -> brought.add(r.id()));
        Set<String> tried = new HashSet<>();
        TABLE.forEach(r -> tried.add(r.rule));
        assertEquals(brought, tried);
    }

    private static RuleSet rules() throws Exception {
        List<Rule> rules = new ArrayList<>();
        for (PluginDescriptor plugin : ShippedPlugins.read(folder)) {
            rules.addAll(SectorRules.compile(plugin.kind(), plugin.rules(), TODAY));
        }
        return RuleSet.of(TODAY, Policy.DEFAULT, rules, "shipped");
    }

    /** By the supplier's worker; a result is provided, and data are reused, by the case director. */
    private static List<String> refusals(Case tried, RuleSet rules) {
        boolean directors = tried.act == Act.PROVIDE || tried.act == Act.REUSE_DATUM;
        Participant supplier = REGION.find(tried.datum.supplier());
        Actor actor =
                directors ? actor(TOWN, null, Role.CASE_DIRECTOR) : actor(supplier, tried.datum.organ(), Role.WORKER);
        Knelpunt knelpunt = Knelpunt.proposed(
                        DOSSIER,
                        NOW,
                        new Proposal(
                                null,
                                null,
                                "Havens",
                                null,
                                "laden bij nacht",
                                null,
                                Set.of(),
                                null,
                                List.of(),
                                REGION.designated().stream()
                                        .map(p -> new Proposal.Involved(p.id(), Set.of(), "toezicht"))
                                        .toList(),
                                List.of(),
                                List.of(),
                                null))
                .in(KnelpuntState.DESIGNATED);
        Facts facts = Facts.of(tried.act, actor, NOW, REGION, KINDS, rules)
                .withKnelpunt(knelpunt, Subjects.of(List.of(SUSPECT)))
                .withData(List.of(tried.datum))
                .asking(
                        tried.act == Act.REUSE_DATUM
                                ? new Asked.Reusing(knelpunt, SUSPECT, "nodig")
                                : new Asked.About(null));
        if (tried.recipient != null) {
            facts = facts.withPapers(Papers.NONE.with(provision(tried.recipient), null));
        }
        return Guard.decide(facts).rules();
    }

    private static Provision provision(Recipient recipient) {
        Provision.Content content = new Provision.Content(
                recipient,
                Provision.Kind.OTHER,
                "stand",
                null,
                true,
                "analyse",
                "Wgs 1.7",
                "nodig",
                "toezicht",
                List.of());
        return Provision.prepared(UUID.randomUUID(), DOSSIER, NOW, content);
    }

    private static Actor actor(Participant participant, Organ organ, Role role) {
        Account account = new Account(
                UUID.randomUUID(),
                "jo",
                "Jo",
                participant.id(),
                organ,
                Set.of(role),
                true,
                TODAY.plusYears(1),
                NOW,
                true);
        return new Actor(account.id().toString(), account, participant, account.roles());
    }
}
