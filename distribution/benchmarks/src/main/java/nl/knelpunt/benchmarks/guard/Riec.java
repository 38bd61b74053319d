package nl.knelpunt.benchmarks.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;

/**
 * A made-up RIEC: 24 participants of which 20 are involved in its knelpunten, their people, and dossiers of 200 subjects in
 * their second year. The same in every run; every value is an object of its own, as a store gives them.
 */
final class Riec {

    static final Instant NOW = Instant.parse("2026-05-11T08:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 5, 11);

    private static final int INVOLVED = 20;
    private static final int SUBJECTS = 200;
    private static final LocalDate DESIGNATED = LocalDate.of(2024, 6, 3);
    private static final LocalDate TRAINED_UNTIL = LocalDate.of(2027, 1, 1);

    private final Random random = new Random(20260511);
    private final Map<String, Account> accounts = new HashMap<>();

    final List<Participant> participants = participants();

    /** Works along without exchange of data. */
    final Participant party = new Participant("woningstichting", "Woningstichting De Kade", "housing", Set.of(), null);

    final Region region = new Region(
            "noord-holland",
            "RIEC Noord-Holland",
            participants.stream()
                    .filter(p -> p.municipality() != null)
                    .collect(Collectors.toMap(Participant::municipality, Participant::name)),
            Stream.concat(participants.stream(), Stream.of(party)).toList());

    final Set<String> kinds = Arrays.stream(Organ.values()).map(Organ::kind).collect(Collectors.toUnmodifiableSet());
    final List<Participant> involved = participants.subList(0, INVOLVED);
    final List<Participant> notInvolved = participants.subList(INVOLVED, participants.size());

    /** A knelpunt with those whom it is about. */
    record Dossier(Knelpunt knelpunt, List<Subject> subjects, Subjects known) {

        Subject subject(int number) {
            return subjects.get(number % subjects.size());
        }
    }

    private static List<Participant> participants() {
        List<Participant> all = new ArrayList<>(List.of(
                participant("politie", Organ.POLITIE),
                participant("om", Organ.OM),
                participant("belastingdienst", Organ.BELASTINGDIENST),
                participant("douane", Organ.DOUANE),
                participant("fiod", Organ.FIOD),
                participant("kmar", Organ.KMAR),
                participant("nla", Organ.NLA),
                participant("nvwa", Organ.NVWA),
                participant("ind", Organ.IND),
                participant("provincie", Organ.PROVINCIE)));
        for (int i = 10; i < 23; i++) {
            all.add(new Participant(
                    "gemeente-" + i,
                    "Gemeente " + i,
                    "municipality",
                    Set.of(Organ.BURGEMEESTER, Organ.COLLEGE),
                    "GM90" + i));
        }
        all.add(participant("uwv", Organ.UWV));
        return List.copyOf(all);
    }

    private static Participant participant(String id, Organ organ) {
        return new Participant(id, "De deelnemer " + id, organ.kind(), Set.of(organ), null);
    }

    Dossier dossier(KnelpuntState state, int... phases) {
        UUID id = id();
        List<Subject> subjects = subjects(id, SUBJECTS);
        Subjects known = Subjects.of(subjects);
        return new Dossier(
                knelpunt(id, state, phases),
                subjects,
                // Of everybody something of a criminal nature is known once phase 2 is open.
                phases.length > 1 ? known.withCriminalData(known.byId().keySet()) : known);
    }

    /** One in ten is an object, three in ten are of somebody's direct circle. */
    List<Subject> subjects(UUID dossier, int number) {
        List<Subject> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            boolean ofCircle = i % 10 >= 6 && i % 10 < 9;
            SubjectKind kind =
                    i % 10 == 9 ? SubjectKind.OBJECT : i % 10 == 5 ? SubjectKind.LEGAL_PERSON : SubjectKind.PERSON;
            all.add(new Subject(
                    id(),
                    dossier,
                    kind,
                    ofCircle ? copy(all.get(i - 6).id()) : null,
                    ofCircle ? copy("beheert zijn loods") : null,
                    id()));
        }
        return List.copyOf(all);
    }

