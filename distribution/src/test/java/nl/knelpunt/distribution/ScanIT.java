package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
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
 * The other two activities of the law over HTTP: the demo's scan of business parks, from its tables to a proposal and on to the
 * knelpunt that came of it, which lives its year to the last byte; and a case consultation, from a meeting to a proposal. Each test
 * goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class ScanIT {

    private static final String POLICE = "politie-noord-holland";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");
    private static final String RENTER = "Klaske Proefhuurder";
    private static final String PLATE = "99-XX-81";
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
    private static String park;

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
                scan + "/data-sets?mapping=" + mapping + "&name=proefterreinen&date=2026-01-01&source="
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
        Set<String> drawn = new HashSet<>();
        cop.get("/v1/areas")
                .is(200)
                .at("features")
                .forEach(f -> drawn.add(f.at("/properties/code").asText()));
        assertTrue(drawn.containsAll(Set.of("T1", "T2", "T3")), drawn::toString);

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
        assertEquals(0, sets().size());
        read(cop, HEADING).refusedBy("G41");
        read(stranger, HEADING).refusedBy("G41");
    }

    @Test
    @Order(3)
    void aTableThatIsReadAnewIsAnotherVersion() {
        String table = HEADING + "T1;38;12,5;2\nT2;60;30;.\nT3;40;5;6\n";
        read(analyst, table).is(201);
        set = read(analyst, table).is(201).id();
        List<JsonNode> sets = sets();
        assertEquals(2, sets.get(1).path("version").asInt());
        assertEquals(
                "gemeenten, bezoek aan alle terreinen",
                sets.get(1).path("source").asText());
        stranger.get(scan + "/data-sets").refusedBy("G24");
        stranger.get("/v1/scans/" + UUID.randomUUID() + "/data-sets").refusedBy("G24");
    }

    /** Of this test; the demo has some of its own. */
    private static List<JsonNode> sets() {
        return cop.get(scan + "/data-sets").items().stream()
                .filter(s -> s.path("name").asText().equals("proefterreinen"))
                .toList();
    }

    private static Map<String, Object> choice() {
        return Map.of(
                "dataSet",
                set,
                "weights",
                List.of(Map.of("indicator", "LEEG", "weight", 3), Map.of("indicator", "CAM", "weight", 1)),
                "normalisation",
                "MIN_MAX",
                "leastCoverage",
                0.5);
    }

    @Test
    @Order(4)
    void parksAreComparedWithEverythingBesideEachOutcome() {
        director.post(scan + "/outcomes", choice()).refusedBy("G41");
        outcome = analyst.post(scan + "/outcomes", choice()).is(201).id();
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
        park = "/v1/knelpunten/" + id;
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
        String today = today().toString();
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

    // The year of the knelpunt that came of the scan

    @Test
    @Order(8)
    void theParkIsDesignatedOnSignalsOfItsOwn() {
        Map<String, Object> there =
                Map.of("description", "Terrein T2", "municipality", "GM9003", "longitude", 4.817, "latitude", 52.432);
        List<String> signals = List.of(
                TakenUp.signal(director, zaanmeer(), police(), there, today(), RENTER),
                TakenUp.signal(director, police(), zaanmeer(), there, today(), null),
                TakenUp.signal(director, kromhoorn(), police(), there, today(), null));
        JsonNode proposed = director.get(park).is(200).body();
        Map<String, Object> rest = new HashMap<>(Proposals.completed(Map.of(
                "description",
                "Eén bedrijventerrein dat het meest kwetsbaar is",
                "manifestations",
                List.of("DRUGS"),
                "signals",
                signals,
                "involved",
                List.of(
                        Map.of("participant", "zaanmeer", "task", "Bouwtoezicht"),
                        Map.of("participant", "kromhoorn", "task", "Milieutoezicht"),
                        Map.of("participant", POLICE, "task", "Opsporing")))));
        rest.put("scope", Map.of("in", "De panden van het terrein.", "out", "De winkels en woningen eromheen."));
        rest.put(
                "grounds",
                Map.of(
                        "necessity", "Gemeenten zien het pand, de politie de voertuigen.",
                        "proportionality", "Eén van drie terreinen.",
                        "subsidiarity", "Losse controles lieten steeds één pand zien."));
        director.patch(park, rest).is(200);
        JsonNode whole = director.get(park).is(200).body();
        assertEquals(proposed.at("/scope/area"), whole.at("/scope/area"), "the area is the scan's");
        assertEquals(
                proposed.at("/grounds/seriousness"), whole.at("/grounds/seriousness"), "and so is what it measured");
        JsonNode completeness = director.get(park + "/completeness").is(200).body();
        assertEquals(3, completeness.at("/places/in").asInt(), completeness::toPrettyString);
        director.post(park + "/submission").isIn("SUBMITTED");
        decide(park, "DESIGNATE", "designation", "DESIGNATED");
        assertEquals(today().plusYears(1).minusDays(1), lastDay(park));
    }

    @Test
    @Order(9)
    void inItsYearDataAreSharedAndThePlanIsCarriedOut() {
        Person builder = zaanmeer().person();
        platform.as(POLICE + ".stuurgroep")
                .post(park + "/phases", Map.of("phase", 2, "necessity", "Zonder is niet te zien wie er rijdt."))
                .isIn("DESIGNATED");
        String subject = builder.get(park + "/data?limit=100").items().stream()
                .filter(d -> RENTER.equals(d.path("content").asText()))
                .findFirst()
                .orElseThrow()
                .at("/subject/id")
                .asText();
        builder.post(
                        park + "/data",
                        Map.of(
                                "subject",
                                subject,
                                "category",
                                "VEHICLE",
                                "field",
                                "kenteken",
                                "content",
                                PLATE,
                                "task",
                                "omgevingsrecht",
                                "basis",
                                "Artikel 2.22 Wgs",
                                "phase",
                                1,
                                "lawfullyHeld",
                                true))
                .is(201);
        assertTrue(cop.get(park + "/data?limit=100").items().stream()
                .anyMatch(d -> PLATE.equals(d.path("content").asText())));
        stranger.get(park + "/data").refusedBy("G24");

        director.put(
                        park + "/plan",
                        Map.of(
                                "goal", "Elke unit heeft een bekende gebruiker",
                                "qualityTested", true,
                                "informationBase", "De scan, drie signalen en één gegeven"))
                .is(200);
        String patrol = "/v1/interventions/"
                + director.post(
                                park + "/interventions",
                                Map.of(
                                        "participant", POLICE,
                                        "organ", "POLITIE",
                                        "type", "pol-zichtbaar-toezicht",
                                        "description", "Toezicht bij de units in de avond"))
                        .isIn("PROPOSED")
                        .id();
        cop.post(patrol + "/agreement", Map.of()).isIn("AGREED");
        cop.put(patrol + "/progress", Map.of("conditions", List.of(Map.of("number", 1, "met", true))))
                .isIn("AGREED");
        cop.post(patrol + "/start").isIn("UNDER_WAY");
        cop.post(
                        patrol + "/execution",
                        Map.of(
                                "date", today().toString(),
                                "report", "Acht avonden toezicht.",
                                "effect", "Twee units zijn opgezegd."))
                .isIn("DONE");
    }

    @Test
    @Order(10)
    void theScanEndsInItsOwnYearAndTheKnelpuntGoesOn() {
        String dossier = scan.replace("/scans/", "/knelpunten/");
        forwardTo(lastDay(dossier).minusDays(6));
        evaluate(dossier);
        close(dossier, "Bezoeken aan alle terreinen lieten zien waar het nodig is.");
        cop.get(dossier + "/data").refusedBy("STATE");
        analyst.post(scan + "/outcomes", choice()).refusedBy("STATE");
        forwardTo(today().plusDays(31));
        assertEquals(0, certificate(dossier).at("/destroyed/SIGNAL").asInt());
        cop.get(park + "/data").is(200);
        assertEquals(
                outcome, director.get(park + "/origin").is(200).text("outcome/id"), "where it came from stays known");
    }

    @Test
    @Order(11)
    void afterItsYearTheKnelpuntIsEvaluatedClosedAndDestroyed() {
        LocalDate last = lastDay(park);
        forwardTo(last.minusDays(7));
        assertTrue(director.get("/v1/tasks?limit=100").items().stream()
                .anyMatch(t -> t.path("act").asText().equals("EVALUATE_KNELPUNT")
                        && t.path("href").asText().equals(park)));
        evaluate(park);
        assertTrue(director.get(park).is(200).at("evaluations/0/goalReached").asBoolean());
        forwardTo(last.plusDays(1));
        cop.get(park + "/data").refusedBy("G21");
        assertTrue(platform.holds(RENTER) && platform.holds(PLATE), "so it can be found");
        director.post(
                        park + "/information",
                        Map.of("informedOn", today().toString(), "informedBy", "brief van het contactpunt"))
                .is(201);
        close(park, "Verhuurders die elkaar kennen, weten sneller wie er huurt.");

        forwardTo(today().plusDays(31));
        JsonNode certificate = certificate(park);
        assertEquals(3, certificate.at("/destroyed/SIGNAL").asInt(), certificate::toPrettyString);
        Platform.until("nothing of it is left", () -> !platform.holds(RENTER));
        Platform.until("nothing of it is left", () -> !platform.holds(PLATE));
        assertEquals("CLOSED", director.get(park).is(200).text("state"));
        assertEquals(
                1, analyst.get("/v1/lessons?q=verhuurders%20sneller").items().size());
        assertTrue(platform.as("bureau.privacy-officer")
                .post("/v1/log/verification")
                .is(200)
                .at("whole")
                .asBoolean());
    }

    private static TakenUp.Colleague police() {
        return new TakenUp.Colleague(cop, POLICE, "POLITIE");
    }

    private static TakenUp.Colleague zaanmeer() {
        return new TakenUp.Colleague(platform.as("zaanmeer.college"), "zaanmeer", "COLLEGE");
    }

    private static TakenUp.Colleague kromhoorn() {
        return new TakenUp.Colleague(platform.as("kromhoorn.college"), "kromhoorn", "COLLEGE");
    }

    private static LocalDate today() {
        return Instant.parse(platform.as("bureau.admin").get("/v1/demo/clock").text("now"))
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .toLocalDate();
    }

    private static void forwardTo(LocalDate day) {
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P" + today().until(day, ChronoUnit.DAYS) + "D"))
                .is(200);
    }

    private static LocalDate lastDay(String dossier) {
        return LocalDate.parse(director.get(dossier).is(200).text("terms/0/last"));
    }

    private static void decide(String dossier, String motion, String conclusion, String state) {
        for (String participant : STEERING_GROUP) {
            platform.as(participant + ".stuurgroep")
                    .post(dossier + "/votes", Map.of("motion", motion, "choice", "FOR", "reason", "Overtuigend."))
                    .is(201);
        }
        platform.as("zaanmeer.stuurgroep").post(dossier + "/" + conclusion).isIn(state);
    }

    private static void evaluate(String dossier) {
        director.post(
                        dossier + "/evaluations",
                        Proposals.evaluated(
                                director,
                                dossier,
                                Map.of(
                                        "findings", "Van elke unit is bekend wie haar gebruikt.",
                                        "recommendation", "CLOSE",
                                        "displacement", "Niet gezien.",
                                        "sideEffects", "Geen.",
                                        "dataQuality", "Bezoeken van het bouwtoezicht.")))
                .isIn("DESIGNATED");
    }

    private static void close(String dossier, String lesson) {
        director.put(
                        dossier + "/closing-report",
                        Map.of(
                                "summary",
                                "Het beeld is er en de units zijn bekend.",
                                "lessons",
                                List.of(Map.of("worked", true, "text", lesson))))
                .is(200);
        decide(dossier, "CLOSE", "closure", "CLOSED");
    }

    private static JsonNode certificate(String dossier) {
        String id = dossier.substring(dossier.lastIndexOf('/') + 1);
        Person officer = platform.as("bureau.privacy-officer");
        return officer.get("/v1/destruction-lists?limit=100").items().stream()
                .filter(l -> l.toString().contains(id))
                .map(l -> officer.get("/v1/destruction-lists/" + l.path("id").asText() + "/certificate")
                        .is(200)
                        .body())
                .findFirst()
                .orElseThrow();
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
