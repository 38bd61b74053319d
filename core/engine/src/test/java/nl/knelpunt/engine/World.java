package nl.knelpunt.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SourceReliability;

/** A made-up region with every kind of participant, the people who work there, and what they usually write. */
public final class World {

    public static final Participant POLICE = participant("politie-noord-holland", "police", Organ.POLITIE);
    public static final Participant MARECHAUSSEE = participant("kmar", "marechaussee", Organ.KMAR);
    public static final Participant WIERINGERSLUIS =
            participant("wieringersluis", "municipality", Organ.BURGEMEESTER, Organ.COLLEGE);
    public static final Participant HAARVEEN =
            participant("haarveen", "municipality", Organ.BURGEMEESTER, Organ.COLLEGE);
    public static final Participant TAX = participant("belastingdienst", "tax", Organ.BELASTINGDIENST);
    public static final Participant CUSTOMS = participant("douane", "customs", Organ.DOUANE);
    public static final Participant FIOD = participant("fiod", "fiod", Organ.FIOD);
    public static final Participant PROSECUTION = participant("om", "prosecution", Organ.OM);
    public static final Participant IMMIGRATION = participant("ind", "immigration", Organ.IND);
    public static final Participant UWV = participant("uwv", "uwv", Organ.UWV);
    public static final Participant PROVINCE = participant("provincie", "province", Organ.PROVINCIE);
    public static final Participant LABOUR = participant("nla", "labour-inspectorate", Organ.NLA);
    public static final Participant FOOD = participant("nvwa", "food-safety", Organ.NVWA);
    /** A party without exchange of data. */
    public static final Participant PARTY = participant("platform-veilig-ondernemen", "platform");

    public static final Region REGION = new Region(
            "noord-holland",
            "RIEC Noord-Holland",
            Map.of("GM9001", "Wieringersluis", "GM9002", "Haarveen"),
            List.of(
                    POLICE,
                    MARECHAUSSEE,
                    WIERINGERSLUIS,
                    HAARVEEN,
                    TAX,
                    CUSTOMS,
                    FIOD,
                    PROSECUTION,
                    IMMIGRATION,
                    UWV,
                    PROVINCE,
                    LABOUR,
                    FOOD,
                    PARTY));

    /** Every kind that has a plugin in this world. */
    public static final Set<String> KINDS =
            Arrays.stream(Organ.values()).map(Organ::kind).collect(Collectors.toSet());

    public static final LocalDate TODAY = LocalDate.of(2026, 5, 11);
    public static final Instant NOW = inTheNetherlands("2026-05-11T10:00");

    public static final Actor OFFICER = worker(Organ.POLITIE);
    public static final Actor MARSHAL = worker(Organ.KMAR);
    public static final Actor MAYORS_WORKER = worker(Organ.BURGEMEESTER);
    public static final Actor COLLEGES_WORKER = worker(Organ.COLLEGE);
    public static final Actor NEIGHBOURS_WORKER = person("wim", HAARVEEN, Organ.COLLEGE, Role.WORKER);
    public static final Actor TAX_INSPECTOR = worker(Organ.BELASTINGDIENST);
    public static final Actor CUSTOMS_OFFICER = worker(Organ.DOUANE);
    public static final Actor FIOD_WORKER = worker(Organ.FIOD);
    public static final Actor PROSECUTOR = worker(Organ.OM);
    public static final Actor FOOD_INSPECTOR = worker(Organ.NVWA);
    public static final Actor PARTYS_WORKER = person("pim", PARTY, null, Role.WORKER);
    public static final Actor CASE_DIRECTOR = person("carla", WIERINGERSLUIS, null, Role.CASE_DIRECTOR);
    public static final Actor ANALYST = person("anna", WIERINGERSLUIS, null, Role.ANALYST);
    public static final Actor PRIVACY_OFFICER = person("pia", POLICE, null, Role.PRIVACY_OFFICER);
    public static final Actor ADMIN = person("ad", POLICE, null, Role.ADMIN);
    public static final Actor RAC_MEMBER = person("rosa", HAARVEEN, null, Role.RAC_MEMBER);
    public static final Actor CONTACT_POINT = person("cor", WIERINGERSLUIS, null, Role.CONTACT_POINT);
    public static final Actor IND_WORKER = worker(Organ.IND);
    public static final Actor SUPPORT = person("sam", POLICE, null, Role.SUPPORT);
    public static final Actor STRANGER = worker(Organ.UWV);

