package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.analysis.Element;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Network;
import nl.knelpunt.engine.analysis.PlaceMap;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.analysis.Timeline;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.SignalShapes.GradingBody;

/** The JSON of selections, and of what is seen over one. It has no place for a degree, a rank or a score (G26). */
final class SelectionShapes {

    private SelectionShapes() {}

    record FilterBody(
            @JsonPropertyDescription("of the data; absent for all, as with the others")
            Set<DataCategory> categories,

            @JsonPropertyDescription("of the data; 0 is what came from a signal")
            Set<Integer> phases,

            @JsonPropertyDescription("ids of participants") Set<String> suppliers,

            @JsonPropertyDescription("whom or what the data are about")
            List<UUID> subjects,

            @JsonPropertyDescription("first day; what bears no date counts by the day of its first processing")
            LocalDate from,

            @JsonPropertyDescription("last day") LocalDate until,

            @JsonPropertyDescription("only subjects of which a place lies in it, and observations made in it")
            Area area) {

        static FilterBody of(Selection.Filter filter) {
            return new FilterBody(
                    filter.categories(),
                    filter.phases(),
                    filter.suppliers(),
                    filter.subjects(),
                    filter.from(),
                    filter.until(),
                    filter.area());
        }

        static Selection.Filter engine(FilterBody body) {
            return body == null
                    ? null
                    : new Selection.Filter(
                            body.categories,
                            body.phases,
                            body.suppliers,
                            body.subjects,
                            body.from,
                            body.until,
                            body.area);
        }
    }

    record NewSelectionBody(
            @Mandatory @JsonPropertyDescription("a few words without names")
            String name,

            @JsonPropertyDescription("with the other analysts of this knelpunt")
            boolean shared,

            @Mandatory FilterBody filter) {

        Selections.NewSelection engine() {
            return new Selections.NewSelection(name, shared, FilterBody.engine(filter));
        }
    }

    record OverBody(
            @JsonPropertyDescription("a kept selection; or else filter; neither for everything")
            UUID selection,

            FilterBody filter) {

        Selections.Over engine() {
            return new Selections.Over(selection, FilterBody.engine(filter));
        }
    }

    record NewExport(
            @JsonPropertyDescription("a kept selection; or else filter; neither for everything")
            UUID selection,

            FilterBody filter,

            @Mandatory @JsonPropertyDescription("GEOJSON: places; GRAPHML: the network; CSV: one line for each datum")
            Export.Format format,

            @Mandatory @JsonPropertyDescription("what it is taken out for; kept, so without names")
            String purpose,

            @JsonPropertyDescription("you keep to what suppliers restrict (H3)")
            boolean restrictionsConfirmed) {

        Selections.Over over() {
            return new Selections.Over(selection, FilterBody.engine(filter));
        }
    }

    record SelectionView(
            UUID id, long version, String name, UUID owner, boolean shared, FilterBody filter, Instant changed) {

        static SelectionView of(Selection selection) {
            return new SelectionView(
                    selection.id(),
                    selection.version(),
                    selection.name(),
                    selection.owner(),
                    selection.shared(),
                    FilterBody.of(selection.filter()),
                    selection.changed());
        }
    }

    record SelectionList(List<SelectionView> items, Links links) {}

    record SourceView(
            @JsonPropertyDescription("absent of an observation")
            UUID datum,

            @JsonPropertyDescription("whose observation it is; absent of a datum")
            UUID signal,

            DataCategory category,
            String field,
            String supplier,

            @JsonPropertyDescription("0 of what came from a signal")
            int phase,

            @JsonPropertyDescription("evaluation and handling codes; absent when its supplier stated none")
            GradingBody grading,

            @JsonPropertyDescription("of whoever shows it on")
            List<Obligation> obligations) {

        static SourceView of(Element element) {
            Datum datum = element.datum() == null ? null : element.datum().datum();
            return new SourceView(
                    datum == null ? null : datum.id(),
                    element.signal() == null ? null : element.signal().id(),
                    datum == null ? null : datum.category(),
                    datum == null ? null : datum.field(),
                    element.supplier(),
                    element.phase(),
                    GradingBody.of(element.grading()),
                    element.obligations().stream().sorted().toList());
        }

        static List<SourceView> all(List<Element> elements) {
            return elements.stream().map(SourceView::of).toList();
        }
    }

