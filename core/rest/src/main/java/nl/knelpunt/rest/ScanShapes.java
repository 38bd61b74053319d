package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Ranking;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of scans. */
final class ScanShapes {

    private ScanShapes() {}

    record IndicatorBody(
            @Mandatory @JsonPropertyDescription("short, unique in the mapping")
            String code,

            @Mandatory @JsonPropertyDescription("heading of its column")
            String column,

            @Mandatory @JsonPropertyDescription("for people")
            String label,

            @Mandatory @JsonPropertyDescription("such as %") String unit,

            @Mandatory Mapping.Direction direction) {

        static IndicatorBody of(Mapping.Indicator indicator) {
            return new IndicatorBody(
                    indicator.code(), indicator.column(), indicator.label(), indicator.unit(), indicator.direction());
        }
    }

    record MappingBody(
            @Mandatory String name,

            @Mandatory @JsonPropertyDescription("by what the rows are named")
            Codes codes,

            @Mandatory @JsonPropertyDescription("heading of the column with those codes")
            String codeColumn,

            @Mandatory @JsonPropertyDescription("heading of the column with the number of addresses or companies")
            String sizeColumn,

            @JsonPropertyDescription("one character between columns; absent: a semicolon")
            String separator,

            @JsonPropertyDescription("whether 1,5 is one and a half")
            boolean decimalComma,

            @JsonPropertyDescription("what stands where there is no value; an empty cell always means that")
            List<String> missing,

            @Mandatory List<IndicatorBody> indicators) {

        static MappingBody of(Mapping.Content content) {
            return new MappingBody(
                    content.name(),
                    content.codes(),
                    content.codeColumn(),
                    content.sizeColumn(),
                    String.valueOf(content.separator()),
                    content.decimalComma(),
                    content.missing().stream().sorted().toList(),
                    content.indicators().stream().map(IndicatorBody::of).toList());
        }

        Mapping.Content engine() {
            // Two characters are none of those that may be chosen.
            char between = separator == null ? ';' : separator.length() == 1 ? separator.charAt(0) : '\0';
            return new Mapping.Content(
                    name,
                    codes,
                    codeColumn,
                    sizeColumn,
                    between,
                    decimalComma,
                    missing == null ? Set.of() : new HashSet<>(missing),
                    indicators.stream()
                            .map(i -> new Mapping.Indicator(i.code(), i.column(), i.label(), i.unit(), i.direction()))
                            .toList());
        }
    }

    record MappingView(UUID id, long version, MappingBody content, UUID person, Instant at) {

        static MappingView of(Mapping mapping) {
            return new MappingView(
                    mapping.id(), mapping.version(), MappingBody.of(mapping.content()), mapping.person(), mapping.at());
        }
    }

    record MappingList(List<MappingView> items, Links links) {}

    record AreaProperties(
            @Mandatory @JsonPropertyDescription("unique in this RIEC")
            String code,

            @Mandatory @JsonPropertyDescription("no personal data")
            String name) {}

    record FeatureBody(
            @JsonPropertyDescription("Feature") String type,
            @Mandatory AreaProperties properties,
            @Mandatory Area geometry) {}

    record NewAreas(
            @JsonPropertyDescription("FeatureCollection") String type,
            @Mandatory List<FeatureBody> features) {

        List<Scans.NewArea> engine() {
            return features.stream()
                    .map(f -> new Scans.NewArea(
                            f.properties().code(), f.properties().name(), f.geometry()))
                    .toList();
        }
    }

    record Imported(int areas) {}

    /** GeoJSON (RFC 7946), so that a map can show it as it is. */
    record AreaCollection(String type, List<FeatureBody> features, Links links) {

        static FeatureBody feature(OwnArea area) {
            return new FeatureBody("Feature", new AreaProperties(area.code(), area.name()), area.geometry());
        }
    }

    record DataSetView(
            UUID id,
            String name,
            int version,
            String source,
            LocalDate date,
            UUID mapping,
            long mappingVersion,
            Codes codes,
            List<IndicatorBody> indicators,

            @JsonPropertyDescription("areas or branches") int rows,

            @JsonPropertyDescription("addresses or companies of the smallest")
            int smallest,

            UUID person,
            Instant at) {

        static DataSetView of(DataSet set) {
            return new DataSetView(
                    set.id(),
                    set.name(),
                    set.version(),
                    set.source(),
                    set.date(),
                    set.mapping(),
                    set.mappingVersion(),
                    set.codes(),
                    set.indicators().stream().map(IndicatorBody::of).toList(),
                    set.rows(),
                    set.smallest(),
                    set.person(),
                    set.at());
        }
    }

    record DataSetList(List<DataSetView> items, Links links) {}

    record WeightBody(
            @Mandatory String indicator, @Mandatory Double weight) {}

