package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.analysis.Element;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Network;
import nl.knelpunt.engine.analysis.PlaceMap;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.analysis.ShownAnalysis;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.text.FilledText;
import nl.knelpunt.engine.text.Reference;
import nl.knelpunt.engine.text.References;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class AnalysesTest {

    private static final String KNELPUNT = "/v1/knelpunten/" + Api.ID;
    private static final String ANALYSIS = "/v1/analyses/" + Api.ID;
    private static final UUID DATUM = UUID.fromString("01900000-0000-7000-8000-00000000000c");

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void aTextIsReadFilledAndComesWithWhatWasWritten() throws Exception {
        String written = "Zie {datum:" + DATUM + "} en {subject:" + DATUM + "}.";
        FilledText filled = References.in(written)
                .filled(r -> r.to() == Reference.To.DATUM
                        ? FilledText.Named.shown(r, "XX-999-X", LocalDate.parse("2031-03-01"))
                        : FilledText.Named.labelled(
                                r, FilledText.State.HIDDEN, new Text("een betrokkene", "a person concerned")));
        Analysis analysis = new Analysis(
                Api.ID,
                Api.ID,
                2,
                5,
                AnalysisState.DRAFT,
                null,
                new Analysis.Sections(written, null, null, null, null, null),
                Api.ID,
                List.of(new Analysis.Move(AnalysisState.DRAFT, Api.ID, Examples.NOW, null)));
        api.analyses.when("see", a -> new ShownAnalysis(analysis, null, Map.of("seriousness", filled)));
        Reply reply = api.get(ANALYSIS);
        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"5\"", reply.header("ETag"));
        JsonNode text = reply.json().at("/sections/0/text");
        assertEquals("Zie XX-999-X en een betrokkene.", text.get("text").asText());
        assertEquals(written, text.get("written").asText());
        assertEquals("SHOWN", text.at("/references/0/state").asText());
        assertEquals(4, text.at("/references/0/from").asInt());
        assertEquals(12, text.at("/references/0/until").asInt());
        assertEquals("Omvang", reply.json().at("/sections/1/title/nl").asText());
        assertTrue(reply.json().at("/sections/1/text").isMissingNode());
    }

    @Test
    void aChangeOfATextLeavesTheOtherSections() throws Exception {
        Analysis.Sections before = new Analysis.Sections("ernstig", "groot", null, null, null, null);
        api.analyses.when("write", a -> {
            @SuppressWarnings("unchecked")
            Analysis.Sections after = ((java.util.function.UnaryOperator<Analysis.Sections>) a[2]).apply(before);
            assertEquals(new Analysis.Sections("ernstig", null, "leegstand", null, null, null), after);
            return Api.done("DRAFT", 6);
        });
        Reply reply = api.send(api.request(ANALYSIS)
                .header("Content-Type", Route.MERGE_PATCH)
                .header("If-Match", "\"5\"")
                .method("PATCH", BodyPublishers.ofString("{\"sections\":{\"size\":null,\"causes\":\"leegstand\"}}")));
        assertEquals(200, reply.status(), reply::text);
        assertEquals(5L, api.analyses.last().argument(0, Call.class).version());
    }

    @Test
    void aFilterIsReadWithAllItsParts() throws Exception {
        api.selections.when("network", a -> new Network(List.of(), List.of(), 3));
        Reply reply = api.post(KNELPUNT + "/network", """
                {"filter":{"categories":["VEHICLE"],"phases":[0,2],"suppliers":["politie"],"subjects":["%s"],
                 "from":"2026-01-01","until":"2026-12-31",
                 "area":{"type":"Polygon","coordinates":[[[4.9,52.9],[5,52.9],[5,53],[4.9,52.9]]]}}}""".formatted(DATUM));
        assertEquals(200, reply.status(), reply::text);
        assertEquals(3, reply.json().get("frozen").asInt());
        Selection.Filter filter =
                api.selections.last().argument(2, Selections.Over.class).filter();
        assertEquals(Set.of(0, 2), filter.phases());
        assertEquals(List.of(DATUM), filter.subjects());
        assertEquals(1, filter.area().polygons().size());
        assertEquals(
                400,
                api.post(KNELPUNT + "/network", "{\"filter\":{\"ranking\":true}}")
                        .status());
    }

    private static Export.Content content(Export.Format format, Network network, PlaceMap map, ShownDatum... data) {
        return new Export.Content(
                new Export(Api.ID, Api.ID, format, "overleg", Api.ID, Examples.NOW, false),
                Arrays.asList(data),
                network,
                map,
                2,
                1);
    }

    private Reply export(Export.Format format) throws Exception {
        return api.post(KNELPUNT + "/exports", "{\"format\":\"" + format + "\",\"purpose\":\"overleg\"}");
    }

    @Test
    void csvHasSourceAndPhaseOfEachDatumAndNoFormula() throws Exception {
        ShownDatum formula = new ShownDatum(
                Examples.datum().datum().withContent("=HYPERLINK(\"http://x\",\"y\")"),
                Examples.datum().subject(),
                Set.of(),
                null);
        api.selections.when("export", a -> content(Export.Format.CSV, null, null, Examples.datum(), formula));
        Reply reply = export(Export.Format.CSV);
        assertEquals(200, reply.status(), reply::text);
        assertTrue(reply.header("Content-Type").startsWith("text/csv"));
        assertEquals("2", reply.header("Knelpunt-Frozen"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertTrue(reply.header("Content-Disposition").startsWith("attachment; filename=\"knelpunt-"));
        List<String> lines = reply.text().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("datum,subject,subjectKind,category,field,content,supplier,organ,phase,"));
        assertTrue(lines.get(1).contains(",VEHICLE,kenteken,XX-999-X,gemeente-wieringersluis,BURGEMEESTER,0,"));
        assertTrue(lines.get(2).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","), lines.get(2));
    }

    @Test
    void noCellIsAFormulaHoweverItBegins() throws Exception {
        for (String cell : List.of("=1+1", "+31", "-2", "@x", "\t=1", "  =1", "\r=1", "\uFF1D1")) {
            StringWriter out = new StringWriter();
            new Csv(out).line(Arrays.asList(cell, null, ""));
            String written = out.toString();
            assertTrue(written.startsWith("'") || written.startsWith("\"'"), written);
            assertTrue(written.endsWith(",,\r\n"), written);
        }
        StringWriter out = new StringWriter();
        new Csv(out).line(List.of("Kade 3, hal \"B\"", "gewoon"));
        assertEquals("\"Kade 3, hal \"\"B\"\"\",gewoon\r\n", out.toString());
    }

    @Test
    void graphMlIsXmlWithSourceAndPhaseWhateverAValueHolds() throws Exception {
        Element source = Element.of(Examples.datum());
        Network network = new Network(
                List.of(
                        new Network.Node(
                                "a", Network.NodeKind.PERSON, DATUM, "<J> & \u0001", null, null, 1, List.of(source)),
                        new Network.Node(
                                "value-1",
                                Network.NodeKind.VALUE,
                                null,
                                "XX-999-X",
                                null,
                                "kenteken",
                                1,
                                List.of(source))),
                List.of(new Network.Edge("a", "value-1", Network.EdgeKind.HAS, null, List.of(source))),
                0);
        api.selections.when("export", a -> content(Export.Format.GRAPHML, network, null));
        Reply reply = export(Export.Format.GRAPHML);
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(reply.text().getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, xml.getElementsByTagName("node").getLength());
        assertEquals(
                "a",
                xml.getElementsByTagName("edge")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("source")
                        .getNodeValue());
        assertTrue(reply.text().contains("&lt;J&gt; &amp; \uFFFD"));
        assertTrue(reply.text().contains("<data key=\"edge-suppliers\">gemeente-wieringersluis</data>"));
        assertFalse(reply.text().contains("degree"));
    }

    @Test
    void geoJsonHasAFeatureForEachPlace() throws Exception {
        PlaceMap map = new PlaceMap(
                List.of(new PlaceMap.MappedPlace(new Area.Position(4.95, 52.95), "kade", Element.of(Examples.datum()))),
                null,
                0);
        api.selections.when("export", a -> content(Export.Format.GEOJSON, null, map));
        api.selections.when("map", a -> map);
        for (Reply reply : List.of(export(Export.Format.GEOJSON), api.post(KNELPUNT + "/map", "{}"))) {
            JsonNode feature = reply.json().at("/features/0");
            assertEquals("FeatureCollection", reply.json().get("type").asText());
            assertEquals(4.95, feature.at("/geometry/coordinates/0").asDouble());
            assertEquals(0, feature.at("/properties/source/phase").asInt());
            assertEquals(
                    "gemeente-wieringersluis",
                    feature.at("/properties/source/supplier").asText());
        }
    }

    @Test
    void aBarrierModelComesBackAsItWentInAndEveryMistakeHasItsPlace() throws Exception {
        BarrierModel[] taken = new BarrierModel[1];
        api.barrierModels.when("take", a -> {
            taken[0] = (BarrierModel) a[1];
            return Api.done("TAKEN_IN", 1);
        });
        api.barrierModels.when("newest", a -> List.of(taken[0]));
        String text = "{\"nl\":\"loods\",\"en\":\"shed\"}";
        String model = """
                {"code":"loodsen","version":"1","name":%1$s,"source":%1$s,"checked":false,"steps":[
                 {"code":"vinden","name":%1$s,"occasions":[%1$s],"signals":[],"providers":[{"who":%1$s,"unwitting":true}],
                  "partners":[],"barriers":[{"participantKind":"police","how":%1$s}]}]}""".formatted(text);
        Reply reply = api.post("/v1/barrier-models", model);
        assertEquals(201, reply.status(), reply::text);
        assertEquals(
                Json.mapper().readTree(model),
                api.get("/v1/barrier-models").json().at("/items/0"));
        Reply bad = api.post(
                "/v1/barrier-models", model.replace("\"nl\":\"loods\",", "").replace("\"unwitting\":true", "\"x\":1"));
        assertEquals(400, bad.status());
        assertTrue(bad.text().contains("steps[0].barriers[0].how.nl"), bad::text);
        assertTrue(bad.text().contains("steps[0].providers[0].x"), bad::text);
        assertNull(taken[0].steps().get(0).barriers().get(0).interventionType());
    }
}
