package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
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
 * The whole story over HTTP, at the assembled distribution as a process: from a native message to a knelpunt that is designated,
 * carried out, evaluated and prolonged, and a second one that is closed. At each step, what is out of order is refused with its
 * reason. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class StoryIT {

    private static final String POLICE = "politie-noord-holland";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");
    private static final Map<String, String> GROUNDS = Map.of(
            "necessity", "Samen zien wij pas het geheel.",
            "proportionality", "Eén kade en twee bedrijven.",
            "subsidiarity", "Waarschuwen had geen effect.",
            "deficit", "Er is geen toezicht in de nacht.",
            "seriousness", "Partijen van meer dan honderd kilogram.");
    private static final Map<String, Object> AGREED =
            Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, 3 juni 2026");

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person copsSystem;
    private static Person cop;
    private static Person harbour;
    private static Person mayor;
    private static Person stranger;
    private static Person director;
    private static Person admin;

    private static String seizure;
    private static String unloading;
    private static String forgotten;
    private static String knelpunt;
    private static String second;
    private static String subject;

    @BeforeAll
    static void start() {
        platform = new Platform(folder).start("--demo");
        copsSystem = platform.as(POLICE + ".connection");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.college");
        mayor = platform.as("wieringersluis.burgemeester");
        stranger = platform.as("kromhoorn.college");
        director = platform.as("bureau.casusregisseur");
        admin = platform.as("bureau.admin");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void aNativeMessageBecomesADraftOfItsOwnParticipantOnly() throws IOException {
        platform.nobody()
                .deliver(POLICE, "application/xml", message("incident.xml"))
                .is(401);
        copsSystem
                .deliver("wieringersluis", "application/json", message("report.json"))
                .is(403)
                .refusedBy("G41");
        Person.Answer broken = copsSystem.deliver(
                POLICE, "application/xml", message("incident.xml").replace("</nc:Incident>", ""));
        assertTrue(
                broken.is(422).text("where").matches(".*\\d+.*"), broken.body().toString());

        Person.Answer delivered = copsSystem
                .deliver(POLICE, "application/xml", message("incident.xml"))
                .is(201);
        assertEquals("DRAFT", delivered.text("signals/0/state"));
        assertEquals(0, delivered.at("repeated").asInt());
        seizure = delivered.text("signals/0/id");
        Person.Answer again = copsSystem
                .deliver(POLICE, "application/xml", message("incident.xml"))
                .is(201);
        assertEquals(seizure, again.text("signals/0/id"));
        assertEquals(1, again.at("repeated").asInt());

        JsonNode draft = cop.get(signal(seizure)).is(200).body();
        assertTrue(draft.at("/observation/what").asText().contains("cocaïne"), draft.toPrettyString());
        assertEquals("2026-06-02", draft.at("/observation/date").asText());
        Set<String> subjects = stream(draft.path("data"))
                .map(d -> d.at("/subject/id").asText())
                .collect(Collectors.toSet());
        assertEquals(1, subjects.size(), "only the suspect may leave the reader, not the victim");
        for (Person other : List.of(harbour, director, admin, copsSystem)) {
            assertTrue(Set.of(403).contains(other.get(signal(seizure)).status()));
        }
        harbour.get(signal(seizure)).refusedBy("G41");

        unloading = platform.as("wieringersluis.connection")
                .deliver("wieringersluis", "application/json", message("report.json"))
                .is(201)
                .text("signals/0/id");
        JsonNode report = harbour.get(signal(unloading)).is(200).body();
        assertFalse(report.toString().contains("melder@example.com"), "the complainant left the reader");
        forgotten = harbour.post("/v1/signals", Map.of("title", "Nog uit te zoeken", "organ", "COLLEGE"))
                .is(201)
                .id();
    }

    @Test
    @Order(2)
    void aDraftIsReportedOnlyWhenItIsComplete() {
        Person.Answer tooEarly = cop.post(signal(seizure) + "/report");
        tooEarly.refusedBy("G01", "G03", "G04", "G05", "G06", "G07");
        assertTrue(tooEarly.fields().containsAll(Set.of("organ", "task", "manifestation", "criteria.region")));
        cop.patch(signal(seizure), Map.of("organ", "POLITIE", "task", "politiewet-3"));
        assertTrue(cop.post(signal(seizure) + "/report").fields().contains("police.agreement"));

        harbour.patch(signal(seizure), Map.of("title", "Niet van mij"), "\"1\"").refusedBy("G41");
        cop.patch(signal(seizure), complete("POLITIE", "politiewet-3", "Oosterkade"));
        cop.patch(signal(seizure), Map.of("title", "Vanuit een oude versie"), "\"1\"")
                .is(412);
        cop.post(signal(seizure) + "/data", nationality()).refusedBy("G08");
        cop.post(signal(seizure) + "/data", special()).refusedBy("G09");
        cop.post(signal(seizure) + "/data", named("Sjoerd Kademan")).is(201);
        cop.post(signal(seizure) + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .is(409)
                .refusedBy("STATE");
        cop.post(signal(seizure) + "/report").isIn("REPORTED");
        cop.post(signal(seizure) + "/report").is(409).refusedBy("STATE");

        harbour.patch(signal(unloading), complete("COLLEGE", "verordening", "Oosterkade 12"));
        harbour.post(signal(unloading) + "/report").isIn("REPORTED");
    }

    @Test
    @Order(3)
    void aNamedOtherParticipantRecognisesItByAnObservationOfItsOwn() {
        director.put(signal(seizure) + "/assessment", factors()).is(409).refusedBy("STATE");
        harbour.get(signal(seizure)).refusedBy("G41");
        cop.post(signal(seizure) + "/recognition-requests", Map.of("participant", POLICE))
                .refusedBy("G16");
        cop.post(signal(seizure) + "/recognition-requests", Map.of("participant", "pvo"))
                .refusedBy("G02");
        cop.post(signal(seizure) + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .isIn("ASKED");

        cop.post(signal(seizure) + "/recognitions", recognition("PL-1")).refusedBy("G41");
        Map<String, Object> bare = Map.of("recognised", true, "observation", Map.of("what", "Ook gezien"));
        assertEquals(
                Set.of("observation.date", "observation.place", "observation.task", "observation.reference"),
                harbour.post(signal(seizure) + "/recognitions", bare)
                        .refusedBy("G16")
                        .fields());
        harbour.post(signal(seizure) + "/recognitions", recognition("WS-2-0001"))
                .isIn("RECOGNISED");
        stranger.get(signal(seizure)).refusedBy("G41");

        director.post(signal(unloading) + "/recognition-requests", Map.of("participant", POLICE))
                .isIn("ASKED");
        cop.post(signal(unloading) + "/recognitions", recognition("PL-0002")).isIn("RECOGNISED");
    }

    @Test
    @Order(4)
    void theBureauPreparesTheWeighingAndTheParticipantsDecide() {
        Map<String, Object> met = Map.of("criteriaMet", true, "reason", "Voldoet aan de criteria.");
        cop.post(signal(seizure) + "/assessment/decisions", met).is(409).refusedBy("STATE");
        cop.put(signal(seizure) + "/assessment", factors()).refusedBy("G41");
        director.put(signal(seizure) + "/assessment", Map.of("purpose", "Past bij artikel 2.17"))
                .refusedBy("G17");
        director.put(signal(seizure) + "/assessment", factors()).isIn("WEIGHED");
        director.post(signal(seizure) + "/assessment/decisions", met).refusedBy("G41");
        cop.post(signal(seizure) + "/assessment/decisions", met).isIn("WEIGHED");
        harbour.post(signal(seizure) + "/assessment/decisions", met).isIn("TAKEN_UP");

        director.put(signal(unloading) + "/assessment", factors()).isIn("WEIGHED");
        harbour.post(signal(unloading) + "/assessment/decisions", met).isIn("WEIGHED");
        cop.post(signal(unloading) + "/assessment/decisions", met).isIn("TAKEN_UP");
    }

    @Test
    @Order(5)
    void theSteeringGroupDesignatesWhatIsDelimitedAndArgued() {
        cop.post("/v1/knelpunten", proposal("Kades bij nacht", seizure)).refusedBy("G41");
        Map<String, Object> vague = new HashMap<>(proposal("Kades bij nacht", seizure));
        vague.put("scope", Map.of("in", "De kades"));
        vague.put("grounds", Map.of("necessity", "Samen zien wij het geheel."));
        knelpunt = director.post("/v1/knelpunten", vague).isIn("PROPOSED").id();
        Person chair = platform.as("wieringersluis.stuurgroep");
        director.post("/v1/knelpunten/" + knelpunt + "/submission").refusedBy("G18", "G19", "STATE");
        vote(chair, knelpunt, "DESIGNATE").refusedBy("STATE", "G18", "G19");
        director.patch(
                        "/v1/knelpunten/" + knelpunt,
                        Map.of("scope", proposal("", seizure).get("scope"), "grounds", GROUNDS))
                .is(200);
        director.post("/v1/knelpunten/" + knelpunt + "/submission").isIn("SUBMITTED");

        vote(director, knelpunt, "DESIGNATE").refusedBy("G20");
        vote(harbour, knelpunt, "DESIGNATE").refusedBy("G20");
        chair.post("/v1/knelpunten/" + knelpunt + "/votes", Map.of("motion", "DESIGNATE", "choice", "FOR"))
                .refusedBy("G20");
        for (String participant : STEERING_GROUP.subList(0, 3)) {
            vote(platform.as(participant + ".stuurgroep"), knelpunt, "DESIGNATE")
                    .is(201);
        }
        // Three of six participants are not more than half.
        chair.post("/v1/knelpunten/" + knelpunt + "/designation").refusedBy("G20");
        vote(platform.as(STEERING_GROUP.get(3) + ".stuurgroep"), knelpunt, "DESIGNATE")
                .is(201);

        harbour.post("/v1/knelpunten/" + knelpunt + "/data", vehicle()).refusedBy("G14", "G23");
        chair.post("/v1/knelpunten/" + knelpunt + "/designation").isIn("DESIGNATED");
        JsonNode designated = director.get("/v1/knelpunten/" + knelpunt).is(200).body();
        LocalDate first = LocalDate.parse(designated.at("/terms/0/first").asText());
        assertEquals(
                first.plusYears(1).minusDays(1),
                LocalDate.parse(designated.at("/terms/0/last").asText()));
        assertEquals("Polygon", designated.at("/scope/area/type").asText());
        chair.post("/v1/knelpunten/" + knelpunt + "/designation").refusedBy("STATE", "G20");
    }

    @Test
    @Order(6)
    void aDatumOfPhaseOneIsSharedByOneAndSeenByTheOtherThatIsInvolved() {
        JsonNode subjects =
                cop.get("/v1/knelpunten/" + knelpunt + "/data").is(200).body();
        subject = stream(subjects.path("items"))
                .filter(d -> "Sjoerd Kademan".equals(d.path("content").asText()))
                .findFirst()
                .orElseThrow()
                .at("/subject/id")
                .asText();

        Map<String, Object> plate = datum("VEHICLE", "kenteken", "99-XX-51", 1);
        cop.post("/v1/knelpunten/" + knelpunt + "/data", plate).is(201);
        assertTrue(contents(harbour, knelpunt).contains("99-XX-51"));
        assertTrue(contents(platform.as("bureau.analist"), knelpunt).contains("99-XX-51"));
        stranger.get("/v1/knelpunten/" + knelpunt + "/data").refusedBy("G24");
        stranger.post("/v1/knelpunten/" + knelpunt + "/data", plate).refusedBy("G24");
        admin.get("/v1/knelpunten/" + knelpunt + "/data").refusedBy("G42");

        cop.post("/v1/knelpunten/" + knelpunt + "/data", datum("POLICE_8_13", "politiegegeven", "Aangesproken", 2))
                .refusedBy("G12");
        cop.post("/v1/knelpunten/" + knelpunt + "/data", datum("PERMITS", "vergunning", "Ligplaats", 1))
                .refusedBy("G11");
        Map<String, Object> bystander = new HashMap<>(plate);
        bystander.remove("subject");
        bystander.put("newSubject", Map.of("kind", "PERSON"));
        cop.post("/v1/knelpunten/" + knelpunt + "/data", bystander).refusedBy("G14");
    }

    @Test
    @Order(7)
    void aPhaseOpensOnlyWithItsOwnDecision() {
        Person member = platform.as(POLICE + ".stuurgroep");
        director.post("/v1/knelpunten/" + knelpunt + "/phases", Map.of("phase", 2, "necessity", "Nodig."))
                .refusedBy("G41");
        member.post("/v1/knelpunten/" + knelpunt + "/phases", Map.of("phase", 3, "necessity", "Nodig."))
                .refusedBy("G13");
        member.post("/v1/knelpunten/" + knelpunt + "/phases", Map.of("phase", 2))
                .refusedBy("G12");
        member.post(
                        "/v1/knelpunten/" + knelpunt + "/phases",
                        Map.of("phase", 2, "necessity", "Zonder politiegegevens is niet te zien wie lost."))
                .isIn("DESIGNATED");
        cop.post("/v1/knelpunten/" + knelpunt + "/data", datum("POLICE_8_13", "politiegegeven", "Aangesproken", 2))
                .is(201);
    }

    @Test
    @Order(8)
    void anInterventionIsCarriedOutByWhoHasThePower() {
        String interventions = "/v1/knelpunten/" + knelpunt + "/interventions";
        Map<String, Object> patrol = intervention(POLICE, "POLITIE", "pol-zichtbaar-toezicht");
        director.post(interventions, patrol).refusedBy("G36");
        director.put("/v1/knelpunten/" + knelpunt + "/plan", Map.of("goal", "Rust op de kade"))
                .refusedBy("G36");
        director.put(
                        "/v1/knelpunten/" + knelpunt + "/plan",
                        Map.of(
                                "goal", "Rust op de kade",
                                "qualityTested", true,
                                "informationBase", "Eén signaal en twee gegevens"))
                .isIn("DESIGNATED");
        director.post(interventions, intervention(POLICE, "POLITIE", "gem-cameratoezicht"))
                .refusedBy("G37");
        director.post(interventions, intervention("wieringersluis", "COLLEGE", "gem-cameratoezicht"))
                .refusedBy("G37");
        director.post(interventions, intervention("kromhoorn", "BURGEMEESTER", "gem-cameratoezicht"))
                .refusedBy("G37");
        String planned = director.post(interventions, patrol).is(201).id();

        Map<String, Object> done = Map.of(
                "date", today().toString(), "report", "Tien diensten gedraaid.", "effect", "Geen lossing meer gezien.");
        String intervention = "/v1/interventions/" + planned;
        harbour.post(intervention + "/agreement", Map.of()).refusedBy("G37");
        cop.post(intervention + "/agreement", Map.of()).isIn("AGREED");
        cop.put(intervention + "/progress", Map.of("conditions", List.of(Map.of("number", 1, "met", true))))
                .isIn("AGREED");
        cop.post(intervention + "/start").isIn("UNDER_WAY");
        harbour.post(intervention + "/execution", done).refusedBy("G37");
        cop.post(intervention + "/execution", done).isIn("DONE");
        assertEquals(
                "Tien diensten gedraaid.",
                director.get("/v1/knelpunten/" + knelpunt + "/plan").text("interventions/0/execution/report"));
    }

    @Test
    @Order(9)
    void aDraftThatIsNeverReportedIsDestroyed() {
        harbour.get(signal(forgotten)).is(200);
        cop.post("/v1/demo/clock", Map.of("forward", "P31D")).refusedBy("G41");
        forward("P31D");
        harbour.get(signal(forgotten)).refusedBy("G41");
        assertFalse(harbour.get("/v1/signals?limit=100").items().stream()
                .anyMatch(s -> s.path("id").asText().equals(forgotten)));
        // The same message again is still known, though its signal was destroyed or taken up.
        assertEquals(
                1,
                copsSystem
                        .deliver(POLICE, "application/xml", message("incident.xml"))
                        .is(201)
                        .at("repeated")
                        .asInt());
    }

    @Test
    @Order(10)
    void theYearPassesAndAfterEvaluationItIsProlonged() {
        Person chair = platform.as("wieringersluis.stuurgroep");
        forward("P10M");
        tokensAreStillGood();
        vote(chair, knelpunt, "PROLONG").refusedBy("G19", "G22");
        cop.post(
                        "/v1/knelpunten/" + knelpunt + "/evaluations",
                        Proposals.evaluated(director, "/v1/knelpunten/" + knelpunt, evaluation("PROLONG")))
                .refusedBy("G41");
        director.post(
                        "/v1/knelpunten/" + knelpunt + "/evaluations",
                        Proposals.evaluated(director, "/v1/knelpunten/" + knelpunt, evaluation("PROLONG")))
                .isIn("DESIGNATED");
        chair.post("/v1/knelpunten/" + knelpunt + "/prolongation").refusedBy("G20");
        for (String participant : STEERING_GROUP) {
            vote(platform.as(participant + ".stuurgroep"), knelpunt, "PROLONG").is(201);
        }
        chair.post("/v1/knelpunten/" + knelpunt + "/prolongation").isIn("DESIGNATED");
        JsonNode terms = director.get("/v1/knelpunten/" + knelpunt).at("terms");
        assertEquals(2, terms.size());
        assertEquals(
                LocalDate.parse(terms.at("/0/last").asText()).plusDays(1),
                LocalDate.parse(terms.at("/1/first").asText()));
    }

    @Test
    @Order(11)
    void aSecondKnelpuntIsClosedAfterItsTerm() {
        Person chair = platform.as("wieringersluis.stuurgroep");
        second = director.post("/v1/knelpunten", proposal("Kotters zonder naam", unloading))
                .isIn("PROPOSED")
                .id();
        director.post("/v1/knelpunten/" + second + "/submission").isIn("SUBMITTED");
        for (String participant : STEERING_GROUP) {
            vote(platform.as(participant + ".stuurgroep"), second, "DESIGNATE").is(201);
        }
        chair.post("/v1/knelpunten/" + second + "/designation").isIn("DESIGNATED");
        chair.post("/v1/knelpunten/" + second + "/closure").refusedBy("G20");

        forward("P1Y");
        Person.Answer late =
                harbour.post("/v1/knelpunten/" + second + "/data", object("SUPERVISION", "ligplaats", "9"));
        late.refusedBy("G21");
        String last = director.get("/v1/knelpunten/" + second).text("terms/0/last");
        assertTrue(
                late.text("refusals/0/message").contains(last.substring(0, 4)),
                late.body().toPrettyString());
        assertTrue(director.get("/v1/knelpunten/" + second).at("expired").asBoolean());
        vote(chair, second, "PROLONG").refusedBy("G19", "G21", "G22");
        director.post(
                        "/v1/knelpunten/" + second + "/evaluations",
                        Proposals.evaluated(director, "/v1/knelpunten/" + second, evaluation("CLOSE")))
                .isIn("DESIGNATED");
        for (String participant : STEERING_GROUP) {
            vote(platform.as(participant + ".stuurgroep"), second, "CLOSE").is(201);
        }
        chair.post("/v1/knelpunten/" + second + "/closure").is(400);
        director.put(
                        "/v1/knelpunten/" + second + "/closing-report",
                        Map.of("summary", "Er wordt niet meer gelost.", "lessons", List.of()))
                .is(200);
        // It is about ships: nobody is to be informed (AVG 14).
        chair.post("/v1/knelpunten/" + second + "/closure").isIn("CLOSED");
        harbour.post("/v1/knelpunten/" + second + "/data", object("SUPERVISION", "ligplaats", "9"))
                .is(409)
                .refusedBy("STATE");
        assertEquals("CLOSED", director.get("/v1/knelpunten/" + second).text("state"));
    }

    @Test
    @Order(12)
    void theLogOfAllThisIsWhole() {
        harbour.post("/v1/log/verification").refusedBy("G41");
        Person.Answer verification = platform.as("bureau.privacy-officer")
                .post("/v1/log/verification")
                .is(200);
        assertTrue(verification.at("whole").asBoolean(), verification.body().toPrettyString());
        assertTrue(verification.at("records").asLong() > 500);
        assertTrue(verification.at("firstBroken").isNull());
    }

    private static void tokensAreStillGood() {
        // Tokens go by the real clock, whatever the demo's says.
        cop.get("/v1/session").is(200);
    }

    private static String signal(String id) {
        return "/v1/signals/" + id;
    }

    private static LocalDate today() {
        return LocalDate.parse(admin.get("/v1/demo/clock").is(200).text("now").substring(0, 10));
    }

    private static void forward(String period) {
        admin.post("/v1/demo/clock", Map.of("forward", period)).is(200);
    }

    private static Person.Answer vote(Person member, String on, String motion) {
        return member.post(
                "/v1/knelpunten/" + on + "/votes", Map.of("motion", motion, "choice", "FOR", "reason", "Overtuigend."));
    }

    private static Set<String> contents(Person person, String of) {
        return person.get("/v1/knelpunten/" + of + "/data?limit=100").items().stream()
                .map(d -> d.path("content").asText())
                .collect(Collectors.toSet());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }

    private static Map<String, Object> complete(String organ, String task, String place) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title",
                "Lossen bij nacht",
                "organ",
                organ,
                "task",
                task,
                "observation",
                Map.of(
                        "date", "2026-06-02",
                        "place", Map.of("description", place, "municipality", "GM9001"),
                        "observedBy", "Team haven"),
                "manifestation",
                "DRUGS",
                "criteria",
                Map.of(
                        "indications", "Partij van honderdtachtig kilogram achter panelen.",
                        "manifestation", "Doorvoer van verdovende middelen.",
                        "necessity", "Kade en vaartuig horen bij verschillende diensten.",
                        "jointApproach", "Toezicht en opsporing zijn samen nodig.",
                        "region", "De kade ligt in Wieringersluis."),
                "qualityTested",
                true,
                "lawfullyHeld",
                true));
        if (organ.equals("POLITIE")) {
            body.put("police", AGREED);
        }
        return body;
    }

    private static Map<String, Object> named(String name) {
        return Map.of(
                "newSubject", Map.of("kind", "PERSON"), "category", "IDENTIFICATION", "field", "naam", "content", name);
    }

    private static Map<String, Object> nationality() {
        return Map.of(
                "newSubject", Map.of("kind", "PERSON"),
                "category", "NATIONALITY",
                "field", "nationaliteit",
                "content", "niet nodig");
    }

    private static Map<String, Object> special() {
        return Map.of(
                "newSubject", Map.of("kind", "PERSON"),
                "category", "SPECIAL",
                "field", "gezondheid",
                "content", "niet toegestaan");
    }

    private static Map<String, Object> recognition(String reference) {
        // Of the police, or else of a college.
        String task = reference.startsWith("PL") ? "politiewet-3" : "omgevingsrecht";
        return Map.of(
                "recognised",
                true,
                "observation",
                Map.of(
                        "what",
                        "Zelfde bestelbus gezien.",
                        "date",
                        "2026-06-03",
                        "place",
                        Map.of("town", "Wieringersluis"),
                        "task",
                        task,
                        "reference",
                        reference));
    }

    private static Map<String, Object> factors() {
        return Map.of(
                "purpose", "Past bij artikel 2.17 Wgs.",
                "type", "Feitelijke waarneming.",
                "extent", "Eén partij.",
                "weight", "Ernstig; nog geen maatregelen.",
                "connection", "Twee deelnemers zagen hetzelfde voertuig.");
    }

    private static Map<String, Object> proposal(String title, String signal) {
        List<List<Double>> ring =
                List.of(List.of(5.03, 52.93), List.of(5.05, 52.93), List.of(5.05, 52.94), List.of(5.03, 52.93));
        return Proposals.completed(Map.of(
                "title",
                title,
                "objectType",
                "AREA",
                "description",
                "De Oosterkade",
                "scope",
                Map.of(
                        "in", "De kade en wie daar lost.",
                        "out", "De jachthaven en bewoners.",
                        "area", Map.of("type", "Polygon", "coordinates", List.of(ring))),
                "manifestations",
                List.of("DRUGS"),
                "grounds",
                GROUNDS,
                "signals",
                List.of(signal),
                "involved",
                List.of(
                        Map.of("participant", "wieringersluis", "task", "Toezicht"),
                        Map.of("participant", POLICE, "task", "Opsporing"))));
    }

    private static Map<String, Object> datum(String category, String field, String content, int phase) {
        Map<String, Object> datum = new HashMap<>(Map.of(
                "subject", subject,
                "category", category,
                "field", field,
                "content", content,
                "task", "politiewet-3",
                "basis", "Artikel 2.22 Wgs",
                "phase", phase,
                "lawfullyHeld", true,
                "police", AGREED));
        return datum;
    }

    private static Map<String, Object> vehicle() {
        return Map.of(
                "newSubject", Map.of("kind", "PERSON"),
                "category", "VEHICLE",
                "field", "kenteken",
                "content", "99-XX-50",
                "task", "verordening",
                "basis", "Artikel 2.22 Wgs",
                "phase", 1,
                "lawfullyHeld", true);
    }

    private static Map<String, Object> object(String category, String field, String content) {
        return Map.of(
                "newSubject",
                Map.of("kind", "OBJECT"),
                "category",
                category,
                "field",
                field,
                "content",
                content,
                "task",
                "verordening",
                "basis",
                "Artikel 2.22 Wgs",
                "phase",
                1,
                "lawfullyHeld",
                true);
    }

    private static Map<String, Object> intervention(String participant, String organ, String type) {
        return Map.of(
                "participant",
                participant,
                "organ",
                organ,
                "type",
                type,
                "description",
                "Toezicht op wisselende tijden");
    }

    private static Map<String, Object> evaluation(String recommendation) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "goalReached",
                recommendation.equals("CLOSE"),
                "findings",
                "De kade is rustiger.",
                "recommendation",
                recommendation));
        if (recommendation.equals("PROLONG")) {
            body.put("renewedGrounds", GROUNDS);
        }
        return body;
    }

    static String message(String name) {
        try (InputStream in = StoryIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