    public static final UUID SIGNAL = id("signal");
    public static final UUID KNELPUNT = id("knelpunt");

    public static final Area HARBOUR = new Area(List.of(List.of(List.of(
            new Area.Position(4.9, 52.9),
            new Area.Position(5.0, 52.9),
            new Area.Position(5.0, 53.0),
            new Area.Position(4.9, 52.9)))));

    public static final Grounds GROUNDS = new Grounds(
            "zonder gezamenlijk beeld blijft de keten onzichtbaar",
            "alleen gegevens over de bundeling en hun directe kring",
            "losse controles hielpen niet",
            "niemand heeft alle stukken",
            "terugkerend, in drie havens");

    public static final Grading GRADING = new Grading(SourceReliability.B, 2, Set.of(HandlingCode.H1), null);

    public static final Assessment.Factors FACTORS =
            new Assessment.Factors("past bij het doel", "eigen waarneming", "drie keer", "zwaar", "twee deelnemers");

    /** Closing a building: a power of the mayor. */
    public static final InterventionType CLOSE_BUILDING =
            interventionType("sluiting-13b", Organ.BURGEMEESTER, "opiumwet-13b", InterventionType.Category.REPRESSION);

    /** Two steps: the second is nobody's. */
    public static final BarrierModel MODEL = new BarrierModel(
            "laden",
            "1",
            new Text("Nachtelijk laden", "Loading by night"),
            new Text("verzonnen", "made up"),
            false,
            List.of(
                    new BarrierModel.Step(
                            "loods",
                            new Text("een loods vinden", "finding a shed"),
                            List.of(new Text("leegstand", "vacancy")),
                            List.of(new Text("afgeplakte ramen", "windows taped over")),
                            List.of(new BarrierModel.Provider(new Text("verhuurder", "landlord"), true)),
                            List.of(new Text("ondernemersvereniging", "trade association")),
                            List.of(new BarrierModel.Barrier(
                                    "municipality",
                                    CLOSE_BUILDING.code(),
                                    new Text("de loods sluiten", "closing the shed")))),
                    new BarrierModel.Step("afzet", new Text("verkopen", "selling"), null, null, null, null, null)));

    private World() {}

