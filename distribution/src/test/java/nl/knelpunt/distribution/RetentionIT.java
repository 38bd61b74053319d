package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a knelpunt ends, over HTTP at the assembled distribution: reminders, evaluation, prolongation, closure, what was learnt of it,
 * and the destruction of everything else. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class RetentionIT {

    private static final String POLICE = "politie-noord-holland";
    /** Made up, and nowhere else in the world. */
    private static final String NAME = "Quirijn Vernietigproef";

    private static final String SECOND = "Xantippe Wegmetmij";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");
    private static final Map<String, String> GROUNDS = Map.of(
            "necessity", "Samen zien wij pas het geheel.",
            "proportionality", "Eén kade en twee bedrijven.",
            "subsidiarity", "Waarschuwen had geen effect.",
            "deficit", "Er is geen toezicht in de nacht.",
            "seriousness", "Partijen van meer dan honderd kilogram.");

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person cop;
    private static Person harbour;
    private static Person director;
    private static Person officer;
    private static Person admin;

    private static String signal;
    private static String knelpunt;
    private static String id;
    private static String list;

    @BeforeAll
    static void start() throws IOException {
        platform = new Platform(folder).start("--demo");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.college");
        director = platform.as("bureau.casusregisseur");
        officer = platform.as("bureau.privacy-officer");
        admin = platform.as("bureau.admin");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static LocalDate today() {
        return Instant.parse(admin.get("/v1/demo/clock").is(200).text("now"))
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .toLocalDate();
    }

    private static void forward(String period) {
        admin.post("/v1/demo/clock", Map.of("forward", period)).is(200);
    }

    private static void forwardTo(LocalDate day) {
        forward("P" + (day.toEpochDay() - today().toEpochDay()) + "D");
    }

    private static Person member(String participant) {
        return platform.as(participant + ".stuurgroep");
    }

    private static void vote(String motion) {
        for (String participant : STEERING_GROUP) {
            member(participant)
                    .post(knelpunt + "/votes", Map.of("motion", motion, "choice", "FOR", "reason", "Overtuigend."))
                    .is(201);
        }
    }

    private static Stream<JsonNode> tasks(Person person) {
        return StreamSupport.stream(person.get("/v1/tasks").is(200).at("items").spliterator(), false);
    }

    private static boolean waits(Person person, String act, String object) {
        return tasks(person)
                .anyMatch(t -> t.path("act").asText().equals(act)
                        && t.path("object").asText().equals(object));
    }

    /** How often the director could hear it of this knelpunt, since the beginning. */
    private static long told(String type) {
        long told = 0;
        String page = "/v1/events?limit=100";
        while (page != null) {
            Person.Answer answer = director.get(page).is(200);
            told += answer.items().stream()
                    .filter(e -> e.path("type").asText().equals("nl.knelpunt.knelpunt." + type)
                            && e.path("subject").asText().contains(id))
                    .count();
            page = answer.items().isEmpty()
                    ? null
                    : answer.at("links").path("next").asText(null);
        }
        return told;
    }

    @Test
    @Order(1)
    void aKnelpuntIsDesignatedForAYear() {
        signal = cop.post("/v1/signals", Map.of("title", "Lossen bij nacht", "organ", "POLITIE"))
                .is(201)
                .id();
        assertTrue(waits(cop, "REPORT_SIGNAL", signal), "a draft waits to be reported, or it lapses");
        cop.patch("/v1/signals/" + signal, complete()).is(200);
        cop.post(
                        "/v1/signals/" + signal + "/data",
                        Map.of(
                                "newSubject",
                                Map.of("kind", "PERSON"),
                                "category",
                                "IDENTIFICATION",
                                "field",
                                "naam",
                                "content",
                                NAME))
                .is(201);
        cop.post("/v1/signals/" + signal + "/report").isIn("REPORTED");
        cop.post("/v1/signals/" + signal + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .isIn("ASKED");
        assertTrue(waits(harbour, "ANSWER_RECOGNITION", signal));
        assertFalse(waits(platform.as("duinrade.college"), "ANSWER_RECOGNITION", signal));
        harbour.post(
                        "/v1/signals/" + signal + "/recognitions",
                        Map.of(
                                "recognised",
                                true,
                                "observation",
                                Map.of(
                                        "what",
                                        "Ook gezien.",
                                        "date",
                                        today().minusDays(3).toString(),
                                        "place",
                                        Map.of("town", "Wieringersluis"),
                                        "task",
                                        "omgevingsrecht",
                                        "reference",
                                        "WS-9")))
                .isIn("RECOGNISED");
        director.put(
                        "/v1/signals/" + signal + "/assessment",
                        Map.of("purpose", "p", "type", "t", "extent", "e", "weight", "w", "connection", "c"))
                .isIn("WEIGHED");
        for (Person assessor : List.of(cop, harbour)) {
            assessor.post(
                            "/v1/signals/" + signal + "/assessment/decisions",
                            Map.of("criteriaMet", true, "reason", "Voldoet."))
                    .is(201);
        }
        id = director.post("/v1/knelpunten", proposal()).is(201).id();
        knelpunt = "/v1/knelpunten/" + id;
        director.post(knelpunt + "/submission").isIn("SUBMITTED");
        assertTrue(waits(member("duinrade"), "VOTE_DESIGNATION", id));
        vote("DESIGNATE");
        assertFalse(waits(member("duinrade"), "VOTE_DESIGNATION", id));
        member("wieringersluis").post(knelpunt + "/designation").isIn("DESIGNATED");
        String known =
                cop.get(knelpunt + "/data").items().get(0).at("/subject/id").asText();
        cop.post(
                        knelpunt + "/data",
                        Map.of(
                                "newSubject",
                                Map.of("kind", "PERSON", "circleOf", known, "circleReason", "huisgenoot"),
                                "category",
                                "IDENTIFICATION",
                                "field",
                                "naam",
                                "content",
                                SECOND,
                                "task",
                                "politiewet-3",
                                "basis",
                                "Artikel 2.22 Wgs",
                                "phase",
                                1,
                                "lawfullyHeld",
                                true,
                                "police",
                                Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie")))
                .is(201);
        assertTrue(platform.holds(NAME), "so it can be found");
        assertTrue(platform.holds(SECOND));
    }

    @Test
    @Order(2)
    void beforeTheEndOfItsTermThoseConcernedAreRemindedAndItIsProlonged() {
        LocalDate last = LocalDate.parse(director.get(knelpunt).text("terms/0/last"));
        forwardTo(last.minusDays(90));
        forwardTo(last.minusDays(89));
        assertEquals(
                1,
                told("term-ending"),
                () -> director.get("/v1/events?limit=100").body().toPrettyString());
        JsonNode task = tasks(director)
                .filter(t -> t.path("object").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals("EVALUATE_KNELPUNT", task.path("act").asText());
        assertEquals(last.toString(), task.path("due").asText());
        assertEquals("/v1/knelpunten/" + id, task.path("href").asText());
        Map<String, Object> evaluation = new HashMap<>(Map.of(
                "findings", "De kade is rustiger.",
                "recommendation", "PROLONG",
                "renewedGrounds", GROUNDS,
                "displacement", "In de naastgelegen haven wordt meer geladen.",
                "dataQuality", "Gewone controles."));
        assertEquals(
                "goals",
                director.post(knelpunt + "/evaluations", evaluation).is(400).text("errors/0/field"),
                "it is not finished");
        member("duinrade")
                .post(knelpunt + "/votes", Map.of("motion", "PROLONG", "choice", "FOR", "reason", "Toch maar."))
                .refusedBy("G19", "G22");
        director.post(knelpunt + "/evaluations", Proposals.evaluated(director, knelpunt, evaluation))
                .is(201);
        assertEquals("PARTLY", director.get(knelpunt).text("evaluations/0/goals/0/outcome"));
        assertFalse(director.get(knelpunt).at("evaluations/0/goalReached").asBoolean());
        assertTrue(waits(member("zaanmeer"), "VOTE_PROLONGATION", id));
        vote("PROLONG");
        member("wieringersluis").post(knelpunt + "/prolongation").is(200);
        forwardTo(last.plusDays(1));
        assertEquals(0, told("term-passed"));
        cop.get(knelpunt + "/data").is(200);
    }

    @Test
    @Order(3)
    void atTheEndSharingStopsByItself() {
        LocalDate last = LocalDate.parse(director.get(knelpunt).text("terms/1/last"));
        forwardTo(last.plusDays(1));
        assertEquals(1, told("term-passed"));
        cop.get(knelpunt + "/data").refusedBy("G21");
        assertTrue(waits(member("zaanmeer"), "VOTE_CLOSURE", id));
    }

    @Test
    @Order(4)
    void aClosureNeedsAReportAndLeavesWhatWasLearnt() {
        vote("CLOSE");
        assertEquals(
                "closingReport",
                member("wieringersluis").post(knelpunt + "/closure").is(400).text("errors/0/field"));
        cop.put(knelpunt + "/closing-report", Map.of("summary", "Klaar.")).refusedBy("G41");
        String etag = director.get(knelpunt + "/closing-report").is(200).etag();
        Map<String, Object> report = Map.of(
                "summary",
                "Er wordt niet meer gelost.",
                "lessons",
                List.of(Map.of(
                        "worked",
                        true,
                        "manifestation",
                        "DRUGS",
                        "objectType",
                        "BRANCH",
                        "barrierStep",
                        "opslag",
                        "text",
                        "Gezamenlijk toezicht op wisselende tijden hielp, méér dan hekken.")));
        director.put(knelpunt + "/closing-report", report).is(200);
        assertFalse(etag.equals(director.get(knelpunt + "/closing-report").etag()));
        director.post(
                        knelpunt + "/information",
                        Map.of(
                                "informedOn",
                                director.get(knelpunt).text("terms/0/first"),
                                "informedBy",
                                "Brief van het contactpunt."))
                .is(201);
        member("wieringersluis").post(knelpunt + "/closure").isIn("CLOSED");

        Person analyst = platform.as("bureau.analist");
        for (String found :
                List.of("q=toezicht", "q=MEER%20hek", "worked=true&objectType=BRANCH", "barrierStep=opslag")) {
            assertEquals(1, analyst.get("/v1/lessons?" + found).is(200).items().size(), found);
        }
        for (String notFound : List.of("q=zicht", "worked=false", "q=toezicht%20vergeefs")) {
            assertEquals(
                    0, analyst.get("/v1/lessons?" + notFound).is(200).items().size(), notFound);
        }
        analyst.get("/v1/lessons?worked=ja").is(400);
        cop.get("/v1/lessons").refusedBy("G41");
    }

    @Test
    @Order(5)
    void somebodyElseReviewsTheDestructionListOfEverything() {
        list = "/v1/destruction-lists/"
                + officer.get("/v1/destruction-lists")
                        .is(200)
                        .items()
                        .get(0)
                        .path("id")
                        .asText();
        assertTrue(waits(officer, "REVIEW_DESTRUCTION_LIST", list.substring(list.lastIndexOf('/') + 1)));
        Person.Answer shown = officer.get(list).is(200);
        assertTrue(shown.at("whole").asBoolean());
        assertEquals(2, shown.at("data").size());
        assertFalse(shown.body().toString().contains(NAME), "what it is, not what it says");
        assertEquals(today().plusDays(30).toString(), shown.text("due"));

        Map<String, Object> approved = Map.of("approved", true);
        director.post(list + "/review", approved).is(409).refusedBy("STATE");
        cop.post(list + "/review", approved).refusedBy("G41");
        officer.post("/v1/destruction-lists/" + UUID.randomUUID() + "/review", approved)
                .refusedBy("G41");
        officer.post(list + "/review", approved, "If-Match", "\"7\"").is(412);
        officer.post(list + "/kept", Map.of("datum", UUID.randomUUID().toString()))
                .refusedBy("G39");
        officer.get(list + "/certificate").is(400);
        JsonNode dryRun = officer.get("/v1/retention/dry-run?on=" + today().plusDays(31))
                .is(200)
                .body();
        assertEquals("OVERDUE_LIST", dryRun.at("/going/0/why").asText());
        assertEquals(2, dryRun.at("/total").asInt());
        officer.post(list + "/review", approved).isIn("APPROVED");
    }

    @Test
    @Order(6)
    void ofEverythingThatIsDestroyedNothingIsLeftInAnyFile() {
        forward("P1D");
        JsonNode certificate = officer.get(list + "/certificate").is(200).body();
        assertEquals(2, certificate.at("/destroyed/IDENTIFICATION").asInt(), certificate::toPrettyString);
        assertEquals(1, certificate.at("/destroyed/SIGNAL").asInt());
        assertEquals(64, certificate.at("/digest").asText().length());
        Platform.until("nothing of it is left", () -> !platform.holds(NAME));
        Platform.until("nothing of it is left", () -> !platform.holds(SECOND));

        JsonNode left = director.get(knelpunt).is(200).body();
        assertEquals("CLOSED", left.path("state").asText());
        assertTrue(left.path("description").isMissingNode()
                || left.path("description").isNull());
        cop.get("/v1/signals/" + signal).refusedBy("G41");
        JsonNode run = officer.get("/v1/retention/runs").is(200).items().get(0);
        assertTrue(run.path("nightly").asBoolean());
        assertTrue(officer.post("/v1/log/verification").is(200).at("whole").asBoolean());
        assertEquals(1, director.get("/v1/lessons?q=toezicht").items().size(), "but for what was learnt");
    }

    @Test
    @Order(7)
    void afterFiveYearsDataGoWithoutAnybodysApproval() {
        String draft = cop.post("/v1/signals", Map.of("title", "Lossen bij nacht", "organ", "POLITIE"))
                .is(201)
                .id();
        cop.patch("/v1/signals/" + draft, complete()).is(200);
        cop.post(
                        "/v1/signals/" + draft + "/data",
                        Map.of(
                                "newSubject",
                                Map.of("kind", "PERSON"),
                                "category",
                                "IDENTIFICATION",
                                "field",
                                "naam",
                                "content",
                                NAME))
                .is(201);
        cop.post("/v1/signals/" + draft + "/report").isIn("REPORTED");
        assertTrue(platform.holds(NAME));
        forward("P5Y2D");
        Platform.until("nothing of it is left", () -> !platform.holds(NAME));
    }

    private static Map<String, Object> complete() {
        return Map.of(
                "task",
                "politiewet-3",
                "observation",
                Map.of(
                        "what",
                        "Drie nachten zonder licht geladen.",
                        "date",
                        today().minusDays(5).toString(),
                        "place",
                        Map.of("description", "Oosterkade", "municipality", "GM9001"),
                        "observedBy",
                        "Team haven"),
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
                Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, dit jaar"));
    }

    private static Map<String, Object> proposal() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title",
                "Loods aan de kade",
                "objectType",
                "BRANCH",
                "description",
                "Koelhuizen aan de Oosterkade",
                "scope",
                Map.of("in", "Wie daar bij nacht lost.", "out", "De jachthaven en bewoners."),
                "manifestations",
                List.of("DRUGS"),
                "grounds",
                GROUNDS,
                "signals",
                List.of(signal)));
        body.put(
                "involved",
                List.of(
                        Map.of("participant", "wieringersluis", "task", "Toezicht"),
                        Map.of("participant", POLICE, "task", "Opsporing")));
        return Proposals.completed(body);
    }
}
