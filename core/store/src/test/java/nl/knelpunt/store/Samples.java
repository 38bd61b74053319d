package nl.knelpunt.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.dossier.WjsgArticle;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Pledge;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SourceReliability;

/** Made-up values of every kind, full and as empty as they may be. */
final class Samples {

    static final Instant MOMENT = Instant.parse("2026-03-29T01:30:00.123Z");
    static final LocalDate DAY = LocalDate.of(2028, 2, 29);
    static final String GEMEENTE = "gemeente-wieringersluis";
    static final String POLITIE = "politie-noord-holland";

    private static final AtomicLong COUNTER = new AtomicLong();

    private Samples() {}

    /** Ids in the order in which they are made, as UUIDv7 are. */
    static UUID id() {
        long number = COUNTER.incrementAndGet();
        return new UUID(0x0190_0000_0000_7000L | number >> 12 << 16 | number & 0xfff, 0x8000_0000_0000_0000L | number);
    }

    static Signal draft(String reporter, Instant received) {
        return new Signal(
                id(),
                reporter,
                SignalState.DRAFT,
                1,
                received,
                null,
                SignalContent.draft(new Observation("Kratten op de kade", null, null, null, null)),
                List.of(),
                null);
    }

    static Signal fullSignal() {
        return new Signal(
                id(),
                POLITIE,
                SignalState.WEIGHED,
                7,
                MOMENT,
                MOMENT.plusMillis(1),
                new SignalContent(
                        "Loods met \"luchtbrug\" \\ é €",
                        Organ.POLITIE,
                        "politiewet-3",
                        new Observation(
                                "Nachtelijk laden\nin twee busjes",
                                DAY,
                                LocalTime.of(23, 59, 30),
                                new Place("Havenkade 3", "1791ZZ", "Wieringersluis", "GM9999", 4.8952, 52.3702),
                                "haventeam"),
                        Manifestation.DESIGNATED,
                        "besluit van 1 mei",
                        "op de site",
                        new Criteria("a", "b", "c", "d", "e"),
                        true,
                        true,
                        new PoliceBasis(WpgClass.ARTICLE_10_1_A, "officier, 2 mei"),
                        new Grading(
                                SourceReliability.C, 3, Set.of(HandlingCode.H1, HandlingCode.H3), "niet aan derden")),
                List.of(
                        new Recognition(
                                GEMEENTE,
                                MOMENT,
                                Recognition.Outcome.RECOGNISED,
                                id(),
                                Organ.BURGEMEESTER,
                                MOMENT.plusSeconds(60),
                                new Recognition.OwnObservation(
                                        "ook gezien",
                                        DAY,
                                        new Place("kade", null, null, "GM9999", null, null),
                                        "openbare-orde",
                                        "Z-1")),
                        Recognition.open("nvwa", MOMENT)),
                new Assessment(
                        new Assessment.Factors("p", "t", "e", "w", "c"),
                        id(),
                        MOMENT,
                        List.of(
                                new Assessment.Decision(POLITIE, id(), null, true, null, "ja", MOMENT),
                                new Assessment.Decision(GEMEENTE, id(), "mandaat", false, Criterion.C, "nee", MOMENT)),
                        false,
                        MOMENT.plusSeconds(3600)),
                List.of(new Signal.Link(id(), MOMENT)));
    }

