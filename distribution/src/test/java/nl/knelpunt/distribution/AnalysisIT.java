package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * An analyst at work in the demo, over HTTP at the assembled distribution: views, a selection, an export, barriers, and an analysis
 * that is asked for, written by reference, tested and read. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class AnalysisIT {

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person analyst;
    private static Person director;
    private static Person harbour;
    private static Person stranger;
    private static String port;
    private static String analysis;
    private static JsonNode datum;

    @BeforeAll
    static void start() {
        platform = new Platform(folder).start("--demo");
        analyst = platform.as("bureau.analist");
        director = platform.as("bureau.casusregisseur");
        harbour = platform.as("wieringersluis.college");
        stranger = platform.as("kromhoorn.college");
        port = director.get("/v1/knelpunten").items().get(0).path("href").asText();
        datum = analyst.get(port + "/data?limit=100").items().stream()
                .filter(d -> d.has("content"))
                .min(Comparator.comparing(d -> d.path("destroyBy").asText()))
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static List<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    @Test
    @Order(1)
    void anAnalystSeesNetworkTimelineAndMapAndOthersDoNot() {
        JsonNode network = analyst.post(port + "/network", Map.of()).is(200).body();
        assertFalse(network.path("nodes").isEmpty());
        for (JsonNode node : network.path("nodes")) {
            assertTrue(node.at("/sources/0/supplier").isTextual(), "everything has its source");
        }
        String whole = network.toString();
        for (String reckoned : List.of("degree", "centrality", "score", "rank", "weight")) {
            assertFalse(whole.contains(reckoned), reckoned);
        }
        JsonNode timeline = analyst.post(port + "/timeline", Map.of()).is(200).body();
        assertFalse(timeline.path("facts").isEmpty(), "the signals were observed on a day");
        JsonNode map = analyst.post(port + "/map", Map.of()).is(200).body();
        assertEquals("FeatureCollection", map.path("type").asText());
        harbour.post(port + "/network", Map.of()).refusedBy("G41");
        director.post(port + "/exports", Map.of("format", "CSV", "purpose", "nieuwsgierig"))
                .refusedBy("G41");
    }

    @Test
    @Order(2)
    void aSelectionIsKeptAndExportedForAPurpose() {
        String selection = analyst.post(
                        port + "/selections",
                        Map.of("name", "de kade", "shared", true, "filter", Map.of("phases", List.of(0, 1))))
                .is(201)
                .id();
        analyst.post(port + "/network", Map.of("selection", selection)).is(200);
        analyst.post(port + "/exports", Map.of("format", "GEOJSON")).is(400);
        analyst.post(
                        port + "/exports",
                        Map.of("format", "GEOJSON", "purpose", "bespreking met de deelnemers", "selection", selection))
                .is(200);
        assertEquals(
                "bespreking met de deelnemers",
                director.get(port + "/exports").items().get(0).path("purpose").asText());
        analyst.delete(port + "/selections/" + selection).is(200);
        analyst.delete(port + "/selections/" + selection).refusedBy("G41");
    }

    @Test
    @Order(3)
    void theMatrixShowsTheGapsOfThePlan() {
        List<JsonNode> models = analyst.get("/v1/barrier-models").items();
        assertEquals(5, models.size());
        analyst.put(port + "/barriers/cocaine-via-zeehaven", Map.of("version", "1"))
                .is(200);
        JsonNode matrix = harbour.get(port + "/barriers").items().get(0);
        assertEquals(7, matrix.path("rows").size());
        assertTrue(all(matrix.path("rows")).stream().anyMatch(r -> r.path("gap").asBoolean()));
        assertTrue(matrix.toString().contains("POSSIBLE"));
        harbour.put(port + "/barriers/hennepteelt", Map.of("version", "1")).refusedBy("G41");
        stranger.get(port + "/barriers").refusedBy("G24");
    }

    @Test
    @Order(4)
    void anAnalysisIsAskedForWrittenByReferenceTestedAndRead() {
        analysis = "/v1/analyses/"
                + director.post(port + "/analyses/_ask", Map.of("question", "Hoe komen zij aan loodsen?"))
                        .is(201)
                        .id();
        assertTrue(analyst.get("/v1/tasks").is(200).body().toString().contains(analysis));
        String reference = "{datum:" + datum.path("id").asText() + "}";
        analyst.patch(analysis, Map.of("sections", Map.of("size", "Zie {datum:01990000-0000-7000-8000-000000000000}.")))
                .is(400);
        analyst.patch(
                        analysis,
                        Map.of(
                                "sections",
                                Map.of(
                                        "seriousness", "Het gaat om " + reference + ".",
                                        "size", "Eén kade.",
                                        "causes", "Leegstand.",
                                        "patterns", "Vaak in de nacht.",
                                        "vulnerabilities", "Verhuur zonder controle.",
                                        "conclusions", "Samen controleren.")))
                .is(200);
        harbour.get(analysis).refusedBy("G24");
        analyst.post(analysis + "/submission").is(200);
        analyst.post(analysis + "/test", Map.of("good", true)).is(409);
        director.post(analysis + "/test", Map.of("good", true)).is(200);
        JsonNode read = analyst.get(analysis).is(200).body().at("/sections/0/text");
        assertEquals(
                "Het gaat om " + datum.path("content").asText() + ".",
                read.path("text").asText());
        assertEquals("Het gaat om " + reference + ".", read.path("written").asText());
        harbour.get(analysis).is(200);
        stranger.get(analysis).refusedBy("G24");
    }

    @Test
    @Order(5)
    void afterFiveYearsTheTextStandsWithoutWhatWasDestroyed() {
        Person admin = platform.as("bureau.admin");
        LocalDate now =
                LocalDate.parse(admin.get("/v1/demo/clock").is(200).text("now").substring(0, 10));
        long days = ChronoUnit.DAYS.between(
                now, LocalDate.parse(datum.path("destroyBy").asText()).plusDays(1));
        admin.post("/v1/demo/clock", Map.of("forward", "P" + days + "D")).is(200);
        JsonNode read =
                platform.as("bureau.analist").get(analysis).is(200).body().at("/sections/0/text");
        assertEquals("Het gaat om vernietigd gegeven.", read.path("text").asText());
    }
}
