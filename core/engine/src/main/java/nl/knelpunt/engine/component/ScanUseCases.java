package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
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
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Ranking;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.engine.scan.UnfitTableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class ScanUseCases implements Scans {

    /** Areas of one proposal. */
    private static final int MOST_PROPOSED = 25;

    private static final Set<Character> SEPARATORS = Set.of(',', ';', '\t', '|');
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));

    private final Gate gate;
    private final Geometry geometry;

    @Activate
    public ScanUseCases(@Reference Gate gate, @Reference Geometry geometry) {
        this.gate = gate;
        this.geometry = geometry;
    }

    // Mappings

    @Override
    public Done writeMapping(Call call, Mapping.Content content) {
        check(content);
        UUID id = Ids.next();
        return gate.change(call, Act.WRITE_MAPPING, null, (t, facts) -> facts.asking(said(content)), (t, facts) -> {
            t.scans().insert(new Mapping(id, 1, content, facts.actor().account().id(), facts.now()));
            return new Done(id, "WRITTEN", 1);
        });
    }

    @Override
    public Done changeMapping(Call call, UUID mapping, Mapping.Content content) {
        check(content);
        return gate.change(call, Act.WRITE_MAPPING, null, (t, facts) -> facts.asking(said(content)), (t, facts) -> {
            Mapping before = mapping(t, mapping);
            Mapping seen = call.version() == null ? before : before.at(call.version());
            t.scans().update(seen.changedTo(content, facts.actor().account().id(), facts.now()));
            return new Done(mapping, "WRITTEN", seen.version() + 1);
        });
    }

    private static Mapping mapping(Transaction transaction, UUID id) {
        return transaction
                .scans()
                .mapping(id)
                .orElseThrow(() -> new InvalidException(
                        "mapping", new Text("Kies een koppeling die er is.", "Choose a mapping that is there.")));
    }

    private static void check(Mapping.Content content) {
        line("name", content.name());
        Checks.required("codes", content.codes());
        line("codeColumn", content.codeColumn());
        line("sizeColumn", content.sizeColumn());
        if (!SEPARATORS.contains(content.separator())) {
            throw new InvalidException(
                    "separator",
                    new Text(
                            "Kies een komma, puntkomma, tab of rechte streep.",
                            "Choose a comma, semicolon, tab or vertical bar."));
        }
        Checks.items("missing", List.copyOf(content.missing()));
        content.missing().forEach(m -> Checks.line("missing", m));
        int number = content.indicators().size();
        Checks.between("indicators", number, 1, Mapping.MOST_INDICATORS);
        Set<String> codes = new HashSet<>();
        Set<String> columns = new HashSet<>(Set.of(content.codeColumn(), content.sizeColumn()));
        for (int i = 0; i < number; i++) {
            String path = "indicators[" + i + "].";
            Mapping.Indicator indicator = content.indicators().get(i);
            line(path + "code", indicator.code());
            line(path + "column", indicator.column());
            line(path + "label", indicator.label());
            line(path + "unit", indicator.unit());
            Checks.required(path + "direction", indicator.direction());
            if (!codes.add(indicator.code()) || !columns.add(indicator.column())) {
                throw new InvalidException(
                        path + "code",
                        new Text(
                                "Elk kenmerk heeft een eigen code en een eigen kolom.",
                                "Each indicator has a code and a column of its own."));
            }
        }
        if (columns.size() != number + 2) {
            throw new InvalidException(
                    "sizeColumn", new Text("Kies een andere kolom dan die met de codes.", "Choose another column."));
        }
    }

    private static void line(String field, String value) {
        Checks.filled(field, value);
        Checks.line(field, value);
    }

    private static Asked said(Mapping.Content content) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", content.name());
        for (int i = 0; i < content.indicators().size(); i++) {
            texts.put("indicators[" + i + "].label", content.indicators().get(i).label());
            texts.put("indicators[" + i + "].unit", content.indicators().get(i).unit());
        }
        return new Asked.Stating(texts);
    }

    @Override
    public Page<Mapping> mappings(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_MAPPINGS,
                null,
                (t, facts, judge) -> Pages.fill(after, limit, t.scans()::mappings, Mapping::id, Optional::of));
    }

    // Own areas

    @Override
    public int importAreas(Call call, List<NewArea> areas) {
        Checks.between("features", areas.size(), 1, OwnArea.MOST);
        Map<String, String> texts = new LinkedHashMap<>();
        List<Area> checked = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < areas.size(); i++) {
            NewArea area = areas.get(i);
            String path = "features[" + i + "].";
            Checks.filled(path + "properties.code", area.code());
            if (!Codes.OWN.fit(area.code()) || !codes.add(area.code())) {
                throw new InvalidException(
                        path + "properties.code",
                        new Text(
                                "Een code heeft letters, cijfers, punten en streepjes, en staat er één keer.",
                                "A code has letters, digits, dots and hyphens, and is there once."));
            }
            line(path + "properties.name", area.name());
            Checks.required(path + "geometry", area.geometry());
            checked.add(checked(path + "geometry", area.geometry()));
            texts.put(path + "properties.name", area.name());
        }
        gate.change(call, Act.IMPORT_AREAS, null, (t, facts) -> facts.asking(new Asked.Stating(texts)), (t, facts) -> {
            for (int i = 0; i < areas.size(); i++) {
                t.scans()
                        .put(new OwnArea(
                                areas.get(i).code(),
                                areas.get(i).name(),
                                checked.get(i),
                                facts.actor().account().id(),
                                facts.now()));
            }
            return new Done(Ids.next(), "IMPORTED", 1);
        });
        return areas.size();
    }

    private Area checked(String field, Area drawn) {
        try {
            return geometry.checked(drawn);
        } catch (InvalidException e) {
            throw new InvalidException(field, e.reason());
        }
    }

    @Override
    public List<OwnArea> areas(Call call, String after, int limit) {
        Checks.limit(limit);
        Checks.text("after", after, Checks.LINE);
        return gate.read(
                call, Act.LIST_AREAS, null, (t, facts, judge) -> t.scans().areas(after, limit));
    }

    // Data sets

    @Override
    public Done importSet(Call call, UUID scan, NewSet set, Table.Source table) throws IOException {
        UUID id = Ids.next();
        if (call.isTrial()) {
            // Whether somebody may: not whether the table is fit.
            return gate.change(call, Act.IMPORT_DATA_SET, scan, NOTHING, (t, facts) -> new Done(id, "IMPORTED", 1));
        }
        Checks.required("mapping", set.mapping());
        line("name", set.name());
        line("source", set.source());
        Checks.required("date", set.date());
        Checks.date("date", set.date());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", set.name());
        texts.put("source", set.source());
        Gate.Asking asking = (t, facts) -> facts.asking(new Asked.Stating(texts));
        gate.admit(call, Act.IMPORT_DATA_SET, scan, NOTHING);
        // Looked up before the table is read, which takes its time.
        Reader reader = gate.read(
                call,
                Act.SEE_SCAN,
                scan,
                (t, facts, judge) -> new Reader(
                        mapping(t, set.mapping()), facts.policy().limits().smallestArea()));
        Mapping mapping = reader.mapping;
        TableReading.Result read = TableReading.read(mapping.content(), reader.smallest, table);
        return gate.change(call, Act.IMPORT_DATA_SET, scan, asking, (t, facts) -> {
            Checks.notAfter("date", set.date(), facts.today());
            if (t.scans().countSets(scan) >= DataSet.MOST_SETS) {
                throw new InvalidException(
                        "name",
                        new Text(
                                "Bij een scan passen " + DataSet.MOST_SETS + " gegevenssets.",
                                "A scan takes " + DataSet.MOST_SETS + " data sets."));
            }
            checkOwnAreas(t, mapping.content(), read);
            DataSet imported = new DataSet(
                    id,
                    scan,
                    set.name(),
                    t.scans().newestVersion(scan, set.name()) + 1,
                    set.source(),
                    set.date(),
                    mapping.id(),
                    mapping.version(),
                    mapping.content().codes(),
                    mapping.content().indicators(),
                    read.rows().size(),
                    read.smallest(),
                    facts.actor().account().id(),
                    facts.now());
            t.scans().insert(imported, read.rows());
            return new Done(id, "IMPORTED", imported.version());
        });
    }

    private record Reader(Mapping mapping, int smallest) {}

    private static void checkOwnAreas(Transaction transaction, Mapping.Content mapping, TableReading.Result read) {
        if (mapping.codes() != Codes.OWN) {
            return;
        }
        List<UnfitTableException.Fault> unknown = new ArrayList<>();
        for (int i = 0; i < read.rows().size() && unknown.size() < UnfitTableException.MOST; i++) {
            if (transaction.scans().area(read.rows().get(i).code()).isEmpty()) {
                unknown.add(new UnfitTableException.Fault(
                        read.lines().get(i),
                        0,
                        new Text(
                                "Dit gebied is er niet. Lees eerst de eigen gebieden in.",
                                "There is no such area. Import the own areas first.")));
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnfitTableException(unknown);
        }
    }

    @Override
    public Page<DataSet> sets(Call call, UUID scan, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.SEE_SCAN,
                scan,
                (t, facts, judge) -> Pages.fill(
                        after, limit, (from, most) -> t.scans().sets(scan, from, most), DataSet::id, Optional::of));
    }

    // Outcomes

    @Override
    public Done rank(Call call, UUID scan, Choice choice) {
        Checks.required("dataSet", choice.dataSet());
        Checks.required("normalisation", choice.normalisation());
        if (!(choice.leastCoverage() >= 0 && choice.leastCoverage() <= 1)) {
            throw new InvalidException(
                    "leastCoverage", new Text("Dit is een deel: 0 tot en met 1.", "This is a part: 0 to 1."));
        }
        if (choice.weights().isEmpty()) {
            throw new InvalidException(
                    "weights", new Text("Geef ten minste één kenmerk gewicht.", "Give at least one indicator weight."));
        }
        UUID id = Ids.next();
        return gate.change(call, Act.RANK_AREAS, scan, NOTHING, (t, facts) -> {
            DataSet set = t.scans()
                    .set(choice.dataSet())
                    .filter(s -> s.scan().equals(scan))
                    .orElseThrow(() -> new InvalidException(
                            "dataSet",
                            new Text("Kies een gegevensset van deze scan.", "Choose a data set of this scan.")));
            if (t.scans().countOutcomes(scan) >= Outcome.MOST_OUTCOMES) {
                throw new InvalidException(
                        "dataSet",
                        new Text(
                                "Bij een scan passen " + Outcome.MOST_OUTCOMES + " uitkomsten.",
                                "A scan takes " + Outcome.MOST_OUTCOMES + " outcomes."));
            }
            List<DataSet.Row> rows = t.scans().rows(set.id());
            Map<String, Ranking.Spread> spreads = Ranking.spreads(set.indicators(), rows);
            checkWeights(choice, set, spreads);
            List<Ranking.Ranked> ranked = Ranking.of(choice, set.indicators(), spreads, rows);
            Outcome outcome = new Outcome(
                    id,
                    scan,
                    set,
                    choice,
                    spreads.entrySet().stream()
                            .filter(e -> choice.weights().containsKey(e.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    (int) ranked.stream().filter(r -> r.rank() > 0).count(),
                    facts.actor().account().id(),
                    facts.now());
            t.scans().insert(outcome, ranked);
            return new Done(id, "COMPARED", 1);
        });
    }

    private static void checkWeights(Choice choice, DataSet set, Map<String, Ranking.Spread> spreads) {
        Set<String> known =
                set.indicators().stream().map(Mapping.Indicator::code).collect(Collectors.toSet());
        choice.weights().forEach((code, weight) -> {
            String field = "weights." + (known.contains(code) ? code : "?");
            if (!known.contains(code)) {
                throw new InvalidException(
                        field,
                        new Text("Dit kenmerk is er niet in deze set.", "There is no such indicator in this set."));
            }
            if (!(weight > 0 && weight <= Choice.MOST_WEIGHT)) {
                throw new InvalidException(
                        field,
                        new Text(
                                "Een gewicht is groter dan 0 en hoogstens 1000.",
                                "A weight is more than 0 and at most 1000."));
            }
            if (!spreads.containsKey(code) || spreads.get(code).isFlat()) {
                throw new InvalidException(
                        field,
                        new Text(
                                "Dit kenmerk heeft overal dezelfde waarde of geen, en onderscheidt niets. Laat het weg.",
                                "This indicator has the same value everywhere or none, and tells nothing apart. Leave it out."));
            }
        });
    }

    @Override
    public Page<Outcome> outcomes(Call call, UUID scan, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.SEE_SCAN,
                scan,
                (t, facts, judge) -> Pages.fill(
                        after, limit, (from, most) -> t.scans().outcomes(scan, from, most), Outcome::id, Optional::of));
    }

    @Override
    public ShownOutcome outcome(Call call, UUID scan, UUID id, int after, int limit) {
        Checks.limit(limit);
        Checks.between("after", after, 0, DataSet.MOST_ROWS);
        return gate.read(call, Act.SEE_SCAN, scan, (t, facts, judge) -> {
            Outcome outcome = outcome(t, scan, id);
            List<Ranking.Ranked> ranked = t.scans().ranked(id, after, limit);
            boolean own = outcome.dataSet().codes() == Codes.OWN;
            return new ShownOutcome(
                    outcome,
                    ranked.stream()
                            .map(r -> {
                                Optional<OwnArea> area = own ? t.scans().area(r.code()) : Optional.empty();
                                return new ShownRanked(
                                        r,
                                        area.map(OwnArea::name).orElse(null),
                                        area.map(OwnArea::geometry).orElse(null));
                            })
                            .toList(),
                    after + ranked.size() < outcome.dataSet().rows() ? after + ranked.size() : null);
        });
    }

    private static Outcome outcome(Transaction transaction, UUID scan, UUID id) {
        return transaction
                .scans()
                .outcome(id)
                .filter(o -> o.scan().equals(scan))
                .orElseThrow(() -> new InvalidException(
                        "outcome", new Text("Kies een uitkomst van deze scan.", "Choose an outcome of this scan.")));
    }

    // Proposals

    @Override
    public Done propose(Call call, UUID scan, NewProposal proposal) {
        Checks.required("outcome", proposal.outcome());
        line("title", proposal.title());
        Checks.filled("deficit", proposal.deficit());
        Checks.text("deficit", proposal.deficit(), Checks.TEXT);
        Checks.items("areas", proposal.areas());
        Checks.between("areas", proposal.areas().size(), 1, MOST_PROPOSED);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", proposal.title());
        texts.put("deficit", proposal.deficit());
        UUID id = Ids.next();
        return gate.change(
                call, Act.PROPOSE_FROM_SCAN, scan, (t, facts) -> facts.asking(new Asked.Stating(texts)), (t, facts) -> {
                    Outcome outcome = outcome(t, scan, proposal.outcome());
                    List<Ranking.Ranked> areas = new ArrayList<>();
                    for (int i = 0; i < proposal.areas().size(); i++) {
                        String field = "areas[" + i + "]";
                        areas.add(t.scans()
                                .ranked(outcome.id(), proposal.areas().get(i))
                                .orElseThrow(() -> new InvalidException(
                                        field,
                                        new Text(
                                                "Dit gebied of deze branche is er niet in de uitkomst.",
                                                "There is no such area or branch in the outcome."))));
                    }
                    Knelpunt proposed =
                            Knelpunt.proposed(id, facts.now(), proposal(t, facts, proposal, outcome, areas));
                    t.knelpunten().insert(proposed);
                    t.scans().insert(new Origin(id, scan, outcome, areas));
                    return new Done(id, proposed.state().name(), proposed.version());
                });
    }

    private Proposal proposal(
            Transaction transaction, Facts facts, NewProposal asked, Outcome outcome, List<Ranking.Ranked> areas) {
        Proposal scan = facts.knelpunt().proposal();
        boolean branches = outcome.dataSet().codes().areBranches();
        List<String> codes = areas.stream().map(Ranking.Ranked::code).toList();
        List<OwnArea> own = outcome.dataSet().codes() == Codes.OWN
                ? codes.stream()
                        .flatMap(c -> transaction.scans().area(c).stream())
                        .toList()
                : List.of();
        String names = own.isEmpty()
                ? String.join(", ", codes)
                : own.stream().map(a -> a.name() + " (" + a.code() + ")").collect(Collectors.joining(", "));
        return new Proposal(
                Activity.KNELPUNT,
                null,
                asked.title(),
                branches ? ObjectType.BRANCH : ObjectType.AREA,
                names,
                new Scope(names, null, together(own), branches ? codes : List.of()),
                scan.manifestations(),
                new Grounds(null, null, null, asked.deficit(), values(outcome, areas)),
                List.of(),
                scan.involved(),
                List.of(),
                List.of(),
                null);
    }

    /** Null where the areas have no outline here, or too many positions together. They are few, so this takes a moment only. */
    private Area together(List<OwnArea> own) {
        int positions = own.stream()
                .flatMap(a -> a.geometry().polygons().stream())
                .flatMap(List::stream)
                .mapToInt(List::size)
                .sum();
        return positions == 0 || positions > Area.MOST_POSITIONS
                ? null
                : geometry.united(own.stream().map(OwnArea::geometry).toList());
    }

    /** Values with their unit, source, date and version: facts, no judgement. */
    private static String values(Outcome outcome, List<Ranking.Ranked> areas) {
        DataSet set = outcome.dataSet();
        Map<String, Mapping.Indicator> indicators =
                set.indicators().stream().collect(Collectors.toMap(Mapping.Indicator::code, Function.identity()));
        StringBuilder text = new StringBuilder("Gegevensset ")
                .append(set.name())
                .append(" versie ")
                .append(set.version())
                .append(" (")
                .append(set.source())
                .append(", ")
                .append(DAY.format(set.date()))
                .append("), uitkomst van ")
                .append(DAY.format(outcome.at().atZone(Facts.NETHERLANDS).toLocalDate()))
                .append('.');
        for (Ranking.Ranked area : areas) {
            text.append("\n").append(area.code()).append(": ");
            text.append(area.rank() == 0 ? "zonder plaats" : "plaats " + area.rank() + " van " + outcome.ranked());
            text.append(", dekking ").append(Math.round(area.coverage() * 100)).append("%");
            for (Ranking.Input input : area.inputs()) {
                Mapping.Indicator indicator = indicators.get(input.indicator());
                text.append("; ")
                        .append(indicator.label())
                        .append(' ')
                        .append(number(input.value()))
                        .append(' ')
                        .append(indicator.unit());
            }
            if (!area.missing().isEmpty()) {
                text.append("; geen waarde voor ")
                        .append(area.missing().stream()
                                .map(c -> indicators.get(c).label())
                                .collect(Collectors.joining(", ")));
            }
            text.append('.');
            if (text.length() > Checks.TEXT) {
                break;
            }
        }
        return text.length() > Checks.TEXT ? text.substring(0, Checks.TEXT) : text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value).replace('.', ',');
    }

    @Override
    public Optional<Origin> origin(Call call, UUID knelpunt) {
        return gate.read(
                call, Act.SEE_KNELPUNT, knelpunt, (t, facts, judge) -> t.scans().origin(knelpunt));
    }
}