    record ChoiceBody(
            @Mandatory UUID dataSet,

            @Mandatory @JsonPropertyDescription("what is not named does not count")
            List<WeightBody> weights,

            @Mandatory Choice.Normalisation normalisation,

            @JsonPropertyDescription("part of the weights for which there must be values to be ranked; absent: 0.5")
            Double leastCoverage) {

        static ChoiceBody of(Choice choice) {
            return new ChoiceBody(
                    choice.dataSet(),
                    choice.weights().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(e -> new WeightBody(e.getKey(), e.getValue()))
                            .toList(),
                    choice.normalisation(),
                    choice.leastCoverage());
        }

        Choice engine() {
            Map<String, Double> all = new HashMap<>();
            weights.forEach(w -> all.put(w.indicator(), w.weight()));
            return new Choice(dataSet, all, normalisation, leastCoverage == null ? 0.5 : leastCoverage);
        }
    }

    record SpreadView(
            String indicator,
            @JsonPropertyDescription("rows with a value") int values,
            double least,
            double most,
            double mean,

            @JsonPropertyDescription("standard deviation over all rows with a value")
            double deviation) {}

    record InputView(
            String indicator,
            @JsonPropertyDescription("as it was read") double value,

            @JsonPropertyDescription("higher is more vulnerable, whatever the direction")
            double normalised,

            double weight,

            @JsonPropertyDescription("to the index; together they are the index")
            double contribution) {}

    record RankedView(
            @JsonPropertyDescription("from 1; absent when the coverage does not suffice")
            Integer rank,

            String code,
            @JsonPropertyDescription("of an own area") String name,

            @JsonPropertyDescription("addresses or companies")
            int size,

            @JsonPropertyDescription("weighted mean of the inputs; absent without any")
            Double index,

            @JsonPropertyDescription("part of the weights for which there are values, 0 to 1")
            double coverage,

            List<InputView> inputs,

            @JsonPropertyDescription("indicators without a value here: never filled in")
            List<String> missing,

            @JsonPropertyDescription("of an own area") Area geometry) {

        static RankedView of(Ranking.Ranked ranked, String name, Area geometry) {
            return new RankedView(
                    ranked.rank() == 0 ? null : ranked.rank(),
                    ranked.code(),
                    name,
                    ranked.size(),
                    ranked.index(),
                    ranked.coverage(),
                    ranked.inputs().stream()
                            .map(i -> new InputView(
                                    i.indicator(), i.value(), i.normalised(), i.weight(), i.contribution()))
                            .toList(),
                    ranked.missing(),
                    geometry);
        }
    }

    record OutcomeView(
            UUID id,
            UUID scan,
            DataSetView dataSet,
            ChoiceBody choice,

            @JsonPropertyDescription("with which each normalised value can be checked")
            List<SpreadView> spreads,

            @JsonPropertyDescription("how many have a rank") int ranked,

            @JsonPropertyDescription("what this is, and what it is not: to be shown with it")
            BilingualText note,

            @JsonPropertyDescription("who chose") UUID person,
            Instant at,

            @JsonPropertyDescription("the most vulnerable first; only in an outcome by itself")
            List<RankedView> areas,

            Links links) {

        static OutcomeView of(Outcome outcome, List<RankedView> areas, Links links) {
            return new OutcomeView(
                    outcome.id(),
                    outcome.scan(),
                    DataSetView.of(outcome.dataSet()),
                    ChoiceBody.of(outcome.choice()),
                    outcome.spreads().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(e -> new SpreadView(
                                    e.getKey(),
                                    e.getValue().values(),
                                    e.getValue().least(),
                                    e.getValue().most(),
                                    e.getValue().mean(),
                                    e.getValue().deviation()))
                            .toList(),
                    outcome.ranked(),
                    BilingualText.of(Outcome.NOTE),
                    outcome.person(),
                    outcome.at(),
                    areas,
                    links);
        }
    }

    record OutcomeList(List<OutcomeView> items, Links links) {}

    record NewProposalFromScan(
            @Mandatory UUID outcome,

            @Mandatory @JsonPropertyDescription("codes in the outcome")
            List<String> areas,

            @Mandatory String title,

            @Mandatory @JsonPropertyDescription("where enforcement falls short there, in your own words")
            String deficit) {

        Scans.NewProposal engine() {
            return new Scans.NewProposal(outcome, areas, title, deficit);
        }
    }

    record OriginView(
            @JsonPropertyDescription("scan or case consultation; absent when it came from signals alone")
            UUID source,

            String href,

            @JsonPropertyDescription("of a scan, as it was then")
            OutcomeView outcome,

            List<RankedView> areas) {

        static OriginView of(Origin origin) {
            return origin == null
                    ? new OriginView(null, null, null, List.of())
                    : new OriginView(
                            origin.source(),
                            KnelpuntResource.href(origin.source()),
                            origin.outcome() == null ? null : OutcomeView.of(origin.outcome(), null, null),
                            origin.areas().stream()
                                    .map(r -> RankedView.of(r, null, null))
                                    .toList());
        }
    }
}
