package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Area.Position;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ExactIdentifier;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Gate.Judge;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.port.Geometry;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.Signal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every signal that comes up is judged as if it were looked at alone; a datum that may not be shown matches nothing. */
@Component
public final class ComparisonUseCases implements Comparisons {

    private final Gate gate;
    private final Geometry geometry;

    @Activate
    public ComparisonUseCases(@Reference Gate gate, @Reference Geometry geometry) {
        this.gate = gate;
        this.geometry = geometry;
    }

    @Override
    public Page<Corresponding> onIdentifiers(Call call, UUID signal, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.COMPARE_SIGNALS, signal, (t, facts, judge) -> {
            Facts looking = facts.as(Act.SEE_SIGNAL);
            Map<String, List<Datum>> own = identifiers(t, looking);
            own.values().forEach(data -> data.forEach(d -> judge.note(looking, d)));
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> own.isEmpty() ? List.of() : t.signals().sharing(signal, known(facts), from, most),
                    Signal::id,
                    other -> {
                        Facts about = about(t, looking, other);
                        List<Shared> shared = shared(own, identifiers(t, about));
                        return shared.isEmpty() ? Optional.empty() : shown(t, about, judge, shared);
                    });
        });
    }

    @Override
    public Page<Corresponding> inArea(Call call, UUID signal, Area area, UUID after, int limit) {
        Checks.limit(limit);
        Checks.required("area", area);
        Predicate<Position> within = geometry.within(area);
        return gate.read(call, Act.COMPARE_SIGNALS, signal, (t, facts, judge) -> {
            Facts looking = facts.as(Act.SEE_SIGNAL);
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> t.signals().within(area.bounds(), known(facts), from, most),
                    Signal::id,
                    other -> !other.id().equals(signal)
                                    && isWithin(within, other)
                                    && judge.frozen(facts, other.reporter()) == null
                            ? shown(t, about(t, looking, other), judge, List.of())
                            : Optional.empty());
        });
    }

    /** The participant whose signals are looked among; null for the bureau, which looks among all. */
    private static String known(Facts facts) {
        return facts.actor().isBureau() ? null : facts.actor().participant().id();
    }

    private static Facts about(Transaction transaction, Facts looking, Signal signal) {
        return looking.withSignal(signal, Subjects.of(transaction.data().subjectsOf(signal.id())));
    }

    private static boolean isWithin(Predicate<Position> within, Signal signal) {
        Place place = signal.content().observation().place();
        return place != null
                && place.longitude() != null
                && place.latitude() != null
                && within.test(new Position(place.longitude(), place.latitude()));
    }

    /** What identifies exactly in the signal at hand, as far as the caller may see it. */
    private static Map<String, List<Datum>> identifiers(Transaction transaction, Facts looking) {
        Map<String, List<Datum>> found = new LinkedHashMap<>();
        if (!Guard.decide(looking).isPermit()) {
            return found;
        }
        for (Datum datum : transaction.data().ofDossier(looking.signal().id())) {
            String identifier = ExactIdentifier.of(datum);
            if (identifier != null
                    && Guard.decide(looking.withData(List.of(datum))).isPermit()) {
                found.computeIfAbsent(identifier, i -> new ArrayList<>()).add(datum);
            }
        }
        return found;
    }

    private static List<Shared> shared(Map<String, List<Datum>> own, Map<String, List<Datum>> others) {
        List<Shared> shared = new ArrayList<>();
        own.forEach((identifier, data) -> data.forEach(d -> others.getOrDefault(identifier, List.of())
                .forEach(other -> shared.add(new Shared(d.id(), other.id())))));
        return shared;
    }

    private static Optional<Corresponding> shown(
            Transaction transaction, Facts about, Judge judge, List<Shared> shared) {
        return judge.permits(about)
                ? Optional.of(new Corresponding(SignalUseCases.shown(transaction, about, judge), shared))
                : Optional.empty();
    }
}
