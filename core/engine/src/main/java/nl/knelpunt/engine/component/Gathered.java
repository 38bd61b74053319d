package nl.knelpunt.engine.component;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.engine.analysis.Selection.Filter;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.Area.Position;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Handling;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.Signal;

/**
 * What an analyst may see now of what it chose to look at. Each datum is judged as at any look (ANALYSE); what is frozen is left out
 * and counted, what the analyst may not know of is not there.
 *
 * @param data that are shown, in order of id
 * @param whole values that are shown masked, by the id of their datum: to be compared only
 * @param signals whose observation belongs to the selection: those that led to the knelpunt, and those that were linked later
 * @param frozen data and observations that were left out
 */
record Gathered(List<ShownDatum> data, Map<UUID, String> whole, List<Signal> signals, int frozen) {

    private static final int AT_ONCE = 1_000;

    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}:\\d{2})(?::\\d{2})?)?(?!\\d)");
    private static final Pattern DUTCH =
            Pattern.compile("(?<!\\d)(\\d{1,2})-(\\d{1,2})-(\\d{4})(?: (\\d{2}:\\d{2}))?(?!\\d)");

    /** @param time null when only the day is known */
    record Moment(LocalDate date, LocalTime time) {}

    /** @param within the area of the filter, null without one */
    static Gathered of(
            Transaction transaction, Facts facts, Gate.Judge judge, Filter filter, Predicate<Position> within) {
        Facts looking = facts.as(Act.ANALYSE).asking(new Asked.Analysing(AnalysisMethod.BY_A_PERSON));
        List<ShownDatum> shown = new ArrayList<>();
        Map<UUID, String> whole = new HashMap<>();
        int frozen = 0;
        UUID dossier = facts.knelpunt().id();
        List<Datum> found;
        UUID after = null;
        do {
            found = transaction.data().ofDossier(dossier, after, AT_ONCE);
            for (Datum datum : found) {
                after = datum.id();
                if (takes(filter, datum)) {
                    ShownDatum one = judge.show(looking, datum);
                    if (one != null && one.frozen() == null) {
                        shown.add(one);
                        if (one.obligations().contains(Obligation.MASK_BSN)) {
                            whole.put(datum.id(), datum.content());
                        }
                    } else if (one != null) {
                        frozen++;
                    }
                }
            }
            notTooMany(shown);
        } while (found.size() == AT_ONCE);
        List<Signal> signals = new ArrayList<>();
        for (Signal signal : observations(transaction, facts, filter, within)) {
            if (judge.frozen(looking, signal.reporter()) != null) {
                frozen++;
            } else if (judge.permits(looking.withSignal(signal, facts.subjects()))) {
                signals.add(signal);
            }
        }
        return within == null
                ? new Gathered(shown, whole, signals, frozen)
                : new Gathered(lying(within, shown), whole, signals, frozen);
    }

    private static void notTooMany(List<ShownDatum> shown) {
        if (shown.size() > Selections.MOST_DATA) {
            throw new InvalidException(
                    "selection",
                    new Text(
                            "Dit zijn te veel gegevens voor één beeld: hoogstens " + Selections.MOST_DATA
                                    + ". Kies een kleinere selectie.",
                            "These are too many data for one view: at most " + Selections.MOST_DATA
                                    + ". Choose a smaller selection."));
        }
    }

    private static boolean takes(Filter filter, Datum datum) {
        return (filter.categories().isEmpty() || filter.categories().contains(datum.category()))
                && (filter.phases().isEmpty() || filter.phases().contains(datum.phase()))
                && (filter.suppliers().isEmpty() || filter.suppliers().contains(datum.supplier()))
                && (filter.subjects().isEmpty() || filter.subjects().contains(datum.subject()))
                && filter.takes(moment(datum)
                        .map(Moment::date)
                        .orElseGet(() ->
                                datum.firstProcessed().atZone(Facts.NETHERLANDS).toLocalDate()));
    }

    /** Observations are about no subject and of no category, and came in phase 0. */
    private static List<Signal> observations(
            Transaction transaction, Facts facts, Filter filter, Predicate<Position> within) {
        boolean none = !filter.categories().isEmpty()
                || !filter.subjects().isEmpty()
                || !filter.phases().isEmpty() && !filter.phases().contains(0);
        return none
                ? List.of()
                : transaction.signals().linkedTo(facts.knelpunt().id()).stream()
                        .filter(s -> filter.suppliers().isEmpty()
                                || filter.suppliers().contains(s.reporter()))
                        .filter(s -> s.content().observation().date() != null
                                && filter.takes(s.content().observation().date()))
                        .filter(s ->
                                within == null || position(s).filter(within).isPresent())
                        .toList();
    }

    private static List<ShownDatum> lying(Predicate<Position> within, List<ShownDatum> shown) {
        Set<UUID> there = shown.stream()
                .map(ShownDatum::datum)
                .filter(d -> Positions.of(d).filter(within).isPresent())
                .map(Datum::subject)
                .collect(Collectors.toSet());
        return shown.stream().filter(s -> there.contains(s.datum().subject())).toList();
    }

    /** Without what a source keeps inside; its own may leave. */
    Gathered leaving(Actor actor) {
        return new Gathered(
                data.stream()
                        .filter(s -> actor.isOf(s.datum().supplier())
                                || !Handling.staysInside(s.datum().source().grading()))
                        .toList(),
                whole,
                signals.stream()
                        .filter(s -> actor.isOf(s.reporter())
                                || !Handling.staysInside(s.content().grading()))
                        .toList(),
                frozen);
    }

    /** Whether a source of something in it restricts its use for somebody else (H3). */
    boolean isRestrictedFor(Actor actor) {
        return data.stream().map(ShownDatum::datum).anyMatch(d -> d.has(HandlingCode.H3) && !actor.isOf(d.supplier()))
                || signals.stream()
                        .filter(s -> !actor.isOf(s.reporter()))
                        .map(s -> s.content().grading())
                        .anyMatch(g -> g != null && g.has(HandlingCode.H3));
    }

    int size() {
        return data.size() + signals.size();
    }

    /** When what the datum says was, as far as its value says so; a day of birth is no fact of that day. */
    static Optional<Moment> moment(Datum datum) {
        if (datum.content() == null
                || datum.field() != null
                        && datum.field().toLowerCase(Locale.ROOT).contains("geboorte")) {
            return Optional.empty();
        }
        Matcher iso = ISO.matcher(datum.content());
        if (iso.find()) {
            return moment(iso.group(1), iso.group(2), iso.group(3), iso.group(4));
        }
        Matcher dutch = DUTCH.matcher(datum.content());
        return dutch.find() ? moment(dutch.group(3), dutch.group(2), dutch.group(1), dutch.group(4)) : Optional.empty();
    }

    private static Optional<Moment> moment(String year, String month, String day, String time) {
        try {
            return Optional.of(new Moment(
                    LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)),
                    time == null ? null : LocalTime.parse(time)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Position> position(Signal signal) {
        Place place = signal.content().observation().place();
        return place == null || place.longitude() == null || place.latitude() == null
                ? Optional.empty()
                : Optional.of(new Position(place.longitude(), place.latitude()));
    }

    /** Without the values, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "Gathered[" + data.size() + "]";
    }
}
