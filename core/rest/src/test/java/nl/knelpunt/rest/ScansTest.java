package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Ranking;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.engine.scan.UnfitTableException;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScansTest {

    private static final String SCAN = "/v1/scans/" + Api.ID;
    private static final String SETS =
            SCAN + "/data-sets?mapping=" + Api.ID + "&name=parken&source=CBS&date=2026-01-01";

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private Reply upload(byte[] table) throws Exception {
        return api.send(api.request(SETS).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(table)));
    }

    /** Every row that the use case reads. */
    private List<List<String>> rows(byte[] table) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        api.scans.when("importSet", a -> {
            Table read = ((Table.Source) a[3]).open(';');
            for (List<String> row = read.next(); row != null; row = read.next()) {
                rows.add(row);
            }
            return Api.done("IMPORTED", 1);
        });
        Reply reply = upload(table);
        assertEquals(201, reply.status(), reply::text);
        return rows;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // Tables

    @Test
    void aTableIsReadCellByCell() throws Exception {
        assertEquals(
                List.of(List.of("code", "naam"), List.of("P1", "een; \"twee\"\ndrie"), List.of("P2", "")),
                rows(utf8("\uFEFFcode;naam\r\nP1;\"een; \"\"twee\"\"\ndrie\"\r\n\r\nP2;\r\n")));
        Scans.NewSet set = api.scans.last().argument(2, Scans.NewSet.class);
        assertEquals(new Scans.NewSet(Api.ID, "parken", "CBS", LocalDate.parse("2026-01-01")), set);
    }

    @Test
    void whatIsNoTableIsRefusedWithItsPlace() throws Exception {
        for (byte[] wrong : List.of(
                new byte[] {'a', ';', (byte) 0xE9, '\n'},
                utf8("a;" + "x".repeat(CsvTable.MOST_CHARACTERS + 1) + "\n"),
                utf8("a;\"" + "x".repeat(20_000_000)))) {
            api.scans.when("importSet", a -> {
                Table read = ((Table.Source) a[3]).open(';');
                while (read.next() != null) {
                    // to the end
                }
                return Api.done("IMPORTED", 1);
            });
            Reply reply = upload(wrong);
            assertTrue(reply.status() == 422 || reply.status() == 413, reply::text);
            assertFalse(reply.text().contains("xxx"), "nothing is quoted");
        }
        assertEquals(
                413,
                api.send(api.request(SETS)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(utf8("a;b\n".repeat(5_000_000))))))
                        .status());
    }

    @Test
    void everyMistakeInATableIsToldWithLineAndColumn() throws Exception {
        api.scans.when("importSet", a -> {
            throw new UnfitTableException(List.of(
                    new UnfitTableException.Fault(3, 2, new Text("Hier hoort een getal.", "A number belongs here."))));
        });
        Reply reply = upload(utf8("a;b\n"));
        assertEquals(422, reply.status());
        assertEquals("line 3 column 2", reply.json().at("/errors/0/field").asText());
        assertEquals(
                "Hier hoort een getal.", reply.json().at("/errors/0/message").asText());
    }

    // Mappings and areas

    @Test
    void aMappingIsWrittenAndChanged() throws Exception {
        api.scans.when("writeMapping", a -> Api.done("WRITTEN", 1)).when("changeMapping", a -> Api.done("WRITTEN", 2));
        String mapping = "{\"name\":\"parken\",\"codes\":\"OWN\",\"codeColumn\":\"code\",\"sizeColumn\":\"bedrijven\","
                + "\"decimalComma\":true,\"missing\":[\".\"],\"indicators\":[{\"code\":\"L\",\"column\":\"leegstand\","
                + "\"label\":\"leegstand\",\"unit\":\"%\",\"direction\":\"HIGHER_IS_MORE_VULNERABLE\"}]}";
        assertEquals(201, api.post("/v1/scan-mappings", mapping).status());
        Mapping.Content content = api.scans.last().argument(1, Mapping.Content.class);
        assertEquals(';', content.separator());
        assertEquals(Set.of("."), content.missing());
        assertEquals(200, api.put("/v1/scan-mappings/" + Api.ID, mapping).status());
        assertEquals(
                List.of("indicators[0].unit"),
                api.post("/v1/scan-mappings", mapping.replace("\"unit\":\"%\",", ""))
                        .fields());
    }

    @Test
    void ownAreasComeAndGoAsGeoJson() throws Exception {
        api.scans
                .when("importAreas", a -> 1)
                .when("areas", a -> List.of(new OwnArea("P1", "Noord", Examples.SQUARE, Api.ID, Examples.NOW)));
        String square = "{\"type\":\"Polygon\",\"coordinates\":[[[4.7,52.3],[4.8,52.3],[4.8,52.4],[4.7,52.3]]]}";
        String features = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                + "\"properties\":{\"code\":\"P1\",\"name\":\"Noord\"},\"geometry\":" + square + "}]}";
        Reply imported = api.post("/v1/areas", features);
        assertEquals(201, imported.status(), imported::text);
        assertEquals(1, imported.json().get("areas").asInt());
        JsonNode shown = api.get("/v1/areas").json();
        assertEquals("FeatureCollection", shown.get("type").asText());
        assertEquals(square, shown.at("/features/0/geometry").toString());
        assertEquals(
                400,
                api.post("/v1/areas", features.replace("4.8,52.4", "480,52.4")).status());
    }

    // Outcomes

    private static DataSet set() {
        return new DataSet(
                Api.ID,
                Api.ID,
                "parken",
                2,
                "CBS",
                LocalDate.parse("2026-01-01"),
                Api.ID,
                3,
                Codes.OWN,
                List.of(new Mapping.Indicator(
                        "L", "leegstand", "leegstand", "%", Mapping.Direction.HIGHER_IS_MORE_VULNERABLE)),
                2,
                25,
                Api.ID,
                Examples.NOW);
    }

    @Test
    void anOutcomeIsNeverABareNumber() throws Exception {
        Outcome outcome = new Outcome(
                Api.ID,
                Api.ID,
                set(),
                new Choice(Api.ID, Map.of("L", 2.0), Choice.Normalisation.MIN_MAX, 0.5),
                Map.of("L", new Ranking.Spread(2, 1, 5, 3, 2)),
                1,
                Api.ID,
                Examples.NOW);
        Ranking.Ranked first =
                new Ranking.Ranked(1, "P1", 40, 1.0, 1, List.of(new Ranking.Input("L", 5, 1, 2, 1)), List.of());
        Ranking.Ranked last = new Ranking.Ranked(0, "P2", 30, null, 0, List.of(), List.of("L"));
        api.scans
                .when(
                        "outcome",
                        a -> new Scans.ShownOutcome(
                                outcome,
                                List.of(
                                        new Scans.ShownRanked(first, "Noord", Examples.SQUARE),
                                        new Scans.ShownRanked(last, null, null)),
                                2))
                .when("rank", a -> Api.done("COMPARED", 1))
                .when("propose", a -> Api.done("PROPOSED", 1));
        JsonNode body = api.get(SCAN + "/outcomes/" + Api.ID + "?limit=2").json();
        assertEquals(2, body.at("/dataSet/version").asInt());
        assertEquals("CBS", body.at("/dataSet/source").asText());
        assertEquals(5, body.at("/areas/0/inputs/0/value").asDouble());
        assertEquals(2, body.at("/areas/0/inputs/0/weight").asDouble());
        assertEquals("Polygon", body.at("/areas/0/geometry/type").asText());
        assertFalse(body.at("/areas/1").has("rank"));
        assertFalse(body.at("/areas/1").has("index"));
        assertEquals("L", body.at("/areas/1/missing/0").asText());
        assertTrue(body.at("/note/nl").asText().contains("niets over oorzaken"));
        assertTrue(body.at("/links/next").asText().endsWith("after=2"));

        assertEquals(
                201,
                api.post(
                                SCAN + "/outcomes",
                                "{\"dataSet\":\"" + Api.ID
                                        + "\",\"weights\":[{\"indicator\":\"L\",\"weight\":2}],\"normalisation\":\"Z_SCORE\"}")
                        .status());
        assertEquals(
                new Choice(Api.ID, Map.of("L", 2.0), Choice.Normalisation.Z_SCORE, 0.5),
                api.scans.last().arguments().get(2));
        Reply proposed = api.post(
                SCAN + "/proposals",
                "{\"outcome\":\"" + Api.ID + "\",\"areas\":[\"P1\"],\"title\":\"t\",\"deficit\":\"d\"}");
        assertEquals(201, proposed.status());
        assertEquals("/v1/knelpunten/" + Api.ID, proposed.header("Location"));
    }
}
