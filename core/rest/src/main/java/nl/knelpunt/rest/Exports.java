package nl.knelpunt.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.knelpunt.engine.analysis.Element;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Network;
import nl.knelpunt.engine.analysis.PlaceMap;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.rest.SelectionShapes.FeatureView;

/** Writes what is exported, bit by bit, each element with its source, phase and obligations. */
final class Exports {

    private static final List<String> COLUMNS = List.of(
            "datum",
            "subject",
            "subjectKind",
            "category",
            "field",
            "content",
            "supplier",
            "organ",
            "phase",
            "evaluation",
            "handling",
            "restriction",
            "wpgClass",
            "wjsg",
            "origins",
            "obligations",
            "firstProcessed",
            "destroyBy");

    private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
    private static final List<String> NODE_KEYS = List.of(
            "kind",
            "label",
            "category",
            "field",
            "part",
            "data",
            "suppliers",
            "phases",
            "evaluations",
            "handling",
            "obligations");
    private static final List<String> EDGE_KEYS =
            List.of("kind", "label", "data", "suppliers", "phases", "evaluations", "handling", "obligations");

    private Exports() {}

    static Download download(Export.Content content) {
        String name = "knelpunt-" + content.export().id();
        return switch (content.export().format()) {
            case CSV ->
                new Download("text/csv; charset=utf-8; header=present", name + ".csv", out -> csv(content, out));
            case GRAPHML ->
                new Download("application/graphml+xml", name + ".graphml", out -> graphMl(content.network(), out));
            case GEOJSON -> new Download("application/geo+json", name + ".geojson", out -> geoJson(content.map(), out));
        };
    }

    private static void csv(Export.Content content, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Csv csv = new Csv(writer);
        csv.line(COLUMNS);
        for (ShownDatum shown : content.data()) {
            csv.line(cells(shown));
        }
        writer.flush();
    }

    private static List<String> cells(ShownDatum shown) {
        Datum datum = shown.datum();
        Source source = datum.source();
        List<String> cells = new ArrayList<>();
        cells.add(text(datum.id()));
        cells.add(text(datum.subject()));
        cells.add(shown.subject() == null ? null : text(shown.subject().kind()));
        cells.add(text(datum.category()));
        cells.add(datum.field());
        cells.add(datum.content());
        cells.add(datum.supplier());
        cells.add(text(datum.organ()));
        cells.add(String.valueOf(datum.phase()));
        cells.add(evaluation(source.grading()));
        cells.add(source.grading() == null ? null : joined(source.grading().handling()));
        cells.add(source.grading() == null ? null : source.grading().restriction());
        cells.add(datum.police() == null ? null : text(datum.police().wpgClass()));
        cells.add(text(source.wjsg()));
        cells.add(joined(datum.origins()));
        cells.add(joined(shown.obligations()));
        cells.add(text(datum.firstProcessed()));
        cells.add(text(datum.destroyBy()));
        return cells;
    }

    /** Such as B2: how reliable the source is, and the information. */
    private static String evaluation(Grading grading) {
        return grading == null
                ? null
                : Objects.toString(grading.source(), "") + Objects.toString(grading.information(), "");
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().distinct().collect(Collectors.joining(" "));
    }

    private static void geoJson(PlaceMap map, OutputStream out) throws IOException {
        JsonGenerator json = Json.mapper().getFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        for (PlaceMap.MappedPlace place : map.places()) {
            Json.mapper().writeValue(json, FeatureView.of(place));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void graphMl(Network network, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(GRAPHML);
            keys(xml, "node", NODE_KEYS);
            keys(xml, "edge", EDGE_KEYS);
            xml.writeStartElement("graph");
            xml.writeAttribute("edgedefault", "directed");
            for (Network.Node node : network.nodes()) {
                xml.writeStartElement("node");
                xml.writeAttribute("id", node.id());
                data(xml, "node", "kind", node.kind().name());
                data(xml, "node", "label", node.label());
                data(xml, "node", "category", text(node.category()));
                data(xml, "node", "field", node.field());
                data(xml, "node", "part", String.valueOf(node.part()));
                sources(xml, "node", node.sources());
                xml.writeEndElement();
            }
            for (Network.Edge edge : network.edges()) {
                xml.writeStartElement("edge");
                xml.writeAttribute("source", edge.from());
                xml.writeAttribute("target", edge.to());
                data(xml, "edge", "kind", edge.kind().name());
                data(xml, "edge", "label", edge.label());
                sources(xml, "edge", edge.sources());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            // Without its message, which may quote a value.
            throw new IOException("The network could not be written");
        }
    }

    private static void keys(XMLStreamWriter xml, String of, List<String> names) throws XMLStreamException {
        for (String name : names) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", of + "-" + name);
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", "string");
        }
    }

    private static void sources(XMLStreamWriter xml, String of, List<Element> sources) throws XMLStreamException {
        data(xml, of, "data", joined(sources.stream().map(Element::id).toList()));
        data(
                xml,
                of,
                "suppliers",
                joined(sources.stream().map(Element::supplier).toList()));
        data(xml, of, "phases", joined(sources.stream().map(Element::phase).toList()));
        List<Grading> gradings =
                sources.stream().map(Element::grading).filter(Objects::nonNull).toList();
        data(
                xml,
                of,
                "evaluations",
                joined(gradings.stream().map(Exports::evaluation).toList()));
        data(
                xml,
                of,
                "handling",
                joined(gradings.stream().flatMap(g -> g.handling().stream()).toList()));
        data(
                xml,
                of,
                "obligations",
                joined(sources.stream().flatMap(s -> s.obligations().stream()).toList()));
    }

    private static void data(XMLStreamWriter xml, String of, String key, String value) throws XMLStreamException {
        if (value != null && !value.isEmpty()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", of + "-" + key);
            xml.writeCharacters(plain(value));
            xml.writeEndElement();
        }
    }

    /** XML 1.0 has no place for some characters, however they are written. */
    private static String plain(String value) {
        return value.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
