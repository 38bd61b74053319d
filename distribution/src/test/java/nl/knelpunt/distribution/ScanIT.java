package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The other two activities of the law over HTTP: the demo's scan of business parks, from its tables to a proposal, and a case
 * consultation, from a meeting to a proposal. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class ScanIT {

    private static final String POLICE = "politie-noord-holland";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");
    private static final String HEADING = "terrein;panden;leegstand;camera's\n";

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person analyst;
    private static Person director;
    private static Person cop;
    private static Person stranger;

    private static String scan;
    private static String mapping;
    private static String set;
    private static String outcome;

    @BeforeAll
    static void start() {
        platform = new Platform(folder);
        platform.start("--demo");
        analyst = platform.as("bureau.analist");
        director = platform.as("bureau.casusregisseur");
        cop = platform.as(POLICE + ".worker");
        stranger = platform.as("duinrade.college");
        scan = "/v1/scans/"
                + director.get("/v1/scans").items().stream()
                        .filter(s -> s.path("state").asText().equals("DESIGNATED"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Map<String, Object> feature(String code, double west) {
        return Map.of(
                "type",
                "Feature",
                "properties",
                Map.of("code", code, "name", "Terrein " + code),
                "geometry",
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        List.of(List.of(
                                List.of(west, 52.43),
                                List.of(west + 0.01, 52.43),
                                List.of(west + 0.01, 52.44),
                                List.of(west, 52.43)))));
    }

    private static Person.Answer read(Person person, String table) {
        return person.upload(
                scan + "/data-sets?mapping=" + mapping + "&name=terreinen&date=2026-01-01&source="
                        + URLEncoder.encode("gemeenten, bezoek aan alle terreinen", StandardCharsets.UTF_8),
                "text/csv",
                table);
    }

    @Test
    @Order(1)
    void anAnalystDelimitsTheParksAndSaysWhichColumnIsWhat() {
        Map<String, Object> parks = Map.of(
                "type",
                "FeatureCollection",
                "features",
                List.of(feature("T1", 4.79), feature("T2", 4.81), feature("T3", 4.83)));
        cop.post("/v1/areas", parks).refusedBy("G41");
        Map<String, Object> abroad = Map.of("type", "FeatureCollection", "features", List.of(feature("T1", 14.79)));
        assertTrue(
                analyst.post("/v1/areas", abroad).is(400).text("errors/0/field").startsWith("features[0].geometry"));
        assertEquals(3, analyst.post("/v1/areas", parks).is(201).at("areas").asInt());
        assertEquals(3, cop.get("/v1/areas").is(200).at("features").size());

        Map<String, Object> content = Map.of(
                "name",
                "bedrijventerreinen",
                "codes",
                "OWN",
                "codeColumn",
                "terrein",
                "sizeColumn",
                "panden",
                "separator",
                ";",
                "decimalComma",
                true,
                "missing",
                List.of("."),
                "indicators",
                List.of(
                        Map.of(
                                "code", "LEEG",
                                "column", "leegstand",
                                "label", "leegstand",
                                "unit", "%",
                                "direction", "HIGHER_IS_MORE_VULNERABLE"),
                        Map.of(
                                "code", "CAM",
                                "column", "camera's",
                                "label", "camera's",
                                "unit", "stuks",
                                "direction", "LOWER_IS_MORE_VULNERABLE")));
        cop.post("/v1/scan-mappings", content).refusedBy("G41");
        mapping = analyst.post("/v1/scan-mappings", content).is(201).id();
    }

    @Test
    @Order(2)
    void aTableWithAnythingOfAPersonOrOfASmallAreaIsRefused() {
        String persons = HEADING.replace("\n", ";bsn\n") + "T1;38;12,5;2;999990019\n";
        Person.Answer refused = read(analyst, persons).is(422);
        assertEquals("line 1 column 5", refused.text("errors/0/field"));
        assertFalse(refused.body().toString().contains("999990019"));
        assertEquals(
                "line 2 column 2",
                read(analyst, HEADING + "T1;3;12,5;2\n").is(422).text("errors/0/field"));
        assertEquals(
                Set.of("line 2 column 3", "line 3 column 0"),
                Set.of(
                        read(analyst, HEADING + "T1;38;12.5;2\n").is(422).text("errors/0/field"),
                        read(analyst, HEADING + "T1;38;12,5;2\nT9;38;1;2\n")
                                .is(422)
                                .text("errors/0/field")));
        assertEquals(0, analyst.get(scan + "/data-sets").items().size());
        read(cop, HEADING).refusedBy("G41");
        read(stranger, HEADING).refusedBy("G41");
    }

    @Test
    @Order(3)
    void aTableThatIsReadAnewIsAnotherVersion() {
        String table = HEADING + "T1;38;12,5;2\nT2;60;30;.\nT3;40;5;6\n";
        read(analyst, table).is(201);
        set = read(analyst, table).is(201).id();
        List<JsonNode> sets = cop.get(scan + "/data-sets").items();
        assertEquals(2, sets.get(1).path("version").asInt());
        assertEquals(
                "gemeenten, bezoek aan alle terreinen",
                sets.get(1).path("source").asText());
        stranger.get(scan + "/data-sets").refusedBy("G24");
        stranger.get("/v1/scans/" + UUID.randomUUID() + "/data-sets").refusedBy("G24");
    }

    @Test
    @Order(4)
    void parksAreComparedWithEverythingBesideEachOutcome() {
        Map<String, Object> choice = Map.of(
                "dataSet",
                set,
                "weights",
                List.of(Map.of("indicator", "LEEG", "weight", 3), Map.of("indicator", "CAM", "weight", 1)),
                "normalisation",
                "MIN_MAX",
                "leastCoverage",
                0.5);
        director.post(scan + "/outcomes", choice).refusedBy("G41");
        outcome = analyst.post(scan + "/outcomes", choice).is(201).id();
        JsonNode shown = cop.get(scan + "/outcomes/" + outcome).is(200).body();
        assertEquals(2, shown.at("/dataSet/version").asInt());
        assertEquals("MIN_MAX", shown.at("/choice/normalisation").asText());
        assertEquals(3, shown.at("/choice/weights/1/weight").asInt());
        assertTrue(shown.at("/note/nl").asText().contains("niets over oorzaken"));
        JsonNode first = shown.at("/areas/0");
        assertEquals("T2", first.path("code").asText());
        assertEquals(1, first.path("rank").asInt());
        assertEquals(0.75, first.path("coverage").asDouble());
        assertEquals("[\"CAM\"]", first.path("missing").toString());
        assertEquals(30, first.at("/inputs/0/value").asDouble());
        assertEquals("Polygon", first.at("/geometry/type").asText());
    }

    @Test
    @Order(5)
    void anOutcomeFeedsAProposal() {
        Map<String, Object> asked = Map.of(
                "outcome",
                outcome,
                "areas",
                List.of("T2"),
                "title",
                "Terrein T2",
                "deficit",
                "Niemand houdt er in de nacht toezicht.");
        analyst.post(scan + "/proposals", asked).refusedBy("G41");
        String id = director.post(scan + "/proposals", asked).isIn("PROPOSED").id();
        JsonNode proposed = director.get("/v1/knelpunten/" + id).is(200).body();
        assertEquals("KNELPUNT", proposed.path("activity").asText());
        assertEquals("AREA", proposed.path("objectType").asText());
        assertEquals("Polygon", proposed.at("/scope/area/type").asText());
        assertEquals(
                "Niemand houdt er in de nacht toezicht.",
                proposed.at("/grounds/deficit").asText());
        assertTrue(proposed.at("/grounds/seriousness").asText().contains("versie 2"), proposed.toPrettyString());
        JsonNode origin =
                director.get("/v1/knelpunten/" + id + "/origin").is(200).body();
        assertEquals(outcome, origin.at("/outcome/id").asText());
        assertEquals("T2", origin.at("/areas/0/code").asText());
        // Nothing of a scan stands in for the signals of a knelpunt.
        director.post("/v1/knelpunten/" + id + "/submission").refusedBy("G17", "G18", "G19", "STATE");
        director.post("/v1/knelpunten/" + knelpunt() + "/data-sets").is(404);
    }

    private static String knelpunt() {
        return director.get("/v1/knelpunten").items().get(0).path("id").asText();
    }

    @Test
    @Order(6)
    void aScanNeverOpensPhaseThree() {
        String dossier = scan.replace("/scans/", "/knelpunten/");
        Person member = platform.as("zaanmeer.stuurgroep");
        member.post(dossier + "/phases", Map.of("phase", 2, "necessity", "Voor het beeld van de terreinen."))
                .is(201);
        member.post(dossier + "/phases", Map.of("phase", 3, "necessity", "Voor het beeld van de terreinen."))
                .refusedBy("G13");
    }

    @Test
    @Order(7)
    void aCaseConsultationMeetsAgreesAndBecomesAProposal() {
        String signal = director.get("/v1/signals?limit=100").items().stream()
                .filter(s -> s.path("state").asText().equals("TAKEN_UP"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        String consultation = director.post("/v1/case-consultations", Proposals.completed(proposal(signal)))
                .isIn("PROPOSED")
                .id();
        String dossier = "/v1/knelpunten/" + consultation;
        String meetings = "/v1/case-consultations/" + consultation + "/meetings";
        String today =
                platform.as("bureau.admin").get("/v1/demo/clock").text("now").substring(0, 10);
        Map<String, Object> planned = Map.of("date", today, "agenda", List.of("Stand van zaken", "Afspraken"));
        director.post(meetings, planned).refusedBy("G23");
        director.post(dossier + "/submission").isIn("SUBMITTED");
        for (String participant : STEERING_GROUP) {
            platform.as(participant + ".stuurgroep")
                    .post(
                            dossier + "/votes",
                            Map.of("motion", "DESIGNATE", "choice", "FOR", "reason", "Dit raakt beide gemeenten."))
                    .is(201);
        }
        platform.as("wieringersluis.stuurgroep").post(dossier + "/designation").isIn("DESIGNATED");

        String meeting = "/v1/case-meetings/"
                + director.post(meetings, planned).isIn("PLANNED").id();
        stranger.get(meeting).refusedBy("G24");
        Map<String, Object> minutes = Map.of(
                "date",
                today,
                "present",
                List.of(POLICE, "wieringersluis"),
                "agreements",
                List.of(Map.of("participant", POLICE, "text", "Een week toezicht op de kade.", "due", today)));
        cop.post(meeting + "/minutes", minutes).refusedBy("G41");
        director.post(meeting + "/minutes", minutes).isIn("HELD");
        assertTrue(cop.get("/v1/tasks?limit=100").items().stream()
                .anyMatch(t -> t.path("act").asText().equals("SETTLE_AGREEMENT")));
        String agreement = cop.get(meeting).is(200).text("agreements/0/id");
        platform.as("wieringersluis.college")
                .post(meeting + "/agreements/" + agreement + "/settlement", Map.of("text", "Gedaan."))
                .is(400);
        cop.post(meeting + "/agreements/" + agreement + "/settlement", Map.of("text", "Zeven nachten, niets gezien."))
                .isIn("HELD");
        assertFalse(cop.get("/v1/tasks?limit=100").items().stream()
                .anyMatch(t -> t.path("act").asText().equals("SETTLE_AGREEMENT")));

        String proposed = director.post(
                        "/v1/case-consultations/" + consultation + "/proposals", Map.of("title", "De hele kade"))
                .isIn("PROPOSED")
                .id();
        assertEquals(
                consultation,
                director.get("/v1/knelpunten/" + proposed + "/origin").is(200).text("source"));
    }

    private static Map<String, Object> proposal(String signal) {
        return Map.of(
                "title",
                "Eén pand aan de kade",
                "objectType",
                "BRANCH",
                "description",
                "Een koelhuis aan de kade",
                "scope",
                Map.of("in", "Het koelhuis.", "out", "De jachthaven.", "branches", List.of("52.10")),
                "manifestations",
                List.of("DRUGS"),
                "grounds",
                Map.of(
                        "necessity", "Samen zien wij pas het geheel.",
                        "proportionality", "Eén pand.",
                        "subsidiarity", "Waarschuwen had geen effect.",
                        "deficit", "Er is geen toezicht in de nacht.",
                        "seriousness", "Meer dan één keer."),
                "signals",
                List.of(signal),
                "involved",
                List.of(
                        Map.of("participant", "wieringersluis", "task", "Toezicht"),
                        Map.of("participant", POLICE, "task", "Opsporing")));
    }
}
