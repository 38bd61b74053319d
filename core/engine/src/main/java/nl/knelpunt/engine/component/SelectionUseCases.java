package nl.knelpunt.engine.component;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.Element;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Network;
import nl.knelpunt.engine.analysis.PlaceMap;
import nl.knelpunt.engine.analysis.PlaceMap.MappedPlace;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.analysis.Timeline;
import nl.knelpunt.engine.analysis.Timeline.DatedFact;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Geometry;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class SelectionUseCases implements Selections {

    private static final String KEPT = "KEPT";

    private final Gate gate;
    private final Geometry geometry;

    @Activate
    public SelectionUseCases(@Reference Gate gate, @Reference Geometry geometry) {
        this.gate = gate;
        this.geometry = geometry;
    }

    @Override
    public Done keep(Call call, UUID knelpunt, NewSelection selection) {
        check(selection);
        return gate.change(call, Act.KEEP_SELECTION, knelpunt, saying(selection.name()), (t, facts) -> {
            if (t.selections().count(knelpunt) >= MOST) {
                throw new InvalidException(
                        "name",
                        new Text(
                                "Er zijn al " + MOST + " selecties. Gooi er eerst een weg.",
                                "There are " + MOST + " selections already. Remove one first."));
            }
            Selection made = new Selection(
                    Ids.next(),
                    knelpunt,
                    1,
                    selection.name(),
                    person(facts),
                    selection.shared(),
                    selection.filter(),
                    facts.now());
            t.selections().insert(made);
            return new Done(made.id(), KEPT, made.version());
        });
    }

    @Override
    public Done replace(Call call, UUID knelpunt, UUID selection, NewSelection changed) {
        check(changed);
        return gate.change(
                call,
                Act.CHANGE_SELECTION,
                knelpunt,
                (t, facts) -> saying(changed.name()).ask(t, own(t, facts, selection)),
                (t, facts) -> {
                    Selection before = facts.papers().selection();
                    t.selections()
                            .update(new Selection(
                                    before.id(),
                                    knelpunt,
                                    before.version(),
                                    changed.name(),
                                    before.owner(),
                                    changed.shared(),
                                    changed.filter(),
                                    facts.now()));
                    return new Done(before.id(), KEPT, before.version() + 1);
                });
    }

    @Override
    public Done remove(Call call, UUID knelpunt, UUID selection) {
        return gate.change(call, Act.REMOVE_SELECTION, knelpunt, (t, facts) -> own(t, facts, selection), (t, facts) -> {
            t.selections().remove(selection);
            return new Done(
                    selection, Done.DESTROYED, facts.papers().selection().version());
        });
    }

    private static void check(NewSelection selection) {
        Checks.filled("name", selection.name());
        Checks.line("name", selection.name());
        Checks.required("filter", selection.filter());
        check(selection.filter());
    }

    private static void check(Selection.Filter filter) {
        Checks.items("filter.subjects", filter.subjects());
        Checks.items("filter.suppliers", List.copyOf(filter.suppliers()));
        if (filter.from() != null && filter.until() != null && filter.until().isBefore(filter.from())) {
            throw new InvalidException(
                    "filter.until", new Text("Het einde ligt vóór het begin.", "The end lies before the beginning."));
        }
    }

    private static Gate.Asking saying(String name) {
        return (t, facts) -> facts.asking(new Asked.Saying("name", name));
    }

    private static Facts own(Transaction transaction, Facts facts, UUID selection) {
        return find(transaction, facts, selection)
                .filter(s -> s.owner().equals(person(facts)))
                .map(s -> facts.withPapers(facts.papers().with(s)))
                .orElse(facts);
    }

    /** One that the actor may use. */
    private static Optional<Selection> find(Transaction transaction, Facts facts, UUID selection) {
        return facts.knelpunt() == null || facts.actor().account() == null
                ? Optional.empty()
                : transaction
                        .selections()
                        .find(selection)
                        .filter(s -> s.knelpunt().equals(facts.knelpunt().id()))
                        .filter(s -> s.shared() || s.owner().equals(person(facts)));
    }

    @Override
    public Page<Selection> list(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_SELECTIONS,
                knelpunt,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.selections().ofKnelpunt(knelpunt, person(facts), from, most),
                        Selection::id,
                        Optional::of));
    }

    @Override
    public Network network(Call call, UUID knelpunt, Over over) {
        return look(call, knelpunt, over, (gathered, facts) -> NetworkMaker.of(gathered));
    }

    @Override
    public Timeline timeline(Call call, UUID knelpunt, Over over) {
        return look(call, knelpunt, over, (gathered, facts) -> timeline(gathered));
    }

    @Override
    public PlaceMap map(Call call, UUID knelpunt, Over over) {
        return look(call, knelpunt, over, SelectionUseCases::map);
    }

    private <R> R look(Call call, UUID knelpunt, Over over, BiFunction<Gathered, Facts, R> view) {
        check(over);
        return gate.read(
                call,
                Act.ANALYSE,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Analysing(AnalysisMethod.BY_A_PERSON)),
                (t, facts, judge) -> view.apply(gather(t, facts, judge, over), facts));
    }

    private static void check(Over over) {
        if (over.selection() != null && over.filter() != null) {
            throw new InvalidException(
                    "filter",
                    new Text(
                            "Noem een selectie of een filter, niet allebei.",
                            "Name a selection or a filter, not both."));
        }
        if (over.filter() != null) {
            check(over.filter());
        }
    }

    private Gathered gather(Transaction t, Facts facts, Gate.Judge judge, Over over) {
        Selection.Filter filter = over.selection() == null
                ? Objects.requireNonNullElse(over.filter(), Selection.Filter.ALL)
                : find(t, facts, over.selection())
                        .map(Selection::filter)
                        .orElseThrow(() -> new InvalidException(
                                "selection",
                                new Text(
                                        "Deze selectie is er niet, of is niet met u gedeeld.",
                                        "There is no such selection, or it is not shared with you.")));
        return Gathered.of(t, facts, judge, filter, filter.area() == null ? null : geometry.within(filter.area()));
    }

    private static Timeline timeline(Gathered gathered) {
        Stream<DatedFact> observed = gathered.signals().stream()
                .map(s -> new DatedFact(
                        s.content().observation().date(),
                        s.content().observation().time(),
                        s.content().observation().what(),
                        Element.of(s)));
        Stream<DatedFact> dated = gathered.data().stream()
                .flatMap(shown -> Gathered.moment(shown.datum()).stream()
                        .map(m ->
                                new DatedFact(m.date(), m.time(), shown.datum().content(), Element.of(shown))));
        return new Timeline(
                Stream.concat(observed, dated)
                        .sorted(Comparator.comparing(DatedFact::date)
                                .thenComparing(DatedFact::time, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(f -> f.source().id().toString()))
                        .toList(),
                gathered.frozen());
    }

    private static PlaceMap map(Gathered gathered, Facts facts) {
        Stream<MappedPlace> observed = gathered.signals().stream()
                .flatMap(s -> Gathered.position(s).stream()
                        .map(p -> new MappedPlace(p, s.content().observation().what(), Element.of(s))));
        Stream<MappedPlace> placed = gathered.data().stream()
                .flatMap(shown -> Positions.of(shown.datum()).stream()
                        .map(p -> new MappedPlace(p, shown.datum().content(), Element.of(shown))));
        return new PlaceMap(
                Stream.concat(observed, placed)
                        .sorted(Comparator.comparing(p -> p.source().id().toString()))
                        .toList(),
                facts.knelpunt().proposal().scope().area(),
                gathered.frozen());
    }

    @Override
    public Export.Content export(
            Call call, UUID knelpunt, Over over, Export.Format format, String purpose, boolean restrictionsConfirmed) {
        Checks.required("format", format);
        Checks.filled("purpose", purpose);
        Checks.text("purpose", purpose, Checks.TEXT);
        check(over);
        return gate.read(
                call,
                Act.EXPORT_SELECTION,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Saying("purpose", purpose)),
                (t, facts, judge) -> {
                    Gathered all = gather(t, facts, judge, over);
                    Gathered gathered = all.leaving(facts.actor());
                    boolean restricted = gathered.isRestrictedFor(facts.actor());
                    if (restricted && !restrictionsConfirmed) {
                        throw new InvalidException(
                                "restrictionsConfirmed",
                                new Text(
                                        "Een bronhouder beperkt het gebruik (H3). Bevestig dat u zich daaraan houdt.",
                                        "A supplier restricts the use (H3). Confirm that you keep to that."));
                    }
                    Export export =
                            new Export(Ids.next(), knelpunt, format, purpose, person(facts), facts.now(), restricted);
                    t.selections().insert(export);
                    return new Export.Content(
                            export,
                            format == Export.Format.CSV ? gathered.data() : null,
                            format == Export.Format.GRAPHML ? NetworkMaker.of(gathered) : null,
                            format == Export.Format.GEOJSON ? map(gathered, facts) : null,
                            gathered.frozen(),
                            all.size() - gathered.size());
                });
    }

    @Override
    public Page<Export> exports(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_EXPORTS,
                knelpunt,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.selections().exportsOf(knelpunt, from, most),
                        Export::id,
                        Optional::of));
    }

    private static UUID person(Facts facts) {
        return facts.actor().account().id();
    }
}
