package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
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

/** The plan of a knelpunt of the demo and how it is carried out, over HTTP. Each test goes on where the one before ended. */
@TestMethodOrder(OrderAnnotation.class)
class PlanIT {

    private static final String POLICE = "politie-noord-holland";

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person cop;
    private static Person director;
    private static Person harbour;
    private static Person stranger;

    private static String knelpunt;
    private static String intervention;

    @BeforeAll
    static void start() {
        platform = new Platform(folder);
        platform.start("--demo");
        cop = platform.as(POLICE + ".worker");
        director = platform.as("bureau.casusregisseur");
        harbour = platform.as("haarveen.college");
        stranger = platform.as("zaanmeer.college");
        knelpunt = director.get("/v1/knelpunten").items().stream()
                .filter(k -> k.path("state").asText().equals("DESIGNATED"))
                .filter(k -> !k.path("expired").asBoolean())
                .filter(k -> k.path("involved").toString().contains("haarveen"))
                .map(k -> k.path("href").asText())
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static LocalDate today() {
        return Instant.parse(platform.as("bureau.admin").get("/v1/demo/clock").text("now"))
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .toLocalDate();
    }

    private static JsonNode plan(Person reader) {
        return reader.get(knelpunt + "/plan").is(200).body();
    }

    private static List<JsonNode> tasks(Person person, String act) {
        return person.get("/v1/tasks?limit=100").items().stream()
                .filter(t -> t.path("act").asText().equals(act))
                .filter(t -> t.toString().contains(intervention.substring(intervention.lastIndexOf('/') + 1)))
                .toList();
    }

    @Test
    @Order(1)
    void theMixAsksWhyACategoryIsEmptyUntilAReasonIsGiven() {
        director.put(
                        knelpunt + "/plan",
                        Map.of("goal", "Rust op de kade", "qualityTested", true, "informationBase", "De signalen"))
                .is(200);
        JsonNode mix = plan(director).path("mix");
        assertFalse(mix.path("whole").asBoolean());
        List<Map<String, String>> reasons = new ArrayList<>();
        mix.path("parts").forEach(p -> {
            if (p.path("asksWhy").asBoolean()) {
                reasons.add(Map.of("category", p.path("category").asText(), "reason", "Volgt na de analyse."));
            }
        });
        Map<String, Object> whole = new HashMap<>(
                Map.of("goal", "Rust op de kade", "qualityTested", true, "informationBase", "De signalen"));
        whole.put("emptyCategories", reasons);
        director.put(knelpunt + "/plan", whole).is(200);
        assertTrue(plan(director).at("/mix/whole").asBoolean());
    }

    @Test
    @Order(2)
    void theExecutingParticipantAloneAgreesStartsAndEnds() {
        Map<String, Object> patrol = new HashMap<>(Map.of(
                "participant",
                POLICE,
                "organ",
                "POLITIE",
                "type",
                "pol-zichtbaar-toezicht",
                "description",
                "Tien nachten toezicht op de kade.",
                "publicDescription",
                "De politie houdt toezicht in de nacht.",
                "barrier",
                Map.of("model", "cocaine-via-zeehaven", "step", "uithalen"),
                "from",
                today().toString(),
                "until",
                today().plusDays(10).toString()));
        harbour.post(knelpunt + "/interventions", patrol).refusedBy("G41");
        assertTrue(director.post(knelpunt + "/interventions", patrol)
                .is(400)
                .body()
                .toString()
                .contains("barrier.model"));
        platform.as("bureau.analist")
                .put(knelpunt + "/barriers/cocaine-via-zeehaven", Map.of("version", "1"))
                .is(200);
        intervention = "/v1/interventions/"
                + director.post(knelpunt + "/interventions", patrol)
                        .isIn("PROPOSED")
                        .id();
        stranger.get(intervention).refusedBy("G24");
        stranger.get("/v1/interventions/" + UUID.randomUUID()).refusedBy("G24");
        assertEquals(1, tasks(cop, "AGREE_INTERVENTION").size());
        assertEquals(0, tasks(harbour, "AGREE_INTERVENTION").size());

        harbour.post(intervention + "/agreement", Map.of()).refusedBy("G37");
        director.post(intervention + "/agreement", Map.of()).refusedBy("G41");
        cop.post(intervention + "/agreement", Map.of("owner", UUID.randomUUID().toString()))
                .is(400);
        String seen = cop.get(intervention).is(200).etag();
        cop.post(intervention + "/agreement", Map.of()).isIn("AGREED");
        assertEquals(
                412,
                director.patch(intervention, Map.of("description", "Anders"), seen)
                        .status(),
                "what changed meanwhile is not overwritten");
        cop.post(intervention + "/start").is(409).refusedBy("STATE");
        cop.put(
                        intervention + "/progress",
                        Map.of(
                                "from",
                                today().toString(),
                                "until",
                                today().plusDays(10).toString(),
                                "conditions",
                                List.of(Map.of("number", 1, "met", true))))
                .isIn("AGREED");
        director.post(intervention + "/start").refusedBy("G41");
        cop.post(intervention + "/start").isIn("UNDER_WAY");
        JsonNode shown = director.get(intervention).is(200).body();
        assertEquals("cocaine-via-zeehaven", shown.at("/barrier/model").asText());
        assertTrue(shown.at("/conditions/0/met").asBoolean());
        assertEquals(3, shown.path("moves").size());
    }

    @Test
    @Order(3)
    void whatIsPastItsLastDayIsOverdueAndThenReportedOn() {
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P12D"))
                .is(200);
        assertTrue(director.get(intervention).is(200).at("overdue").asBoolean());
        assertTrue(tasks(cop, "CARRY_OUT_INTERVENTION").get(0).path("overdue").asBoolean());
        cop.post(intervention + "/execution", Map.of("date", today().toString(), "report", "Tien diensten gedraaid."))
                .isIn("DONE");
        assertEquals(1, tasks(cop, "REPORT_RESULT").size());
        Map<String, Object> result =
                Map.of("kind", "RESULT", "date", today().toString(), "text", "Twee keer gestoord.");
        harbour.post(intervention + "/outcomes", result).refusedBy("G37");
        cop.post(intervention + "/outcomes", result).is(201);
        harbour.post(
                        intervention + "/outcomes",
                        Map.of(
                                "kind",
                                "UNINTENDED_EFFECT",
                                "date",
                                today().toString(),
                                "text",
                                "Er wordt nu verderop gelost."))
                .is(201);
        cop.post(
                        intervention + "/outcomes",
                        Map.of(
                                "kind",
                                "RESULT",
                                "date",
                                today().toString(),
                                "text",
                                "De man met BSN 999990019 was er weer."))
                .refusedBy("G15");
        assertEquals(2, director.get(intervention).is(200).at("outcomes").size());
        assertEquals(0, tasks(cop, "REPORT_RESULT").size());
    }

    @Test
    @Order(4)
    void capacityIsPledgedUsedAndSeenByTheSteeringGroup() {
        int before = hours(plan(director));
        String pledge = cop.post(
                        knelpunt + "/capacity",
                        Map.of(
                                "first",
                                today().toString(),
                                "last",
                                today().plusMonths(3).toString(),
                                "hours",
                                120,
                                "people",
                                3))
                .is(201)
                .id();
        cop.post(knelpunt + "/capacity/" + pledge + "/uses", Map.of("date", today().toString(), "hours", 16))
                .is(201);
        harbour.post(knelpunt + "/capacity/" + pledge + "/uses", Map.of("date", today().toString(), "hours", 1))
                .is(400);
        stranger.post(
                        knelpunt + "/capacity",
                        Map.of("first", "2026-01-01", "last", "2026-02-01", "hours", 1, "people", 1))
                .refusedBy("G24");
        assertEquals(before + 120, hours(plan(director)));
        cop.get("/v1/capacity").refusedBy("G41");
        assertTrue(platform.as("zaanmeer.stuurgroep").get("/v1/capacity").items().stream()
                .anyMatch(k -> k.path("href").asText().equals(knelpunt)));
    }

    private static int hours(JsonNode plan) {
        int hours = 0;
        for (JsonNode total : plan.path("totals")) {
            if (total.path("participant").asText().equals(POLICE)) {
                hours += total.path("hours").asInt();
            }
        }
        return hours;
    }

    @Test
    @Order(5)
    void aPartyWithoutExchangeGetsASheetThatTellsNothingOfAnyDatum() {
        Map<String, Object> sheet = new HashMap<>(Map.of(
                "party",
                "Havenbedrijf Voorbeeld",
                "asked",
                "Sluit de poort na zonsondergang.",
                "contact",
                "Het RIEC-bureau",
                "intervention",
                intervention.substring(intervention.lastIndexOf('/') + 1)));
        cop.post(knelpunt + "/task-sheets", sheet).refusedBy("G41");
        JsonNode datum = director.get(knelpunt + "/data?limit=100").items().stream()
                .filter(d -> d.path("category").asText().equals("IDENTIFICATION"))
                .filter(d -> d.path("content").asText().length() > 5)
                .findFirst()
                .orElseThrow();
        sheet.put("asked", "Let op " + datum.path("content").asText() + ".");
        Person.Answer betrayed = director.post(knelpunt + "/task-sheets", sheet);
        assertTrue(betrayed.status() == 400 || betrayed.status() == 403, betrayed::toString);
        sheet.put("asked", "Zie " + datum.path("id").asText());
        assertEquals(
                Set.of("asked"),
                director.post(knelpunt + "/task-sheets", sheet).refusedBy("G02").fields());

        sheet.put("asked", "Sluit de poort na zonsondergang.");
        String id = director.post(knelpunt + "/task-sheets", sheet).is(201).id();
        JsonNode kept = cop.get(knelpunt + "/task-sheets/" + id).is(200).body();
        assertEquals(
                "De politie houdt toezicht in de nacht.",
                kept.path("description").asText());
        assertTrue(kept.path("number").asText().matches("\\d{4}-\\d+"));
        String page = director.page(knelpunt + "/task-sheets/" + id);
        assertTrue(page.contains("Havenbedrijf Voorbeeld") && page.contains("Sluit de poort"), page);
        assertFalse(page.contains(knelpunt.substring(knelpunt.lastIndexOf('/') + 1)));
        HttpResponse<byte[]> printed = director.file(knelpunt + "/task-sheets/" + id, "application/pdf");
        assertEquals(200, printed.statusCode());
        assertTrue(new String(printed.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        stranger.get(knelpunt + "/task-sheets/" + id).refusedBy("G24");
        assertEquals(
                id,
                plan(director)
                        .path("taskSheets")
                        .get(plan(director).path("taskSheets").size() - 1)
                        .path("id")
                        .asText());
    }
}