    static Knelpunt emptyKnelpunt() {
        return new Knelpunt(
                id(),
                KnelpuntState.PROPOSED,
                1,
                MOMENT,
                new Proposal(null, null, null, null, null, null, null, null, null, null, null, null, null),
                List.of(Motion.open(Motion.Kind.DESIGNATE)),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static Knelpunt fullKnelpunt() {
        Area.Position corner = new Area.Position(4.75, 52.95);
        Area area = new Area(List.of(List.of(
                List.of(corner, new Area.Position(4.8, 52.95), new Area.Position(4.8, 53.0), corner),
                List.of(corner, new Area.Position(4.76, 52.95), new Area.Position(4.76, 52.96), corner))));
        Grounds grounds = new Grounds("n", "p", "s", "d", "e");
        return new Knelpunt(
                id(),
                KnelpuntState.DESIGNATED,
                12,
                MOMENT,
                new Proposal(
                        Activity.SCAN,
                        new Abuse("zeehavens", "ondermijning"),
                        "Haventje",
                        ObjectType.AREA,
                        "de kade",
                        new Scope("kade", "jachthaven", area, List.of("52", "50.20")),
                        Set.of(Manifestation.DRUGS, Manifestation.REAL_ESTATE),
                        grounds,
                        List.of(id(), id()),
                        List.of(
                                new Proposal.Involved(POLITIE, Set.of("politiewet-3"), "toezicht"),
                                new Proposal.Involved(GEMEENTE, null, null)),
                        List.of(new Proposal.ForeseenPhase(2, "waarom")),
                        List.of(
                                new Goal(
                                        id(),
                                        "leeg",
                                        List.of(new Goal.Indicator(id(), "busjes", null, 0.5, "per week", "tellen"))),
                                new Goal(id(), null, null)),
                        "naar de buren"),
                List.of(
                        new Motion(
                                Motion.Kind.DESIGNATE,
                                List.of(new Motion.Vote(POLITIE, id(), id(), Motion.Choice.FOR, "ja", MOMENT)),
                                true,
                                MOMENT,
                                new Motion.Conclusion(POLITIE, id(), id(), id()),
                                new Motion.Outside(id(), DAY, id(), MOMENT),
                                MOMENT),
                        Motion.open(Motion.Kind.PROLONG)),
                List.of(Term.yearFrom(DAY)),
                List.of(new PhaseDecision(2, "nodig", POLITIE, id(), MOMENT, id())),
                new ActionPlan(
                        "schoon", true, "basis", Map.of(InterventionType.Category.RESILIENCE, "er is een platform")),
                List.of(
                        new Evaluation(true, "f", Evaluation.Recommendation.PROLONG, grounds, id(), MOMENT),
                        new Evaluation(false, "g", Evaluation.Recommendation.CLOSE, null, id(), MOMENT)));
    }

    static Intervention intervention(UUID knelpunt, InterventionState state, LocalDate until) {
        Text text = new Text("Sluiting", "Closure");
        return new Intervention(
                id(),
                knelpunt,
                3,
                state,
                new Intervention.Content(
                        "sluiting",
                        text,
                        InterventionType.Category.REPRESSION,
                        new Intervention.Basis("Opiumwet 13b", "2026", true),
                        GEMEENTE,
                        Organ.BURGEMEESTER,
                        "sluiten",
                        "er wordt gesloten",
                        text,
                        text,
                        new Intervention.Barrier("m-1", "s-2")),
                new Intervention.Planning(DAY, until),
                List.of(
                        new Intervention.Condition(text, true, id(), MOMENT),
                        new Intervention.Condition(text, false, null, null)),
                id(),
                List.of(
                        new Intervention.Move(InterventionState.PROPOSED, id(), MOMENT, null),
                        new Intervention.Move(state, id(), MOMENT, "reden")),
                new Intervention.Execution(DAY, "gesloten", id(), MOMENT),
                List.of(new Intervention.Outcome(
                        Intervention.Outcome.Kind.UNINTENDED_EFFECT, DAY, "verplaatst", POLITIE, id(), MOMENT)));
    }

    static Pledge pledge(UUID knelpunt, String participant, int hours) {
        return new Pledge(
                id(),
                knelpunt,
                participant,
                id(),
                DAY,
                DAY.plusDays(30),
                hours,
                2,
                id(),
                MOMENT,
                null,
                List.of(new Pledge.Use(DAY, 5, id(), MOMENT)));
    }

    static TaskSheet taskSheet(UUID knelpunt, String number) {
        return new TaskSheet(
                id(),
                knelpunt,
                number,
                new TaskSheet.Content("PVO", "de kade", "voorlichten", "bureau", DAY, null, id()),
                id(),
                MOMENT);
    }

    /** One of each sort. */
    static final List<Recipient> RECIPIENTS = List.of(
            new Recipient.OwnParticipant(GEMEENTE),
            new Recipient.ThirdParty("Bank \"é\"", true, Recipient.Interest.LEGAL_DUTY),
            new Recipient.OtherRiec("RIEC Limburg"),
            new Recipient.OtherVerband("ZVH", Recipient.Verband.ZVH, Recipient.Mode.HIT_NO_HIT));

    static Provision provision(UUID knelpunt, Recipient recipient) {
        return new Provision(
                id(),
                knelpunt,
                3,
                MOMENT,
                new Provision.Content(
                        recipient,
                        Provision.Kind.STEERING_INFORMATION,
                        "wie er laadt",
                        "er wordt 's nachts geladen",
                        true,
                        "twee signalen",
                        "Wgs 1.7",
                        "anders onbekend",
                        "toezicht",
                        List.of(id(), id())),
                new Provision.Round(List.of(GEMEENTE, POLITIE), DAY.minusDays(1), id(), MOMENT),
                List.of(
                        new Provision.Answer(POLITIE, false, "lopend onderzoek", id(), MOMENT),
                        new Provision.Answer(GEMEENTE, true, null, id(), MOMENT)),
                new Provision.Test(id(), true, id(), MOMENT),
                null,
                MOMENT.plusSeconds(1),
                DAY,
                new Provision.Feedback(false, "geen aanleiding", DAY, "Z-2026-9", id(), MOMENT.plusSeconds(2)),
                new Provision.Confirmation(id(), MOMENT));
    }

    static RacAdvice advice(RacAdvice.Outcome outcome, RacAdvice.Matter matter) {
        return new RacAdvice(
                id(),
                "RAC 2026-1",
                "koppeling met kadaster",
                DAY,
                outcome,
                "past bij het doel",
                "na een jaar opnieuw bezien",
                matter,
                id(),
                MOMENT,
                id(),
                MOMENT);
    }

    static RightsRequest request(String... consulted) {
        return new RightsRequest(
                id(),
                2,
                MOMENT,
                RightsRequest.Kind.ACCESS,
                "C-2026-1",
                "alles van 2026",
                new RightsRequest.Identity(RightsRequest.Check.ELECTRONIC, id(), MOMENT),
                List.of(UUID.randomUUID(), UUID.randomUUID()),
                true,
                DAY.plusDays(14),
                List.of(consulted).stream()
                        .map(participant -> new RightsRequest.Consultation(
                                participant,
                                MOMENT,
                                id(),
                                RightsRequest.Restriction.CRIMINAL_OFFENCES,
                                "lopend onderzoek",
                                true,
                                List.of(id()),
                                MOMENT.plusSeconds(1)))
                        .toList(),
                new RightsRequest.Extension("veel dossiers", id(), MOMENT),
                new RightsRequest.Takeover(GEMEENTE, DAY, id(), MOMENT),
                new RightsRequest.Decision(true, "brief", id(), MOMENT),
                DAY.plusYears(1),
                false);
    }

    static Subject subject(UUID dossier) {
        return new Subject(id(), dossier, SubjectKind.PERSON, null, null, UUID.randomUUID());
    }

    static Subject inCircleOf(Subject other) {
        return new Subject(
                id(), other.dossier(), SubjectKind.LEGAL_PERSON, other.id(), "bestuurder", UUID.randomUUID());
    }

    static Datum emptyDatum(UUID dossier) {
        return new Datum(id(), dossier, null, null, null, null, Source.of(null), 0, Set.of(), null, null, Marks.NONE);
    }

    static Datum datum(UUID dossier, UUID subject) {
        return new Datum(
                id(),
                dossier,
                subject,
                DataCategory.VEHICLE,
                "kenteken",
                "XX-999-X\t“é”",
                new Source(
                        POLITIE,
                        Organ.POLITIE,
                        "politiewet-3",
                        "Wgs 2.22",
                        true,
                        new PoliceBasis(WpgClass.ARTICLE_8, "officier"),
                        WjsgArticle.ARTICLE_8B,
                        new BibobBasis(DAY, GEMEENTE, "leest mee"),
                        "anders niet te vinden"),
                3,
                Set.of(OriginFlag.POLICE, OriginFlag.CRIMINAL, OriginFlag.TAX),
                MOMENT,
                DAY,
                new Marks(
                        new Marks.Veto("lopend onderzoek", id(), MOMENT),
                        new Marks.ErrorReport(GEMEENTE, id(), "verkeerde letter", MOMENT),
                        new Marks.Hold(Marks.Hold.Ground.LEGAL_CLAIM, "beroep", id(), MOMENT),
                        id(),
                        List.of(
                                new Marks.Necessity(Marks.Necessity.Of.REUSE, "zelfde schip", POLITIE, id(), MOMENT),
                                new Marks.Necessity(Marks.Necessity.Of.REVEAL, "naamgenoten", null, id(), MOMENT)),
                        MOMENT,
                        new Marks.Rejection("nagekeken", id(), MOMENT)));
    }

    static Account account(String name) {
        return new Account(
                id(),
                name,
                "Sanne de Wit",
                POLITIE,
                Organ.POLITIE,
                Set.of(Role.WORKER, Role.STEERING_MEMBER),
                true,
                DAY,
                MOMENT,
                true);
    }

    static LogRecord entry(String act) {
        return new LogRecord(
                0,
                MOMENT,
                UUID.randomUUID(),
                "127.0.0.1",
                "connection:" + POLITIE,
                POLITIE,
                act,
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(UUID.randomUUID(), UUID.randomUUID()),
                LogRecord.Result.REFUSED,
                List.of("G06", "G16"),
                "2026-01",
                null,
                null,
                null);
    }

    static LogRecord emptyEntry() {
        return new LogRecord(
                0, MOMENT, null, null, null, null, null, null, null, List.of(), null, List.of(), null, null, null,
                null);
    }

    static List<LogRecord> entries(int number) {
        List<LogRecord> all = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            all.add(entry("ACT_" + i));
        }
        return all;
    }
}