    public static InterventionType interventionType(
            String code, Organ organ, String task, InterventionType.Category category) {
        Text text = new Text("tekst " + code, "text " + code);
        return new InterventionType(
                code,
                text,
                category,
                organ,
                task,
                new InterventionType.Basis("Opiumwet", "13b", "2026-01-01", false),
                text,
                text,
                Set.of(DataCategory.CADASTRAL),
                text,
                text,
                text);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Instant inTheNetherlands(String local) {
        return LocalDateTime.parse(local).atZone(Facts.NETHERLANDS).toInstant();
    }

    private static Participant participant(String id, String kind, Organ... organs) {
        return new Participant(
                id,
                "De deelnemer " + id,
                kind,
                Set.of(organs),
                kind.equals("municipality") ? (id.endsWith("haarveen") ? "GM9002" : "GM9001") : null);
    }

    /** Who has an organ; of the municipalities the first. */
    public static Participant having(Organ organ) {
        return organ == Organ.BURGEMEESTER || organ == Organ.COLLEGE
                ? WIERINGERSLUIS
                : REGION.designated().stream()
                        .filter(p -> p.organs().contains(organ))
                        .findFirst()
                        .orElseThrow();
    }

    public static Account account(String name, Participant participant, Organ organ, Role... roles) {
        return new Account(
                id("account " + name),
                name,
                name,
                participant.id(),
                organ,
                Set.of(roles),
                true,
                LocalDate.of(2040, 1, 1),
                NOW,
                true);
    }

    public static Actor acting(Account account) {
        return new Actor(
                account.id().toString(),
                account,
                REGION.participant(account.participant()).orElse(null),
                account.roles());
    }

    public static Actor person(String name, Participant participant, Organ organ, Role... roles) {
        return acting(account(name, participant, organ, roles));
    }

    public static Actor worker(Organ organ) {
        return person("worker-" + organ.name().toLowerCase(), having(organ), organ, Role.WORKER);
    }

    public static Actor connection(Participant participant) {
        return new Actor("connection:" + participant.id(), null, participant, Set.of(Role.CONNECTION));
    }

    public static Actor steeringMember(Participant participant) {
        return person("member-" + participant.id(), participant, null, Role.STEERING_MEMBER);
    }

    /** A task for which an organ takes part. */
    public static String taskOf(Organ organ) {
        return organ.tasks().stream().sorted().findFirst().orElseThrow();
    }

    public static boolean isPolice(Organ organ) {
        return organ == Organ.POLITIE || organ == Organ.KMAR;
    }

    public static PoliceBasis agreed(WpgClass wpgClass) {
        return new PoliceBasis(wpgClass, "officier van justitie, 4 mei");
    }

    /** All that a reporter must say, for one organ. */
    public static SignalContent content(Organ organ) {
        return new SignalContent(
                "Nachtelijk laden in de haven",
                organ,
                taskOf(organ),
                new Observation(
                        "Drie nachten zonder licht geladen",
                        LocalDate.of(2026, 5, 4),
                        LocalTime.of(2, 15),
                        new Place("Havenkade 3", "9990AA", "Wieringersluis", "GM9001", 4.95, 52.95),
                        "haventeam"),
                Manifestation.DRUGS,
                null,
                null,
                new Criteria(
                        "wissel van busjes", "laadwijze", "niemand ziet het geheel", "drie partijen nodig", "de haven"),
                true,
                true,
                isPolice(organ) ? agreed(WpgClass.ARTICLE_8) : null);
    }

    public static Subject person(String name, UUID dossier) {
        return subject(name, dossier, SubjectKind.PERSON, null, null);
    }

    public static Subject inTheCircleOf(Subject subject, String name, String reason) {
        return subject(name, subject.dossier(), SubjectKind.PERSON, subject.id(), reason);
    }

    public static Subject subject(String name, UUID dossier, SubjectKind kind, UUID circleOf, String reason) {
        return new Subject(id("subject " + name), dossier, kind, circleOf, reason, id("pseudonym " + name));
    }

    public static final Goal GOAL = new Goal(
            null,
            "de kades zijn bij nacht leeg",
            List.of(new Goal.Indicator(
                    null, "nachtelijke ladingen", 12.0, 3.0, "per maand", "tellingen van de haven")));

    public static Proposal proposal(List<UUID> signals, List<Participant> involved) {
        return new Proposal(
                Activity.KNELPUNT,
                null,
                "Kleine havens",
                ObjectType.AREA,
                "laden en lossen bij nacht",
                new Scope("de kades", "de bewoners en de jachthaven", HARBOUR, List.of()),
                Set.of(Manifestation.DRUGS),
                GROUNDS,
                signals,
                involved.stream()
                        .map(p -> new Proposal.Involved(p.id(), tasksOf(p), "eigen taak"))
                        .toList(),
                List.of(new Proposal.ForeseenPhase(1, "wie er laadt en voor wie")),
                List.of(GOAL),
                "naar de buurhavens; die kijken mee");
    }

    public static Set<String> tasksOf(Participant participant) {
        return participant.organs().stream().flatMap(o -> o.tasks().stream()).collect(Collectors.toSet());
    }
}
