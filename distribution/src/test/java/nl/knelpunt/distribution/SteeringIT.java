package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steering group from the agenda to the minutes, over HTTP at the assembled distribution: who decides for whom, and what comes
 * out of it. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class SteeringIT {

    private static final String POLICE = "politie-noord-holland";
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static final byte[] SIGNED =
            ("%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>\nxref\n0 1\n0000000000 65535 f \n"
                            + "trailer<</Root 1 0 R>>\nstartxref\n50\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);
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
    private static String knelpunt;
    private static String meeting;
    private static String other;
    private static String mandate;
    private static String decision;

    @BeforeAll
    static void start() throws IOException {
        platform = new Platform(folder);
        platform.start("--demo");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.college");
        director = platform.as("bureau.casusregisseur");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Person member(String participant) {
        return platform.as(participant + ".stuurgroep");
    }

    private static String account(Person person) {
        return person.get("/v1/session").is(200).id();
    }

    private static Instant now() {
        return Instant.parse(director.get("/v1/demo/clock").text("now"));
    }

    private static LocalDate today() {
        return now().atZone(NETHERLANDS).toLocalDate();
    }

    private static Person.Answer vote(Person person, String choice) {
        return person.post(
                knelpunt + "/votes", Map.of("motion", "DESIGNATE", "choice", choice, "reason", "Overtuigend."));
    }

    @Test
    @Order(1)
    void aProposalIsReadInTenMinutesBeforeTheMeeting() {
        knelpunt = "/v1/knelpunten/" + submitted();
        String page = member("zaanmeer").page(knelpunt + "/preview");
        for (String words : List.of(
                "CONCEPT", "Loods aan de kade", "Er is geen toezicht in de nacht.", "De jachthaven en bewoners.")) {
            assertTrue(page.contains(words), words);
        }
        HttpResponse<byte[]> pdf = member("zaanmeer").file(knelpunt + "/preview", "application/pdf");
        assertEquals(200, pdf.statusCode());
        assertTrue(new String(pdf.body(), 0, 8, StandardCharsets.ISO_8859_1).startsWith("%PDF-1."));
        assertEquals(
                "nosniff", pdf.headers().firstValue("X-Content-Type-Options").orElseThrow());
        platform.as("kromhoorn.college").get(knelpunt + "/preview").refusedBy("G24");
        assertEquals(
                List.of(),
                platform.log().lines().filter(l -> l.contains("SEVERE")).toList(),
                "to make the first document is no error");
    }

    @Test
    @Order(2)
    void theBureauPutsItOnTheAgendaAndMembersHearSo() {
        Map<String, Object> plan = Map.of(
                "form",
                "MEETING",
                "starts",
                now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString(),
                "place",
                "Stadhuis Wieringersluis",
                "chair",
                account(member("wieringersluis")));
        cop.post("/v1/meetings", plan).refusedBy("G41");
        meeting = "/v1/meetings/" + director.post("/v1/meetings", plan).is(201).id();
        director.post(
                        meeting + "/items",
                        Map.of("kind", "DESIGNATION", "title", "Kade", "knelpunt", knelpunt.substring(15)))
                .is(201);
        other = director.post(meeting + "/items", Map.of("kind", "OTHER", "title", "Werkplan"))
                .is(201)
                .id();
        assertEquals(
                "knelpunt",
                director.post(
                                meeting + "/items",
                                Map.of("kind", "DESIGNATION", "title", "Nog eens", "knelpunt", knelpunt.substring(15)))
                        .is(400)
                        .text("errors/0/field"));
        List<String> waiting =
                member("zaanmeer").get("/v1/tasks?limit=100").at("items").findValuesAsText("act");
        assertTrue(waiting.containsAll(List.of("VOTE_DESIGNATION", "VOTE_ITEM")), waiting::toString);
        cop.get(meeting).refusedBy("G41");
        cop.get("/v1/meetings/01900000-0000-7000-8000-000000000001").refusedBy("G41");
    }

    @Test
    @Order(3)
    void whoHasAMandateVotesForAnotherAndNobodyElseDoes() {
        Person mayor = member("wieringersluis");
        Person forPolice = mayor.onBehalfOf(POLICE);
        vote(forPolice, "FOR").refusedBy("G41");
        vote(cop, "FOR").refusedBy("G20");
        vote(director, "FOR").refusedBy("G20");
        Map<String, Object> given = Map.of(
                "participant", POLICE,
                "holder", account(mayor),
                "acts", List.of("VOTE_DESIGNATION", "VOTE_ITEM"),
                "from", today().toString(),
                "until", today().plusDays(20).toString(),
                "reference", "Mandaatbesluit P-2026-4");
        mayor.post("/v1/mandates", given).refusedBy("G41");
        mandate = member(POLICE).post("/v1/mandates", given).is(201).id();
        vote(forPolice, "FOR").is(201);
        vote(mayor, "FOR").is(201);
        vote(member("duinrade"), "FOR").is(201);
        vote(member("zaanmeer"), "ABSTAIN").is(201);
        JsonNode votes = mayor.get(knelpunt).at("motions/0/votes");
        assertEquals(POLICE, votes.at("/0/participant").asText());
        assertEquals(mandate, votes.at("/0/mandate").asText());
        assertFalse(votes.at("/1").has("mandate"));
    }

    @Test
    @Order(4)
    void theDecisionFallsAtTheMeeting() {
        member("wieringersluis").post(knelpunt + "/designation").refusedBy("STATE");
        director.post(meeting + "/end").refusedBy("STATE");
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P7D"))
                .is(200);
        director.post(
                        meeting + "/attendance",
                        Map.of(
                                "participant",
                                POLICE,
                                "presence",
                                "REPRESENTED",
                                "person",
                                account(member("wieringersluis"))))
                .is(201);
        director.post(knelpunt + "/designation").refusedBy("G20");
        member("wieringersluis").post(knelpunt + "/designation").isIn("DESIGNATED");
        JsonNode item = director.get(meeting).at("items/0/conclusion");
        assertEquals("ADOPTED", item.path("outcome").asText());
        assertEquals(4, item.at("/count/represented").asInt());
        assertEquals(3, item.at("/count/inFavour").asInt());
        assertEquals(1, item.at("/count/blank").asInt());
    }

    @Test
    @Order(5)
    void minutesAreFixedByTheChairAndThenStay() {
        director.post(meeting + "/end").isIn("HELD");
        assertEquals(
                "DEFERRED",
                director.get(meeting).text("items/1/conclusion/outcome"),
                "nobody decided on the work plan");
        member("duinrade")
                .post(meeting + "/items/" + other + "/votes", Map.of("choice", "FOR", "reason", "goed"))
                .refusedBy("STATE");
        director.put(meeting + "/minutes", Map.of("text", "De kade is aangewezen; het werkplan is aangehouden."))
                .is(200);
        director.post(meeting + "/minutes/fixing", Map.of()).refusedBy("G20");
        member("duinrade").post(meeting + "/minutes/fixing", Map.of()).is(400);
        member("wieringersluis").post(meeting + "/minutes/fixing", Map.of()).isIn("FIXED");
        director.put(meeting + "/minutes", Map.of("text", "Toch anders.")).refusedBy("STATE");
    }

    @Test
    @Order(6)
    void theDecisionIsIssuedWithItsNumberAndNeverChanges() throws Exception {
        member("wieringersluis")
                .post(knelpunt + "/documents", Map.of("kind", "DESIGNATION"))
                .refusedBy("G41");
        decision = knelpunt + "/documents/"
                + director.post(knelpunt + "/documents", Map.of("kind", "DESIGNATION"))
                        .is(201)
                        .id();
        JsonNode listed = cop.get(knelpunt + "/documents").items().get(0);
        assertEquals(
                "NH-" + today().getYear() + "-HK-001-B1", listed.path("number").asText());
        HttpResponse<byte[]> pdf = cop.file(decision, "application/pdf");
        HttpResponse<byte[]> html = cop.file(decision, "text/html");
        assertEquals(listed.at("/pdf/digest").asText(), sha256(pdf.body()));
        assertEquals(listed.at("/html/digest").asText(), sha256(html.body()));
        String page = new String(html.body(), StandardCharsets.UTF_8);
        for (String words :
                List.of("lang=\"nl\"", "gemandateerde, Mandaatbesluit P-2026-4", "3 voor, 0 tegen, 1 blanco")) {
            assertTrue(page.contains(words), words);
        }
        assertFalse(page.contains("CONCEPT"));
        assertTrue(html.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("style-src 'sha256-"));
        director.post(knelpunt + "/documents", Map.of("kind", "DESIGNATION")).is(400);
        director.post(knelpunt + "/documents", Map.of("kind", "CLOSURE")).is(400);
        platform.as("kromhoorn.college").get(decision).refusedBy("G24");
        assertArrayEquals(pdf.body(), cop.file(decision, "application/pdf").body());
    }

    @Test
    @Order(7)
    void whatWasDecidedOnATableComesInWithItsPaper() {
        assertEquals(
                415, director.upload(knelpunt + "/papers", "text/html", SIGNED).status());
        director.upload(knelpunt + "/papers", "application/pdf", "<html>".getBytes(StandardCharsets.US_ASCII))
                .is(400);
        cop.upload(knelpunt + "/papers", "application/pdf", SIGNED).refusedBy("G41");
        String paper = director.upload(knelpunt + "/papers", "application/pdf", SIGNED)
                .is(201)
                .id();
        HttpResponse<byte[]> back = member("zaanmeer").file(knelpunt + "/papers/" + paper, "*/*");
        assertArrayEquals(SIGNED, back.body());
        assertTrue(
                back.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment"));
        assertEquals(
                "nosniff", back.headers().firstValue("X-Content-Type-Options").orElseThrow());
        Map<String, Object> bySomebodyElse =
                Map.of("participant", "duinrade", "person", account(cop), "choice", "FOR", "reason", "zie het besluit");
        Map<String, Object> entered = Map.of(
                "motion", "CLOSE", "paper", paper, "decided", today().toString(), "votes", List.of(bySomebodyElse));
        director.post(knelpunt + "/outside-votes", entered).refusedBy("G20");
        List<Map<String, Object>> cast = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer").stream()
                .map(p -> Map.<String, Object>of(
                        "participant", p, "person", account(member(p)), "choice", "FOR", "reason", "zie het besluit"))
                .toList();
        director.post(
                        knelpunt + "/outside-votes",
                        Map.of("motion", "CLOSE", "paper", paper, "decided", today().toString(), "votes", cast))
                .isIn("DESIGNATED");
        director.post(knelpunt + "/closure").refusedBy("G20");
        JsonNode motion = director.get(knelpunt).at("motions/1");
        assertEquals(paper, motion.at("/outside/paper").asText());
        assertEquals(4, motion.path("votes").size());
    }

    @Test
    @Order(8)
    void aMandateThatEndedNoLongerCounts() {
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P21D"))
                .is(200);
        member("wieringersluis")
                .onBehalfOf(POLICE)
                .post(knelpunt + "/votes", Map.of("motion", "CLOSE", "choice", "FOR", "reason", "klaar"))
                .refusedBy("G41");
        JsonNode register = member(POLICE).get("/v1/mandates").items().get(0);
        assertEquals(mandate, register.path("id").asText());
        assertFalse(register.path("holds").asBoolean());
    }

    @Test
    @Order(9)
    void byPolicyIsDecidedOnlyOnWhatStandsOnAnAgenda() {
        String advice = platform.as("bureau.rac")
                .post(
                        "/v1/rac-advices",
                        Map.of(
                                "reference",
                                "RAC 2026-3",
                                "about",
                                "Besluiten in vergaderingen",
                                "date",
                                today().toString(),
                                "outcome",
                                "POSITIVE"))
                .is(201)
                .id();
        platform.as("bureau.admin")
                .patch("/v1/policy", Map.of("steering", Map.of("inMeetings", true), "advice", advice))
                .is(200);
        member("duinrade")
                .post(knelpunt + "/votes", Map.of("motion", "CLOSE", "choice", "FOR", "reason", "klaar"))
                .refusedBy("STATE");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** A proposal on one signal of the police that the municipality recognised. */
    private static String submitted() {
        String signal = cop.post("/v1/signals", Map.of("title", "Lossen bij nacht", "organ", "POLITIE"))
                .is(201)
                .id();
        cop.patch("/v1/signals/" + signal, complete()).is(200);
        cop.post("/v1/signals/" + signal + "/report").isIn("REPORTED");
        cop.post("/v1/signals/" + signal + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .isIn("ASKED");
        harbour.post(
                        "/v1/signals/" + signal + "/recognitions",
                        Map.of(
                                "recognised",
                                true,
                                "observation",
                                Map.of(
                                        "what", "Ook gezien.",
                                        "date", "2026-06-03",
                                        "place", Map.of("town", "Wieringersluis"),
                                        "task", "omgevingsrecht",
                                        "reference", "WS-9")))
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
        String id = director.post("/v1/knelpunten", Proposals.completed(proposal(signal)))
                .is(201)
                .id();
        director.post("/v1/knelpunten/" + id + "/submission").isIn("SUBMITTED");
        return id;
    }

    private static Map<String, Object> complete() {
        return Map.of(
                "task",
                "politiewet-3",
                "observation",
                Map.of(
                        "what", "Drie nachten zonder licht geladen.",
                        "date", "2026-06-02",
                        "place", Map.of("description", "Oosterkade", "municipality", "GM9001"),
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
                Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, 3 juni 2026"));
    }

    private static Map<String, Object> proposal(String signal) {
        return Proposals.completed(Map.of(
                "title",
                "Loods aan de kade",
                "objectType",
                "BRANCH",
                "description",
                "Koelhuizen aan de Oosterkade",
                "scope",
                Map.of(
                        "in", "Wie daar bij nacht lost.",
                        "out", "De jachthaven en bewoners.",
                        "branches", List.of("52.10")),
                "manifestations",
                List.of("DRUGS"),
                "grounds",
                GROUNDS,
                "signals",
                List.of(signal),
                "involved",
                List.of(
                        Map.of("participant", "wieringersluis", "task", "Toezicht"),
                        Map.of("participant", POLICE, "task", "Opsporing"),
                        Map.of("participant", "duinrade", "task", "Toezicht"))));
    }
}
