package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three years of a small sea port over HTTP, with the moved clock: signals of four participants, designation, two prolongations with
 * growth in the first year, displacement signals from a neighbouring port, closure, destruction. Each test goes on where the one
 * before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class YearsIT {

    private static final String POLICE = "politie-noord-holland";
    private static final List<String> VOTERS = List.of("wieringersluis", POLICE, "haarveen", "zaanmeer");
    private static final Map<String, String> GROUNDS = Map.of(
            "necessity", "Alleen samen is de keten van kade tot loods te zien.",
            "proportionality", "Eén haven, en wie daar bij nacht lost.",
            "subsidiarity", "Losse controles van vier diensten hadden geen effect.",
            "deficit", "Niemand houdt bij nacht toezicht op de kleine haven.",
            "seriousness", "Drie partijen van meer dan honderd kilogram in een jaar.");
    private static final String SKIPPER = "Auke Proefschipper";
    private static final String MOVED = "Bouke Proefverhuurder";
    private static final String PLATE = "99-XX-71";
    private static final String LATE_PLATE = "99-XX-72";
    private static final String TOO_LATE_PLATE = "99-XX-73";
    /** Of a person or their things; nowhere else in the world. */
    private static final List<String> OF_SOMEBODY = List.of(SKIPPER, MOVED, PLATE, LATE_PLATE);

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person director;
    private static Person cop;
    private static Person harbour;
    private static Person coast;
    private static Person lake;
    private static Person newcomer;

    private static String knelpunt;
    private static String goal;
    private static String indicator;
    private static final List<String> SIGNALS = new ArrayList<>();

    @BeforeAll
    static void start() {
        platform = new Platform(folder).start("--demo");
        director = platform.as("bureau.casusregisseur");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.college");
        coast = platform.as("haarveen.college");
        lake = platform.as("zaanmeer.college");
        newcomer = platform.as("duinrade.college");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    // The first year

    @Test
    @Order(1)
    void fourParticipantsBringSignalsThatOthersRecognise() {
        SIGNALS.add(takenUp(cop(), college("wieringersluis"), "Oosterkade", "GM9001", SKIPPER));
        SIGNALS.add(takenUp(college("wieringersluis"), cop(), "Oosterkade 12", "GM9001", null));
        SIGNALS.add(takenUp(college("haarveen"), cop(), "Vissershaven", "GM9002", null));
        SIGNALS.add(takenUp(college("zaanmeer"), college("wieringersluis"), "Binnenhaven", "GM9003", null));
    }

    @Test
    @Order(2)
    void theSteeringGroupDesignatesThePortForAYear() {
        knelpunt = "/v1/knelpunten/"
                + director.post("/v1/knelpunten", proposal()).isIn("PROPOSED").id();
        JsonNode shown = director.get(knelpunt).is(200).body();
        goal = shown.at("/goals/0/id").asText();
        indicator = shown.at("/goals/0/indicators/0/id").asText();
        director.post(knelpunt + "/submission").isIn("SUBMITTED");
        harbour.post(knelpunt + "/data", plateOf(null)).refusedBy("G23");
        votes("DESIGNATE");
        member("wieringersluis").post(knelpunt + "/designation").isIn("DESIGNATED");
        assertEquals(today().plusYears(1).minusDays(1), lastDay());
        assertTrue(outcomesOf(SIGNALS.get(2), coast).contains("KNELPUNT_DESIGNATED"));
    }

    @Test
    @Order(3)
    void inThatYearDataAreSharedAnInterventionIsCarriedOutAndANewParticipantJoins() {
        member(POLICE)
                .post(knelpunt + "/phases", Map.of("phase", 2, "necessity", "Zonder is niet te zien wie er lost."))
                .is(201);
        harbour.post(knelpunt + "/data", plate()).is(201);
        intervene();

        newcomer.get(knelpunt).refusedBy("G24");
        director.post(
                        knelpunt + "/involvements",
                        Map.of(
                                "change", "JOIN",
                                "participant", "duinrade",
                                "tasks", List.of("verordening"),
                                "task", "Toezicht op de zuidelijke kade",
                                "reason", "De loodsen liggen op haar grond."))
                .is(201);
        newcomer.get(knelpunt).refusedBy("G24");
        votes("INVOLVE");
        member("wieringersluis").post(knelpunt + "/involvement").is(200);
        assertTrue(contents(newcomer).contains(PLATE));
    }

    @Test
    @Order(4)
    void beforeTheYearIsOverItIsEvaluatedAndProlonged() {
        forwardTo(lastDay().minusDays(29));
        assertTrue(
                tasks(director).stream().anyMatch(t -> t.path("act").asText().equals("EVALUATE_KNELPUNT")),
                "the end of the term comes near");
        member("wieringersluis").post(knelpunt + "/prolongation").refusedBy("G19", "G20", "G22");
        director.post(knelpunt + "/evaluations", evaluation("PROLONG", 2.0)).is(201);
        LocalDate before = lastDay();
        votes("PROLONG");
        member("wieringersluis").post(knelpunt + "/prolongation").isIn("DESIGNATED");
        assertEquals(before.plusYears(1), lastDay());
    }

    // The second year

    @Test
    @Order(5)
    void theProblemMovesToTheNeighbouringPort() {
        forwardTo(lastDay().minusMonths(8));
        String moved = takenUp(college("haarveen"), cop(), "Visserskade", "GM9002", MOVED);
        String alike = takenUp(college("duinrade"), cop(), "Zuidkade", "GM9005", null);
        for (String signal : List.of(moved, alike)) {
            director.post(knelpunt + "/signals", Map.of("signal", signal)).is(201);
            SIGNALS.add(signal);
        }
        assertTrue(contents(harbour).contains(MOVED), "the data of a linked signal come along");
    }

    @Test
    @Order(6)
    void whoeverWantsToGoOnMustDecideInTimeAndNotTooEarly() {
        member("wieringersluis").post(knelpunt + "/prolongation").refusedBy("G19", "G20", "G22");
        director.post(knelpunt + "/evaluations", evaluation("PROLONG", 1.0)).is(201);
        member("wieringersluis").post(knelpunt + "/prolongation").refusedBy("G20");
        LocalDate before = lastDay();
        votes("PROLONG");
        assertEquals(
                "term",
                member("wieringersluis")
                        .post(knelpunt + "/prolongation")
                        .is(400)
                        .text("errors/0/field"));
        forwardTo(before.minusDays(90));
        member("wieringersluis").post(knelpunt + "/prolongation").isIn("DESIGNATED");
        assertEquals(before.plusYears(1), lastDay());
        assertEquals(3, director.get(knelpunt).at("terms").size(), "three years in all");
    }

    // The third year

    @Test
    @Order(7)
    void afterTheTermNothingIsSharedByItself() {
        forwardTo(lastDay());
        harbour.post(knelpunt + "/data", with(plate(), "content", LATE_PLATE)).is(201);
        forwardTo(lastDay().plusDays(1));
        harbour.post(knelpunt + "/data", with(plate(), "content", TOO_LATE_PLATE))
                .refusedBy("G21");
        harbour.get(knelpunt + "/data").refusedBy("G21");
        harbour.get(knelpunt).is(200);
        member("wieringersluis").post(knelpunt + "/prolongation").refusedBy("G19", "G20", "G21", "G22");
    }

    @Test
    @Order(8)
    void closureKeepsWhatWasLearntAndStartsDestruction() {
        director.post(knelpunt + "/evaluations", evaluation("CLOSE", 0.0)).is(201);
        director.put(
                        knelpunt + "/closing-report",
                        Map.of(
                                "summary",
                                "De haven is bij nacht rustig.",
                                "lessons",
                                List.of(Map.of(
                                        "worked",
                                        true,
                                        "text",
                                        "Licht op de kade en toezicht op wisselende tijden werkten samen."))))
                .is(200);
        votes("CLOSE");
        director.post(
                        knelpunt + "/information",
                        Map.of(
                                "informedOn",
                                director.get(knelpunt).text("terms/0/first"),
                                "informedBy",
                                "Brief van het contactpunt."))
                .is(201);
        member("wieringersluis").post(knelpunt + "/closure").isIn("CLOSED");
        harbour.get("/v1/lessons").refusedBy("G41");
        assertEquals(
                1,
                platform.as("bureau.analist")
                        .get("/v1/lessons?q=wisselende%20tijden")
                        .items()
                        .size());
        harbour.get(knelpunt + "/data").refusedBy("STATE");
    }

    @Test
    @Order(9)
    void afterTheDaysOfThePolicyNothingOfAnybodyIsLeft() {
        assertTrue(OF_SOMEBODY.stream().allMatch(platform::holds), "so it can be found");
        assertTrue(ownContents(harbour).contains(PLATE));
        forwardTo(today().plusDays(31));
        for (Person person : List.of(cop, harbour, coast, lake, newcomer)) {
            assertTrue(Collections.disjoint(OF_SOMEBODY, ownContents(person)));
        }
        for (String signal : SIGNALS) {
            director.get("/v1/signals/" + signal).refusedBy("G41");
        }
        assertEquals("CLOSED", director.get(knelpunt).is(200).text("state"));
        String id = knelpunt.substring(knelpunt.lastIndexOf('/') + 1);
        Person officer = platform.as("bureau.privacy-officer");
        String list = officer.get("/v1/destruction-lists?limit=100").items().stream()
                .filter(l -> l.toString().contains(id))
                .map(l -> l.path("id").asText())
                .findFirst()
                .orElseThrow();
        JsonNode certificate = officer.get("/v1/destruction-lists/" + list + "/certificate")
                .is(200)
                .body();
        assertEquals(SIGNALS.size(), certificate.at("/destroyed/SIGNAL").asInt(), certificate::toPrettyString);
        for (String value : OF_SOMEBODY) {
            Platform.until("nothing of it is left", () -> !platform.holds(value));
        }
    }

    @Test
    @Order(10)
    void theLogOfThreeYearsIsWhole() {
        assertTrue(platform.as("bureau.privacy-officer")
                .post("/v1/log/verification")
                .is(200)
                .at("whole")
                .asBoolean());
    }

    // Steps

    private static String takenUp(
            TakenUp.Colleague reporter, TakenUp.Colleague recogniser, String place, String municipality, String name) {
        return TakenUp.signal(
                director,
                reporter,
                recogniser,
                Map.of("description", place, "municipality", municipality),
                today(),
                name);
    }

    private static TakenUp.Colleague cop() {
        return new TakenUp.Colleague(cop, POLICE, "POLITIE");
    }

    private static TakenUp.Colleague college(String municipality) {
        return new TakenUp.Colleague(platform.as(municipality + ".college"), municipality, "COLLEGE");
    }

    private static void intervene() {
        director.put(
                        knelpunt + "/plan",
                        Map.of(
                                "goal", "Rust op de kade",
                                "qualityTested", true,
                                "informationBase", "Vier signalen en de gedeelde gegevens"))
                .is(200);
        String intervention = "/v1/interventions/"
                + director.post(
                                knelpunt + "/interventions",
                                Map.of(
                                        "participant", POLICE,
                                        "organ", "POLITIE",
                                        "type", "pol-zichtbaar-toezicht",
                                        "description", "Toezicht op wisselende tijden"))
                        .is(201)
                        .id();
        cop.post(intervention + "/agreement", Map.of()).isIn("AGREED");
        cop.post(intervention + "/start").refusedBy("STATE");
        cop.put(intervention + "/progress", Map.of("conditions", List.of(Map.of("number", 1, "met", true))))
                .isIn("AGREED");
        cop.post(intervention + "/start").isIn("UNDER_WAY");
        cop.post(
                        intervention + "/execution",
                        Map.of(
                                "date", today().toString(),
                                "report", "Twaalf nachten toezicht.",
                                "effect", "Er werd niet meer gelost."))
                .isIn("DONE");
    }

    private static void votes(String motion) {
        for (String participant : VOTERS) {
            member(participant)
                    .post(knelpunt + "/votes", Map.of("motion", motion, "choice", "FOR", "reason", "Overtuigend."))
                    .is(201);
        }
    }

    private static Person member(String participant) {
        return platform.as(participant + ".stuurgroep");
    }

    private static LocalDate today() {
        return LocalDate.parse(
                director.get("/v1/demo/clock").is(200).text("now").substring(0, 10));
    }

    private static void forwardTo(LocalDate day) {
        long days = today().until(day, java.time.temporal.ChronoUnit.DAYS);
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P" + days + "D"))
                .is(200);
    }

    private static LocalDate lastDay() {
        JsonNode terms = director.get(knelpunt).is(200).at("terms");
        return LocalDate.parse(terms.get(terms.size() - 1).path("last").asText());
    }

    private static Set<String> contents(Person person) {
        return person.get(knelpunt + "/data?limit=100").items().stream()
                .map(d -> d.path("content").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> ownContents(Person person) {
        return person.get("/v1/own-data?limit=100").items().stream()
                .map(d -> d.at("/datum/content").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> tasks(Person person) {
        return person.get("/v1/tasks?limit=100").items();
    }

    /** What the reporter last heard of its signal. */
    private static Set<String> outcomesOf(String signal, Person reporter) {
        return reporter.get("/v1/signals/outcomes?limit=100").items().stream()
                .filter(o -> o.path("signal").asText().equals(signal))
                .map(o -> o.path("outcome").asText())
                .collect(Collectors.toSet());
    }

    // Bodies

    private static Map<String, Object> proposal() {
        List<List<Double>> ring = List.of(
                List.of(5.03, 52.93),
                List.of(5.05, 52.93),
                List.of(5.05, 52.94),
                List.of(5.03, 52.94),
                List.of(5.03, 52.93));
        Map<String, Object> proposal = new HashMap<>(Map.of(
                "title",
                "De kleine zeehaven",
                "objectType",
                "AREA",
                "description",
                "De kades van de kleine zeehaven",
                "scope",
                Map.of(
                        "in", "De kades en wie daar bij nacht lost.",
                        "out", "De jachthaven en de bewoners.",
                        "area", Map.of("type", "Polygon", "coordinates", List.of(ring))),
                "manifestations",
                List.of("DRUGS"),
                "grounds",
                GROUNDS,
                "signals",
                List.copyOf(SIGNALS),
                "involved",
                List.of(
                        involved("wieringersluis", "verordening", "Toezicht op de kade"),
                        involved(POLICE, "politiewet-3", "Opsporing"),
                        involved("haarveen", "verordening", "Zicht op de buurhaven"),
                        involved("zaanmeer", "verordening", "Zicht op de loodsen"))));
        proposal.put(
                "foreseenPhases",
                List.of(
                        Map.of("phase", 1, "reason", "Wie en wat er op de kade is."),
                        Map.of("phase", 2, "reason", "Wat de politie er zag.")));
        proposal.put(
                "goals",
                List.of(Map.of(
                        "text",
                        "Er wordt bij nacht niet meer gelost",
                        "indicators",
                        List.of(Map.of(
                                "name", "Nachtelijke lossingen",
                                "baseline", 12.0,
                                "target", 0.0,
                                "unit", "per maand",
                                "method", "Telling van de havendienst")))));
        proposal.put("displacement", "Naar de vissershaven; die wordt mee bekeken.");
        return proposal;
    }

    private static Map<String, Object> involved(String participant, String task, String words) {
        return Map.of("participant", participant, "tasks", List.of(task), "task", words);
    }

    private static Map<String, Object> plate() {
        String subject = director.get(knelpunt + "/data?limit=100").items().stream()
                .filter(d -> SKIPPER.equals(d.path("content").asText()))
                .map(d -> d.at("/subject/id").asText())
                .findFirst()
                .orElse(null);
        return plateOf(subject);
    }

    private static Map<String, Object> plateOf(String subject) {
        Map<String, Object> datum = new HashMap<>(Map.of(
                "category", "VEHICLE",
                "field", "kenteken",
                "content", PLATE,
                "task", "verordening",
                "basis", "Artikel 2.22 Wgs",
                "phase", 1,
                "lawfullyHeld", true));
        if (subject == null) {
            datum.put("newSubject", Map.of("kind", "OBJECT"));
        } else {
            datum.put("subject", subject);
        }
        return datum;
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> evaluation(String recommendation, double measured) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "findings",
                "De kade is rustiger dan een jaar geleden.",
                "recommendation",
                recommendation,
                "goals",
                List.of(Map.of(
                        "goal",
                        goal,
                        "outcome",
                        measured == 0 ? "REACHED" : "PARTLY",
                        "explanation",
                        "Geteld door de havendienst.",
                        "measured",
                        List.of(Map.of("indicator", indicator, "value", measured)))),
                "displacement",
                "Enkele lossingen in de vissershaven.",
                "sideEffects",
                "Geen.",
                "dataQuality",
                "Tellingen van elke nacht."));
        if (recommendation.equals("PROLONG")) {
            body.put("renewedGrounds", GROUNDS);
        }
        return body;
    }
}
