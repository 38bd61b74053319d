package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sharing data in phases in the demo's sea ports, over HTTP at the assembled distribution: a phase for whom it is needed, requests
 * for data, errors and corrections that reach whoever received a datum. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class PhasesIT {

    private static final String POLICE = "politie-noord-holland";

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person cop;
    private static Person harbour;
    private static Person coast;
    private static Person stranger;
    private static Person director;
    private static Person analyst;
    private static Person member;

    private static String port;
    private static String subject;
    private static String permit;

    @BeforeAll
    static void start() {
        platform = new Platform(folder).start("--demo");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.burgemeester");
        coast = platform.as("duinrade.college");
        stranger = platform.as("kromhoorn.college");
        director = platform.as("bureau.casusregisseur");
        analyst = platform.as("bureau.analist");
        member = platform.as(POLICE + ".stuurgroep");
        port = director.get("/v1/knelpunten").items().get(0).path("href").asText();
        subject = first(cop, d -> d.at("/subject/kind").asText().equals("PERSON"))
                .at("/subject/id")
                .asText();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    // Requests

    @Test
    @Order(1)
    void aWorkerAsksAParticipantForDataAndItSupplies() {
        Map<String, Object> wanted = wanted("PERMITS", 1);
        stranger.post(port + "/data-requests", wanted).refusedBy("G24");
        cop.post(port + "/data-requests", with(wanted, "category", "RESIDENCE_STATUS"))
                .refusedBy("G11");
        cop.post(port + "/data-requests", with(wanted, "holder", "kromhoorn")).is(400);
        Person.Answer made = cop.post(port + "/data-requests", wanted).isIn("OPEN");
        String request = made.text("href");
        assertEquals(1, tasks(harbour, "SUPPLY_REQUESTED").size());
        harbour.post(request + "/questions", Map.of("question", "Ook ingetrokken vergunningen?"))
                .isIn("ASKED_BACK");
        assertEquals(1, tasks(cop, "ANSWER_BACK").size());
        cop.post(request + "/answers", Map.of("answer", "Ja.")).isIn("OPEN");
        stranger.get(request).refusedBy("G41");
        coast.get(request).refusedBy("G41");
        coast.get("/v1/data-requests/" + UUID.randomUUID()).refusedBy("G41");

        Map<String, Object> datum = new HashMap<>(Map.of(
                "subject", subject,
                "category", "PERMITS",
                "field", "vergunning",
                "content", "Ontheffing laden, ingetrokken",
                "task", "openbare-orde",
                "basis", "Wgs 2.23(4)",
                "phase", 1,
                "lawfullyHeld", true));
        permit = harbour.post(port + "/data", datum).is(201).id();
        harbour.post(request + "/supplies", Map.of("data", List.of(UUID.randomUUID())))
                .is(400);
        harbour.post(request + "/supplies", Map.of("data", List.of(permit))).isIn("SUPPLIED");
        assertEquals(permit, cop.get(request).text("data/0"));
        assertEquals(1, cop.get(port + "/data-requests?mine=true").items().size());
        assertEquals(
                0, cop.get(port + "/data-requests?mine=true&open=true").items().size());
    }

    @Test
    @Order(2)
    void whyAHolderDoesNotSupplyOnlyItKnows() {
        String request = cop.post(port + "/data-requests", wanted("PERMITS", 1)).text("href");
        harbour.post(request + "/refusal", Map.of("ground", "INVESTIGATION")).isIn("NOT_SUPPLIED");
        assertEquals("INVESTIGATION", harbour.get(request).text("refusal/ground"));
        for (Person person : List.of(cop, director)) {
            Person.Answer seen = person.get(request).is(200);
            assertEquals("NOT_SUPPLIED", seen.text("state"));
            assertTrue(seen.at("refusal/ground").isMissingNode());
        }
        harbour.post(request + "/supplies", Map.of("data", List.of(permit))).is(409);
    }

    // Phases

    @Test
    @Order(3)
    void phaseTwoOpensForWhomItIsNeeded() {
        JsonNode open = director.get(port).is(200).at("phases");
        if (openPhases(open).contains(2)) {
            member.post(port + "/phases/closure", Map.of("phase", 2, "reason", "Opnieuw beginnen.", "destroy", false))
                    .is(201);
        }
        cop.post(port + "/data-requests", wanted("FISCAL", 2)).refusedBy("G12");
        member.post(port + "/phases", Map.of("phase", 2, "necessity", " ", "participants", List.of(POLICE)))
                .refusedBy("G12");
        member.post(port + "/phases", Map.of("phase", 2, "necessity", "Nodig.", "participants", List.of("kromhoorn")))
                .is(400);
        member.post(
                        port + "/phases",
                        Map.of("phase", 2, "necessity", "De meldingen horen erbij.", "participants", List.of(POLICE)))
                .is(201);
        String report = cop.post(port + "/data", report()).is(201).id();
        assertTrue(sees(cop, report) && sees(analyst, report));
        assertFalse(sees(harbour, report), "it is not open for the municipality");
        harbour.post(port + "/data/" + report + "/errors", Map.of("reason", "fout"))
                .refusedBy("G41");
        assertEquals(
                List.of(report),
                cop.get(port + "/data?phase=2&category=POLICE_8_13&supplier=" + POLICE + "&limit=100").items().stream()
                        .map(d -> d.path("id").asText())
                        .filter(report::equals)
                        .toList());

        member.post(port + "/phases/closure", Map.of("phase", 2, "reason", "De keten is gezien.", "destroy", true))
                .is(201);
        assertFalse(sees(cop, report) || sees(analyst, report) || sees(director, report));
        forwardOneDay();
        assertTrue(cop.get("/v1/own-data?limit=100").items().stream()
                .noneMatch(d -> d.at("/datum/id").asText().equals(report)));
    }

    // Corrections

    @Test
    @Order(4)
    void whoeverReceivedADatumHearsThatItWasCorrected() {
        String datum = port + "/data/" + permit;
        assertTrue(sees(coast, permit) && sees(cop, permit) && sees(director, permit));
        assertEquals(3, harbour.get(datum + "/receivers").items().size());
        cop.get(datum + "/receivers").refusedBy("G41");

        cop.post(datum + "/errors", Map.of("reason", "Een andere ontheffing.")).isIn("FROZEN");
        assertTrue(tasks(harbour, "CORRECT_DATUM").stream()
                .anyMatch(t -> t.path("part").asText().equals(permit)));
        assertTrue(harbour.get("/v1/own-data?wrong=true").items().stream()
                .anyMatch(d -> d.at("/datum/id").asText().equals(permit)));
        harbour.post(datum + "/errors/rejection", Map.of("reason", "Nagekeken in het archief."))
                .isIn("SHARED");
        harbour.post(datum + "/errors/rejection", Map.of("reason", "Nog eens.")).refusedBy("STATE");

        cop.post(datum + "/errors", Map.of("reason", "Toch een andere ontheffing."))
                .is(201);
        harbour.put(datum, Map.of("content", "Ontheffing lossen, ingetrokken")).isIn("SHARED");
        for (Person person : List.of(coast, cop, director)) {
            String notice = told(person).get(0).path("id").asText();
            String acknowledge = "/v1/correction-notices/" + notice + "/acknowledgement";
            stranger.post(acknowledge).refusedBy("G41");
            assertTrue(waits(person, notice));
            person.post(acknowledge).is(200);
            assertFalse(waits(person, notice));
        }
        assertEquals(0, told(harbour).size(), "its own supplier knows");
    }

    /** Of what nobody took note of: about the datum of this story. */
    private static List<JsonNode> told(Person person) {
        return person.get("/v1/correction-notices?open=true&limit=100").items().stream()
                .filter(n -> n.at("/data/0/datum").asText().equals(permit))
                .toList();
    }

    private static boolean waits(Person person, String notice) {
        return tasks(person, "TAKE_NOTE").stream()
                .anyMatch(t -> t.path("object").asText().equals(notice));
    }

    @Test
    @Order(5)
    void anotherProposesAndTheOwnerDecides() {
        String datum = port + "/data/" + permit;
        harbour.post(datum + "/correction-proposals", Map.of("content", "anders", "reason", "van onszelf"))
                .is(400);
        Person.Answer made = cop.post(
                        datum + "/correction-proposals",
                        Map.of("content", "Ontheffing lossen, verleend", "reason", "Staat anders in het dossier."))
                .isIn("PROPOSED");
        String proposal = made.text("href");
        assertEquals("Ontheffing lossen, verleend", harbour.get(proposal).text("content"));
        assertTrue(director.get(proposal).is(200).at("content").isMissingNode());
        coast.get(proposal).refusedBy("G41");
        cop.post(proposal + "/acceptance").refusedBy("G41");
        harbour.post(proposal + "/acceptance").isIn("ACCEPTED");
        assertEquals(
                "Ontheffing lossen, verleend",
                first(cop, d -> d.path("id").asText().equals(permit))
                        .path("content")
                        .asText());
        assertTrue(cop.get(proposal).at("content").isMissingNode());
        harbour.post(proposal + "/decline", Map.of("reason", "te laat")).is(409);
    }

    @Test
    @Order(6)
    void twoWhoChangeTheSameAreToldAndAKeyIsForOneRequest() {
        String datum = port + "/data/" + permit;
        cop.post(datum + "/errors", Map.of("reason", "Verkeerd jaar."), "If-Match", "\"1\"")
                .is(412);
        cop.post(datum + "/errors", Map.of("reason", "Verkeerd jaar."), "Idempotency-Key", "fout-1")
                .is(201);
        cop.post(datum + "/errors", Map.of("reason", "Verkeerd jaar."), "Idempotency-Key", "fout-1")
                .is(201);
        cop.post(datum + "/errors", Map.of("reason", "Iets heel anders."), "Idempotency-Key", "fout-1")
                .is(422);
        harbour.delete(datum).isIn("DESTROYED");
        assertFalse(sees(cop, permit));
        assertEquals(
                List.of("CORRECTED", "DESTROYED"),
                told(coast).stream().map(n -> n.path("kind").asText()).toList(),
                "a proposal was taken over, and then it was destroyed");
    }

    @Test
    @Order(7)
    void whatIsBlockedIsNotFoundByHoldingIt() {
        JsonNode own = first(cop, d -> d.path("supplier").asText().equals(POLICE));
        String datum = port + "/data/" + own.path("id").asText();
        cop.post(datum + "/veto", Map.of("ground", "Er loopt een onderzoek.")).isIn("BLOCKED");
        Map<String, String> hold = Map.of("ground", "LEGAL_CLAIM", "reason", "Beroep.");
        director.post(datum + "/hold", hold).refusedBy("G41");
        director.post(port + "/data/" + UUID.randomUUID() + "/hold", hold).refusedBy("G41");
    }

    @Test
    @Order(8)
    void aRequestThatNobodyAnswersExpires() {
        String request = director.post(port + "/data-requests", wanted("PERMITS", 1))
                .isIn("OPEN")
                .text("href");
        for (int day = 0; day < 4; day++) {
            forwardOneDay();
        }
        assertEquals("EXPIRED", director.get(request).text("state"));
        assertTrue(platform.as("bureau.fg")
                .post("/v1/log/verification")
                .is(200)
                .at("whole")
                .asBoolean());
    }

    private static void forwardOneDay() {
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P1D"))
                .is(200);
    }

    private static Map<String, Object> wanted(String category, int phase) {
        LocalDate today = LocalDate.parse(platform.as("bureau.admin")
                .get("/v1/demo/clock")
                .is(200)
                .text("now")
                .substring(0, 10));
        return Map.of(
                "holder",
                "wieringersluis",
                "category",
                category,
                "subject",
                subject,
                "phase",
                phase,
                "necessity",
                "Zonder is het laden niet te duiden.",
                "until",
                today.plusDays(2).toString());
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> report() {
        Map<String, Object> datum = new HashMap<>(Map.of(
                "subject", subject,
                "category", "POLICE_8_13",
                "field", "melding",
                "content", "Aangesproken bij de kade",
                "task", "politiewet-3",
                "basis", "Wgs 2.23(6)",
                "phase", 2,
                "lawfullyHeld", true));
        datum.put("police", Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, 3 juni 2026"));
        return datum;
    }

    private static List<Integer> openPhases(JsonNode phases) {
        List<Integer> open = new java.util.ArrayList<>();
        phases.forEach(p -> {
            if (!p.has("closed")) {
                open.add(p.path("phase").asInt());
            }
        });
        return open;
    }

    private static List<JsonNode> tasks(Person person, String kind) {
        return person.get("/v1/tasks?kind=" + kind).items();
    }

    private static boolean sees(Person person, String datum) {
        return person.get(port + "/data?limit=100").items().stream()
                .anyMatch(d -> d.path("id").asText().equals(datum));
    }

    private static JsonNode first(Person person, Predicate<JsonNode> wanted) {
        return person.get(port + "/data?limit=100").items().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