    record NodeView(
            String id,
            Network.NodeKind kind,

            @JsonPropertyDescription("absent of a shared value")
            UUID subject,

            @JsonPropertyDescription(
                    "the name that you may see, of a thing else its first datum, or the shared value; absent when there is none")
            String label,

            DataCategory category,
            String field,

            @JsonPropertyDescription("which part of the network it hangs together with")
            int part,

            List<SourceView> sources) {

        @Override
        public String toString() {
            return "NodeView[" + id + "]";
        }
    }

    record EdgeView(String from, String to, Network.EdgeKind kind, String label, List<SourceView> sources) {

        @Override
        public String toString() {
            return "EdgeView[" + kind + "]";
        }
    }

    record NetworkView(
            List<NodeView> nodes,
            List<EdgeView> edges,

            @JsonPropertyDescription("data that you may know of and that nobody sees now: left out")
            int frozen) {

        static NetworkView of(Network network) {
            return new NetworkView(
                    network.nodes().stream()
                            .map(n -> new NodeView(
                                    n.id(),
                                    n.kind(),
                                    n.subject(),
                                    n.label(),
                                    n.category(),
                                    n.field(),
                                    n.part(),
                                    SourceView.all(n.sources())))
                            .toList(),
                    network.edges().stream()
                            .map(e -> new EdgeView(e.from(), e.to(), e.kind(), e.label(), SourceView.all(e.sources())))
                            .toList(),
                    network.frozen());
        }
    }

    record FactView(
            LocalDate date,

            @JsonPropertyDescription("absent when only the day is known")
            LocalTime time,

            @JsonPropertyDescription("what was observed, or the value")
            String text,

            @JsonPropertyDescription("absent of an observation")
            UUID subject,

            SourceView source) {

        @Override
        public String toString() {
            return "FactView";
        }
    }

    record TimelineView(
            @JsonPropertyDescription("in order of time") List<FactView> facts,

            @JsonPropertyDescription("data that you may know of and that nobody sees now: left out")
            int frozen) {

        static TimelineView of(Timeline timeline) {
            return new TimelineView(
                    timeline.facts().stream()
                            .map(f -> new FactView(
                                    f.date(), f.time(), f.text(), subject(f.source()), SourceView.of(f.source())))
                            .toList(),
                    timeline.frozen());
        }
    }

    private static UUID subject(Element element) {
        return element.datum() == null ? null : element.datum().datum().subject();
    }

    record PointView(
            @JsonPropertyDescription("Point") String type,

            @JsonPropertyDescription("longitude, latitude in WGS 84")
            List<Double> coordinates) {}

    record PlaceProperties(
            @JsonPropertyDescription("what was observed there, or the value")
            String text,

            @JsonPropertyDescription("absent of an observation")
            UUID subject,

            SourceView source) {

        @Override
        public String toString() {
            return "PlaceProperties";
        }
    }

    record FeatureView(
            @JsonPropertyDescription("Feature") String type, UUID id, PointView geometry, PlaceProperties properties) {

        static FeatureView of(PlaceMap.MappedPlace place) {
            return new FeatureView(
                    "Feature",
                    place.source().id(),
                    new PointView(
                            "Point",
                            List.of(
                                    place.position().longitude(),
                                    place.position().latitude())),
                    new PlaceProperties(place.text(), subject(place.source()), SourceView.of(place.source())));
        }
    }

    record MapView(
            @JsonPropertyDescription("FeatureCollection") String type,

            List<FeatureView> features,

            @JsonPropertyDescription("delimitation of the knelpunt; absent when it is no area")
            Area scope,

            @JsonPropertyDescription("data that you may know of and that nobody sees now: left out")
            int frozen) {

        static MapView of(PlaceMap map) {
            return new MapView(
                    "FeatureCollection",
                    map.places().stream().map(FeatureView::of).toList(),
                    map.scope(),
                    map.frozen());
        }
    }

    record ExportItem(
            UUID id,
            Export.Format format,
            String purpose,
            UUID person,
            Instant at,

            @JsonPropertyDescription("who took it confirmed then to keep to what suppliers restrict (H3)")
            boolean restrictionsConfirmed) {

        static ExportItem of(Export export) {
            return new ExportItem(
                    export.id(),
                    export.format(),
                    export.purpose(),
                    export.person(),
                    export.at(),
                    export.restrictionsConfirmed());
        }
    }

    record ExportList(List<ExportItem> items, Links links) {}
}
