package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole life of signals over HTTP at the assembled distribution, with the clock moved forward. Each test goes on where the one
 * before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class SignalsIT {

    private static final String POLICE = "politie-noord-holland";
    private static final String PLATE = "77-XX-77";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person cop;
    private static Person harbour;
    private static Person neighbour;
    private static Person stranger;
    private static Person director;
    private static Person admin;
    private static Person later;

    private static String first;
    private static String second;
    private static String knelpunt;

    @BeforeAll
    static void start() {
        platform = new Platform(folder).start("--demo");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.college");
        neighbour = platform.as("haarveen.college");
        stranger = platform.as("kromhoorn.college");
        director = platform.as("bureau.casusregisseur");
        admin = platform.as("bureau.admin");
        // Everybody's training of today is long over when five years are.
        appointed(admin, "politie.later", "POLITIE", "WORKER");
        appointed(admin, "bureau.later", null, "ADMIN");
        later = platform.as("politie.later");
        admin = platform.as("bureau.later");
    }

    private static void appointed(Person by, String name, String organ, String role) {
        Map<String, Object> account = new HashMap<>(Map.of(
                "name",
                name,
                "displayName",
                name,
                "participant",
                POLICE,
                "roles",
                List.of(role),
                "screened",
                true,
                "trainedUntil",
                "2099-12-31",
                "password",
                platform.password()));
        if (organ != null) {
            account.put("organ", organ);
        }
        by.post("/v1/accounts", account).is(201);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void aDraftIsToldWhatIsMissingBeforeItIsReported() {
        String draft = cop.post("/v1/signals", Map.of("title", "Lossen bij nacht", "organ", "POLITIE"))
                .is(201)
                .id();
        JsonNode missing = cop.post("/v1/decisions", Map.of("act", "REPORT_SIGNAL", "object", draft))
                .is(200)
                .body();
        assertFalse(missing.path("permitted").asBoolean());
        Set<String> fields = new java.util.TreeSet<>();
        missing.path("refusals").forEach(r -> {
            fields.add(r.path("field").asText());
            assertFalse(r.path("remedy").asText().isBlank());
        });
        assertTrue(
                fields.containsAll(Set.of(
                        "observation.what", "observation.date", "manifestation", "criteria.region", "lawfullyHeld")),
                fields::toString);
        stranger.post("/v1/decisions", Map.of("act", "REPORT_SIGNAL", "object", draft))
                .is(200);
        cop.delete("/v1/signals/" + draft).isIn("DESTROYED");

        first = reported(cop, "POLITIE", "politiewet-3", 4.95, 52.95);
        second = reported(cop, "POLITIE", "politiewet-3", 4.96, 52.96);
    }

    @Test
    @Order(2)
    void evaluationAndHandlingCodesAreStatedByTheReporterAndShownWithTheData() {
        harbour.put(first + "/grading", Map.of("source", "A")).refusedBy("G41");
        assertEquals(
                "handling[0]",
                cop.put(first + "/grading", Map.of("handling", List.of("H7")))
                        .is(400)
                        .text("errors/0/field"));
        assertEquals(
                "restriction",
                cop.put(first + "/grading", Map.of("handling", List.of("H3")))
                        .is(400)
                        .text("errors/0/field"));
        cop.put(first + "/grading", Map.of("source", "B", "information", 2, "handling", List.of("H2")))
                .isIn("REPORTED");
        JsonNode shown = cop.get(first).is(200).body();
        assertEquals("B", shown.at("/grading/source").asText());
        assertEquals("H2", shown.at("/data/0/grading/handling/0").asText());

        director.post(first + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .refusedBy("G34");
        cop.post(first + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .isIn("ASKED");
        assertEquals("H2", harbour.get(first).text("grading/handling/0"));
    }

    @Test
    @Order(3)
    void whoIsAskedLearnsNothingOfOthers() {
        Person.Answer before = harbour.get(first).is(200);
        cop.post(first + "/recognition-requests", Map.of("participant", "haarveen"))
                .isIn("ASKED");
        neighbour.post(first + "/recognitions", recognition("gemeentewet")).isIn("RECOGNISED");
        Person.Answer after = harbour.get(first).is(200);
        assertEquals(before.etag(), after.etag());
        assertEquals(before.body(), after.body());
        assertEquals("\"1\"", after.etag());
        assertEquals(Set.of(first), listed(harbour, "?state=ASKED&limit=100", first));
        assertEquals(Set.of(), listed(harbour, "?state=RECOGNISED&limit=100", first));
        assertEquals(Set.of(first), listed(harbour, "?waiting=true&limit=100", first));
        assertEquals(Set.of(first), listed(director, "?state=RECOGNISED&limit=100", first));
        Set<String> heard = new java.util.HashSet<>();
        for (JsonNode event : harbour.get("/v1/events?limit=100").items()) {
            if (first.endsWith(event.path("subject").asText())) {
                heard.add(event.path("type").asText());
            }
        }
        assertFalse(heard.contains("nl.knelpunt.signal.recognition-answered"), heard::toString);
        stranger.get(first).refusedBy("G41");
        stranger.get("/v1/signals/" + UUID.randomUUID()).refusedBy("G41");
    }

    @Test
    @Order(4)
    void signalsThatThisPersonMaySeeAreLaidSideBySide() {
        JsonNode found = cop.post(first + "/side-by-side", Map.of()).is(200).at("items");
        Set<String> hrefs = hrefs(found);
        assertTrue(hrefs.contains(second), found::toPrettyString);
        for (JsonNode item : found) {
            if (item.at("/signal/href").asText().equals(second)) {
                assertEquals(1, item.path("shared").size());
                assertEquals(PLATE, item.at("/signal/data/0/content").asText());
            }
        }
        assertEquals(
                Set.of(),
                hrefs(harbour.post(first + "/side-by-side", Map.of()).is(200).at("items")),
                "it was not asked about the other");
        stranger.post(first + "/side-by-side", Map.of()).refusedBy("G41");
        Map<String, Object> area = Map.of("area", square(4.955, 52.955, 4.97, 52.97));
        assertEquals(
                Set.of(second),
                hrefs(cop.post(first + "/side-by-side", area).is(200).at("items")).stream()
                        .filter(Set.of(first, second)::contains)
                        .collect(Collectors.toSet()));
        assertEquals(
                "area.coordinates[0]",
                cop.post(
                                first + "/side-by-side",
                                Map.of(
                                        "area",
                                        Map.of(
                                                "type",
                                                "Polygon",
                                                "coordinates",
                                                List.of(List.of(List.of(1, 1), List.of(2, 2), List.of(1, 2))))))
                        .is(400)
                        .text("errors/0/field"));
    }

    @Test
    @Order(5)
    void aQuestionExpiresAndARecognitionIsTakenBack() {
        forward("P31D");
        harbour.get(first).refusedBy("G41");
        neighbour.delete(first + "/recognition").isIn("ASKED");
        neighbour.get(first).refusedBy("G41");
        neighbour.delete(first + "/recognition").refusedBy("G41");
        assertEquals(List.of("RECOGNISED", "NOT_RECOGNISED"), outcomes(cop, first));
        assertEquals(List.of(), outcomes(neighbour, first));
        JsonNode recognitions = director.get(first).is(200).at("recognitions");
        assertEquals(
                Set.of("EXPIRED", "WITHDRAWN"),
                Set.of(
                        recognitions.at("/0/outcome").asText(),
                        recognitions.at("/1/outcome").asText()));

        cop.post(first + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .isIn("ASKED");
        assertEquals(
                Set.of("observation.place", "observation.task", "observation.reference"),
                harbour.post(
                                first + "/recognitions",
                                Map.of(
                                        "recognised",
                                        true,
                                        "observation",
                                        Map.of("what", "Ook gezien", "date", "2026-06-03")))
                        .refusedBy("G16")
                        .fields());
        harbour.post(first + "/recognitions", recognition("omgevingsrecht")).isIn("RECOGNISED");
    }

    @Test
    @Order(6)
    void aSignalThatDoesNotMeetTheCriteriaIsGoneAndItsReporterHearsWhy() {
        String weak = reported(cop, "POLITIE", "politiewet-3", 4.95, 52.95);
        recognisedAndWeighed(weak);
        String stale = director.get(weak).etag();
        cop.post(weak + "/assessment/decisions", decision(false, "D")).is(201);
        director.post(weak + "/assessment/decisions", decision(true, null)).refusedBy("G41");
        Person.Answer late =
                director.post(weak + "/recognition-requests", Map.of("participant", "haarveen"), "If-Match", stale);
        assertTrue(late.status() == 409 || late.status() == 412, late::toString);
        harbour.post(weak + "/assessment/decisions", decision(false, "A")).is(201);
        cop.get(weak).refusedBy("G41");
        List<JsonNode> told = outcomesOf(cop, weak);
        JsonNode last = told.get(told.size() - 1);
        assertEquals("NOT_TAKEN_UP", last.path("outcome").asText());
        assertEquals("[\"A\",\"D\"]", last.path("notMet").toString());
        assertTrue(last.path("gone").asBoolean());
        assertEquals(List.of(), outcomes(harbour, weak));
        director.get("/v1/signals/outcomes").refusedBy("G41");
    }

    @Test
    @Order(7)
    void aDesignatedKnelpuntHasItsSignalAndLaterOnesAreLinked() {
        director.put(first + "/assessment", factors()).isIn("WEIGHED");
        cop.post(first + "/assessment/decisions", decision(true, null)).is(201);
        harbour.post(first + "/assessment/decisions", decision(true, null)).isIn("TAKEN_UP");
        knelpunt = "/v1/knelpunten/"
                + director.post("/v1/knelpunten", Proposals.completed(proposal(first)))
                        .is(201)
                        .id();
        director.post(knelpunt + "/signals", Map.of("signal", id(first))).refusedBy("G23", "G34");
        director.post(knelpunt + "/submission").isIn("SUBMITTED");
        for (String participant : STEERING_GROUP) {
            platform.as(participant + ".stuurgroep")
                    .post(knelpunt + "/votes", Map.of("motion", "DESIGNATE", "choice", "FOR", "reason", "Nodig."))
                    .is(201);
        }
        platform.as("wieringersluis.stuurgroep").post(knelpunt + "/designation").isIn("DESIGNATED");
        assertEquals("LINKED", cop.get(first).text("state"));
        assertEquals(List.of("H2"), handling(cop.get(knelpunt + "/data").items().get(0)), "the code came along");

        recognisedAndWeighed(second);
        director.post(knelpunt + "/signals", Map.of("signal", id(second))).refusedBy("G17");
        cop.post(second + "/assessment/decisions", decision(true, null)).is(201);
        harbour.post(second + "/assessment/decisions", decision(true, null)).isIn("TAKEN_UP");
        cop.post(knelpunt + "/signals", Map.of("signal", id(second))).refusedBy("G41");
        director.post(knelpunt + "/signals", Map.of("signal", UUID.randomUUID().toString()))
                .is(400);
        cop.put(second + "/grading", Map.of("handling", List.of("H2"))).is(200);
        director.post(knelpunt + "/signals", Map.of("signal", id(second))).refusedBy("G34");
        cop.put(second + "/grading", Map.of("handling", List.of("H1"))).is(200);
        director.post(knelpunt + "/signals", Map.of("signal", id(second))).isIn("LINKED");
        assertEquals(2, cop.get(knelpunt + "/data").items().size());
        assertEquals(
                Set.of(first, second), listed(director, "?knelpunt=" + id(knelpunt) + "&limit=100", first, second));
        assertEquals(List.of("RECOGNISED", "TAKEN_UP", "LINKED"), outcomes(cop, second));
    }

    @Test
    @Order(8)
    void whatIsNotToBeSpreadLeavesWithConsentOnly() {
        String data = cop.get(knelpunt + "/data").items().stream()
                .filter(d -> handling(d).contains("H2"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        Map<String, Object> advice = new HashMap<>(Map.of(
                "recipient", Map.of("type", "PARTICIPANT", "participant", "duinrade"),
                "kind", "INTERVENTION_ADVICE",
                "description", "Controleer de loods.",
                "qualityTested", true,
                "informationBase", "Signaal.",
                "legalBasis", "Omgevingswet 18.2",
                "necessity", "Anders onbekend.",
                "task", "Toezicht",
                "data", List.of(data)));
        String provision = "/v1/provisions/"
                + director.post(knelpunt + "/provisions", advice).is(201).id();
        Person.Answer refused = director.post(provision + "/provide").refusedBy("G34");
        assertTrue(refused.text("refusals/0/remedy").startsWith("Handelingscode H2"), refused::toString);
    }

    @Test
    @Order(9)
    void afterFiveYearsNothingOfItIsLeftButWhatBecameOfIt() {
        LocalDate received = LocalDate.parse(later.get(first).text("received").substring(0, 10));
        LocalDate now = LocalDate.parse(admin.get("/v1/demo/clock").text("now").substring(0, 10));
        forward("P" + java.time.temporal.ChronoUnit.DAYS.between(now, received.plusYears(5)) + "D");
        later.get(first).is(200);
        forward("P2D");
        later.get(first).refusedBy("G41");
        later.get(second).refusedBy("G41");
        List<String> told = outcomes(later, first);
        assertEquals("DESTROYED", told.get(told.size() - 1));
        assertEquals(
                "FIVE_YEARS",
                outcomesOf(later, first).get(told.size() - 1).path("reason").asText());
    }

    private static void forward(String period) {
        admin.post("/v1/demo/clock", Map.of("forward", period)).is(200);
    }

    private static String id(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }

    /** Which of these signals a list holds. */
    private static Set<String> listed(Person person, String query, String... among) {
        return person.get("/v1/signals" + query).items().stream()
                .map(s -> s.path("href").asText())
                .filter(Set.of(among)::contains)
                .collect(Collectors.toSet());
    }

    private static Set<String> hrefs(JsonNode items) {
        Set<String> hrefs = new java.util.HashSet<>();
        items.forEach(i -> hrefs.add(i.at("/signal/href").asText()));
        return hrefs;
    }

    private static List<JsonNode> outcomesOf(Person person, String signal) {
        return person.get("/v1/signals/outcomes?limit=100&signal=" + id(signal)).items();
    }

    private static List<String> outcomes(Person person, String signal) {
        return outcomesOf(person, signal).stream()
                .map(o -> o.path("outcome").asText())
                .toList();
    }

    private static List<String> handling(JsonNode datum) {
        List<String> codes = new ArrayList<>();
        datum.at("/grading/handling").forEach(c -> codes.add(c.asText()));
        return codes;
    }

    private static void recognisedAndWeighed(String signal) {
        cop.post(signal + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .isIn("ASKED");
        harbour.post(signal + "/recognitions", recognition("omgevingsrecht")).isIn("RECOGNISED");
        director.put(signal + "/assessment", factors()).isIn("WEIGHED");
    }

    private static Map<String, Object> decision(boolean met, String criterion) {
        Map<String, Object> decision = new HashMap<>(Map.of("criteriaMet", met, "reason", "Overwogen."));
        if (criterion != null) {
            decision.put("notMet", criterion);
        }
        return decision;
    }

    private static Map<String, Object> factors() {
        return Map.of("purpose", "p", "type", "t", "extent", "e", "weight", "w", "connection", "c");
    }

    private static Map<String, Object> recognition(String task) {
        return Map.of(
                "recognised",
                true,
                "observation",
                Map.of(
                        "what", "Zelfde bestelbus gezien.",
                        "date", "2026-06-03",
                        "place", Map.of("town", "Wieringersluis"),
                        "task", task,
                        "reference", "WS-9"));
    }

    private static Map<String, Object> square(double west, double south, double east, double north) {
        return Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(
                        List.of(west, south),
                        List.of(east, south),
                        List.of(east, north),
                        List.of(west, north),
                        List.of(west, south))));
    }

    /** A signal with one plate, reported. */
    private static String reported(Person worker, String organ, String task, double longitude, double latitude) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title",
                "Lossen bij nacht",
                "organ",
                organ,
                "task",
                task,
                "observation",
                Map.of(
                        "what", "Drie nachten zonder licht geladen.",
                        "date", "2026-06-02",
                        "place",
                                Map.of(
                                        "description",
                                        "Oosterkade",
                                        "municipality",
                                        "GM9001",
                                        "longitude",
                                        longitude,
                                        "latitude",
                                        latitude),
                        "observedBy", "Team haven"),
                "manifestation",
                "DRUGS",
                "criteria",
                Map.of(
                        "indications", "Wissel van busjes.",
                        "manifestation", "Doorvoer van verdovende middelen.",
                        "necessity", "Kade en vaartuig horen bij verschillende diensten.",
                        "jointApproach", "Toezicht en opsporing zijn samen nodig.",
                        "region", "De kade ligt in Wieringersluis."),
                "qualityTested",
                true,
                "lawfullyHeld",
                true,
                "police",
                Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, 3 juni 2026")));
        String signal =
                "/v1/signals/" + worker.post("/v1/signals", body).is(201).id();
        worker.post(
                        signal + "/data",
                        Map.of(
                                "newSubject",
                                Map.of("kind", "OBJECT"),
                                "category",
                                "VEHICLE",
                                "field",
                                "kenteken",
                                "content",
                                PLATE))
                .is(201);
        worker.post(signal + "/report").isIn("REPORTED");
        return signal;
    }

    private static Map<String, Object> proposal(String signal) {
        return Proposals.completed(Map.of(
                "title",
                "Nachtelijk lossen",
                "objectType",
                "BRANCH",
                "description",
                "Vervoerders aan de kade",
                "scope",
                Map.of(
                        "in",
                        "Vervoerders die 's nachts lossen.",
                        "out",
                        "Jachthaven en bewoners.",
                        "branches",
                        List.of("49")),
                "manifestations",
                List.of("DRUGS"),
                "grounds",
                Map.of(
                        "necessity", "Samen zien wij pas het geheel.",
                        "proportionality", "Eén kade.",
                        "subsidiarity", "Waarschuwen had geen effect.",
                        "deficit", "Er is geen toezicht in de nacht.",
                        "seriousness", "Partijen van meer dan honderd kilogram."),
                "signals",
                List.of(id(signal)),
                "involved",
                List.of(
                        Map.of("participant", "wieringersluis", "task", "Toezicht"),
                        Map.of("participant", POLICE, "task", "Opsporing"))));
    }
}
