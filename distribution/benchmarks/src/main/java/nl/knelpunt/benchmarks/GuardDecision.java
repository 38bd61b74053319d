package nl.knelpunt.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Manifestation;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one decision of the guard costs, its facts already loaded. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GuardDecision {

    private final Facts permitted = report(true);
    private final Facts refused = report(false);

    @Benchmark
    public Decision reportThatIsPermitted() {
        return Guard.decide(permitted);
    }

    @Benchmark
    public Decision reportThatBreaksOneRule() {
        return Guard.decide(refused);
    }

    private static Facts report(boolean lawful) {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        Participant municipality = new Participant(
                "wieringersluis",
                "Wieringersluis",
                "municipality",
                Set.of(Organ.BURGEMEESTER, Organ.COLLEGE),
                "GM9001");
        Region region = new Region("noord-holland", "RIEC", Map.of("GM9001", "Wieringersluis"), List.of(municipality));
        Account account = new Account(
                UUID.randomUUID(),
                "worker",
                "Worker",
                municipality.id(),
                Organ.COLLEGE,
                Set.of(Role.WORKER),
                true,
                LocalDate.of(2030, 1, 1),
                now,
                true);
        UUID id = UUID.randomUUID();
        Subject subject = new Subject(UUID.randomUUID(), id, SubjectKind.LEGAL_PERSON, null, null, UUID.randomUUID());
        Datum datum = new Datum(
                UUID.randomUUID(),
                id,
                subject.id(),
                DataCategory.COMPANY,
                "kvk-nummer",
                "99999990",
                new Source(
                        municipality.id(), Organ.COLLEGE, "verordening", "Wgs 2.23(1)", true, null, null, null, null),
                0,
                Set.of(),
                now,
                LocalDate.of(2031, 3, 2),
                Marks.NONE);
        SignalContent content = new SignalContent(
                "Loods",
                Organ.COLLEGE,
                "verordening",
                new Observation(
                        "In de loods stonden vaten.",
                        LocalDate.of(2026, 3, 1),
                        null,
                        new Place("Havenweg 1", null, "Wieringersluis", "GM9001", null, null),
                        "Toezicht"),
                Manifestation.DRUGS,
                null,
                null,
                new Criteria("a", "b", "c", "d", "e"),
                true,
                lawful,
                null);
        Signal signal = new Signal(id, municipality.id(), SignalState.DRAFT, 1, now, null, content, List.of(), null);
        Actor actor = new Actor(account.id().toString(), account, municipality, account.roles());
        return Facts.of(
                        Act.REPORT_SIGNAL,
                        actor,
                        now,
                        region,
                        Set.of("municipality"),
                        RuleSet.of(LocalDate.of(2026, 3, 2), Policy.DEFAULT))
                .withSignal(signal, Subjects.of(List.of(subject)))
                .withData(List.of(datum));
    }
}