    private Knelpunt knelpunt(UUID id, KnelpuntState state, int... phases) {
        Knelpunt knelpunt =
                Knelpunt.proposed(id, DESIGNATED.minusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC), proposal());
        if (state == KnelpuntState.SUBMITTED) {
            return knelpunt.in(state);
        }
        Term first = Term.yearFrom(DESIGNATED);
        knelpunt = knelpunt.in(state)
                .with(motion(Motion.Kind.DESIGNATE, 14).concludedAs(true, NOW, null))
                .with(first)
                .with(first.next())
                .with(new ActionPlan("de keten doorbreken", true, "signalen en de analyse van 2 mei"))
                .with(new Evaluation(false, "minder laden", Evaluation.Recommendation.PROLONG, grounds(), id(), NOW));
        for (int phase : phases) {
            knelpunt = knelpunt.with(
                    new PhaseDecision(phase, "zonder is de keten niet te zien", copy("politie"), id(), NOW));
        }
        return knelpunt;
    }

    /** With so many votes for. */
    Motion motion(Motion.Kind kind, int votes) {
        Motion motion = Motion.open(kind);
        for (Participant participant : participants.subList(0, votes)) {
            motion = motion.with(
                    new Motion.Vote(copy(participant.id()), id(), null, Motion.Choice.FOR, copy("eens"), NOW));
        }
        return motion;
    }

    private Proposal proposal() {
        return new Proposal(
                Activity.KNELPUNT,
                null,
                "Kleine havens",
                ObjectType.BRANCH,
                "laden en lossen bij nacht",
                new Scope("de kades", "de bewoners", null, List.of("52")),
                Set.of(Manifestation.DRUGS, Manifestation.HUMAN_TRAFFICKING),
                grounds(),
                List.of(id(), id()),
                involved.stream()
                        .map(p -> new Proposal.Involved(copy(p.id()), Set.of(), copy("eigen taak")))
                        .toList(),
                List.of(),
                List.of(),
                null);
    }

    private static Grounds grounds() {
        return new Grounds(
                copy("zonder gezamenlijk beeld blijft de keten onzichtbaar"),
                copy("alleen de bundeling en haar directe kring"),
                copy("losse controles hielpen niet"),
                copy("niemand heeft alle stukken"),
                copy("in drie havens"));
    }

    Actor worker(Participant of) {
        return person(of, organOf(of), Role.WORKER);
    }

    Actor caseDirector() {
        return person(participants.get(10), null, Role.CASE_DIRECTOR);
    }

    Actor analyst() {
        return person(participants.get(10), null, Role.ANALYST);
    }

    /** Somebody with one role; the same person each time. */
    Actor person(Participant of, Organ organ, Role role) {
        return acting(accounts.computeIfAbsent(
                of.id() + " " + organ + " " + role, name -> account(of, organ, role, true, TRAINED_UNTIL, NOW, true)));
    }

    Account account(
            Participant of,
            Organ organ,
            Role role,
            boolean screened,
            LocalDate trainedUntil,
            Instant acknowledged,
            boolean active) {
        return new Account(
                id(), "naam", "Naam", copy(of.id()), organ, Set.of(role), screened, trainedUntil, acknowledged, active);
    }

    Actor acting(Account account) {
        return new Actor(
                account.id().toString(),
                account,
                region.participant(account.participant()).orElse(null),
                account.roles());
    }

    static Organ organOf(Participant participant) {
        return participant.organs().stream().max(Organ::compareTo).orElseThrow();
    }

    static String taskOf(Organ organ) {
        return copy(organ.tasks().stream().sorted().findFirst().orElseThrow());
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }

    static UUID copy(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    static String copy(String text) {
        return new String(text);
    }
}
