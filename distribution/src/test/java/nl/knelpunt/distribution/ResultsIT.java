package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results that leave and a data subject who asks, over HTTP at the assembled distribution, in a region where the tax administration
 * takes part. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class ResultsIT {

    private static final String POLICE = "politie-noord-holland";
    private static final String TAX = "belastingdienst";
    private static final String NAME = "Wubbo Proefpersoon";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");
    private static final Map<String, String> GROUNDS = Map.of(
            "necessity", "Samen zien wij pas het geheel.",
            "proportionality", "Eén kade en twee bedrijven.",
            "subsidiarity", "Waarschuwen had geen effect.",
            "deficit", "Er is geen toezicht in de nacht.",
            "seriousness", "Partijen van meer dan honderd kilogram.");
    private static final Map<String, Object> AGREED =
            Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, 3 juni 2026");

    private static final Map<String, Object> TO_DUINRADE = Map.of("type", "PARTICIPANT", "participant", "duinrade");
    private static final Map<String, Object> TO_AN_INSPECTORATE = Map.of(
            "type", "THIRD_PARTY", "name", "Inspectie Leefomgeving", "privateParty", false, "interest", "PUBLIC_TASK");
    private static final Map<String, Object> TO_A_BANK = Map.of(
            "type", "THIRD_PARTY", "name", "Bank Voorbeeld", "privateParty", true, "interest", "LEGITIMATE_INTEREST");

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person cop;
    private static Person inspector;
    private static Person harbour;
    private static Person received;
    private static Person director;
    private static Person rac;

    private static String knelpunt;
    private static String subject;
    private static String name;
    private static String criminal;
    private static String company;
    private static String provided;

    @BeforeAll
    static void start() throws IOException {
        platform = new Platform(folder);
        addTaxAdministration(platform.home());
        platform.start("--demo");
        cop = platform.as(POLICE + ".worker");
        inspector = platform.as(TAX + ".worker");
        harbour = platform.as("wieringersluis.college");
        received = platform.as("duinrade.college");
        director = platform.as("bureau.casusregisseur");
        rac = platform.as("bureau.rac");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** A participant with a plugin that reads nothing: its worker supplies by hand. */
    private static void addTaxAdministration(Path home) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path file = home.resolve("conf/region.json");
        ObjectNode region = (ObjectNode) json.readTree(file.toFile());
        ObjectNode tax = region.withArray("/participants").addObject();
        tax.put("id", TAX).put("name", "Belastingdienst").put("kind", "tax");
        tax.putArray("organs").add("BELASTINGDIENST");
        json.writeValue(file.toFile(), region);

        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "nl.knelpunt.tax");
        attributes.putValue("Bundle-Version", "0.1.0");
        try (OutputStream out = Files.newOutputStream(home.resolve("plugins/tax.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new ZipEntry("knelpunt/participant.json"));
            jar.write("""
                    {"kind": "tax", "name": {"nl": "Belastingdienst", "en": "Tax administration"},
                     "organs": ["BELASTINGDIENST"], "tasks": ["belastingwet"], "categories": ["COMPANY"]}
                    """.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        TestSigner.USUAL.sign(home.resolve("plugins/tax.jar"));
    }

    @Test
    @Order(1)
    void aKnelpuntHoldsDataOfThreeParticipants() {
        String signal = cop.post("/v1/signals", Map.of("title", "Lossen bij nacht", "organ", "POLITIE"))
                .is(201)
                .id();
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
                                        "2026-06-03",
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
        knelpunt = "/v1/knelpunten/"
                + director.post("/v1/knelpunten", proposal(signal)).is(201).id();
        director.post(knelpunt + "/submission").isIn("SUBMITTED");
        vote("DESIGNATE");
        member("wieringersluis").post(knelpunt + "/designation").isIn("DESIGNATED");
        member(POLICE)
                .post(knelpunt + "/phases", Map.of("phase", 2, "necessity", "Zonder is niet te zien wie lost."))
                .is(201);

        JsonNode datum = cop.get(knelpunt + "/data").items().stream()
                .filter(d -> NAME.equals(d.path("content").asText()))
                .findFirst()
                .orElseThrow();
        name = datum.path("id").asText();
        subject = datum.at("/subject/id").asText();
        Map<String, Object> spoken = datum("POLICE_8_13", "politiegegeven", "Aangesproken", 2, "politiewet-3");
        spoken.put("police", AGREED);
        criminal = cop.post(knelpunt + "/data", spoken).is(201).id();
        company = inspector
                .post(knelpunt + "/data", datum("COMPANY", "handelsnaam", "Proef B.V.", 1, "belastingwet"))
                .is(201)
                .id();
    }

    @Test
    @Order(2)
    void aResultGoesToAParticipantUnlessItsSourceObjects() {
        harbour.post(knelpunt + "/provisions", advice(TO_DUINRADE, name)).refusedBy("G41");
        Person.Answer unknown = director.post(
                        knelpunt + "/provisions",
                        advice(TO_DUINRADE, name, UUID.randomUUID().toString()))
                .is(400);
        assertEquals("data[1]", unknown.text("errors/0/field"));

        Map<String, Object> untested = advice(TO_DUINRADE, name);
        untested.remove("qualityTested");
        untested.remove("informationBase");
        assertEquals(
                Set.of("qualityTested", "informationBase"),
                director.post(prepared(untested) + "/provide").refusedBy("G36").fields());

        provided = prepared(advice(TO_DUINRADE, name));
        Person stranger = platform.as("kromhoorn.college");
        received.get(provided).refusedBy("G24");
        stranger.get(provided).refusedBy("G24");
        stranger.get("/v1/provisions/" + UUID.randomUUID()).refusedBy("G24");

        cop.post(provided + "/answers", Map.of("consents", false)).is(400);
        cop.post(provided + "/answers", Map.of("consents", false, "ground", "Lopend onderzoek."))
                .isIn("PREPARED");
        director.post(provided + "/provide").refusedBy("G27");
        cop.post(provided + "/answers", Map.of("consents", true)).isIn("PREPARED");

        JsonNode gone = director.post(provided + "/provide").isIn("PROVIDED").body();
        assertEquals(NAME, gone.at("/data/0/content").asText());
        assertEquals(
                "[\"STATE_INFORMATION_BASE\",\"SHOW_SECRECY\"]",
                gone.path("obligations").toString());
        assertTrue(gone.at("/notices/0").asText().contains("geheimhouding"), gone.toPrettyString());
        assertTrue(gone.at("/notices/1").asText().contains("Signaal en gegevens"), gone.toPrettyString());
        assertEquals(
                today().plusYears(1), LocalDate.parse(gone.path("feedbackDue").asText()));
        director.post(provided + "/provide").is(409).refusedBy("STATE");

        assertEquals(NAME, received.get(provided).is(200).text("data/0/content"));
        received.get(knelpunt).refusedBy("G24");
        stranger.get(provided).refusedBy("G24");
    }

    @Test
    @Order(3)
    void aThirdPartyGetsCriminalDataAfterTheCommitteeAndWithEverybodysAgreement() {
        String provision = prepared(advice(TO_AN_INSPECTORATE, criminal));
        director.post(provision + "/provide").refusedBy("G33", "G34");

        JsonNode seen = rac.get(provision).is(200).body();
        assertEquals("Toezicht op de loods", seen.path("task").asText());
        assertEquals(0, seen.path("data").size());
        assertFalse(seen.toString().contains(criminal), "not even the id of a datum");
        Map<String, Object> test = Map.of(
                "reference",
                "RAC-2026-14",
                "about",
                "Verstrekking aan een inspectie",
                "date",
                today().toString(),
                "lawful",
                true);
        director.post(provision + "/test", test).refusedBy("G41");
        rac.post(provision + "/test", test).isIn("PREPARED");
        director.post(provision + "/provide").refusedBy("G33", "G34");

        // The round is open: whoever is silent may still object, and has not consented.
        director.post(provision + "/round").isIn("ASKED");
        assertTrue(director.get(provision).body().at("/round/silent").size() > 3);
        director.post(provision + "/provide").refusedBy("G33", "G34");
        cop.post(provision + "/answers", Map.of("consents", true)).isIn("ASKED");
        director.post(provision + "/provide").refusedBy("G33");

        // With another text it is asked anew.
        director.patch(provision, Map.of("task", "Toezicht op de loods en de kade"))
                .is(200);
        JsonNode amended = director.get(provision).body();
        assertEquals("PREPARED", amended.path("state").asText());
        assertEquals(0, amended.path("answers").size());
        assertTrue(amended.path("test").isMissingNode());
        rac.post(provision + "/test", test).isIn("PREPARED");
        director.post(provision + "/round").isIn("ASKED");
        cop.post(provision + "/answers", Map.of("consents", true)).isIn("ASKED");
        theRoundPasses();
        director.post(provision + "/provide").isIn("PROVIDED");
        director.post(provision + "/feedback", Map.of("followedUp", true, "text", "De inspectie heeft gecontroleerd."))
                .is(400);
        director.post(
                        provision + "/feedback",
                        Map.of(
                                "followedUp",
                                true,
                                "text",
                                "De inspectie heeft gecontroleerd.",
                                "date",
                                today().toString(),
                                "document",
                                "IL-2026-77"))
                .isIn("FED_BACK");

        // An objection, also of who is not involved, stops it for good.
        String stopped = prepared(advice(TO_AN_INSPECTORATE, name));
        director.post(stopped + "/round").isIn("ASKED");
        Person uninvolved = member("kromhoorn");
        uninvolved
                .post(stopped + "/answers", Map.of("consents", false, "ground", "Raakt onze zaak."))
                .isIn("STOPPED");
        uninvolved.post(stopped + "/answers", Map.of("consents", true)).is(409);
        director.post(stopped + "/provide").refusedBy("G33");

        assertEquals(
                Set.of(provision.substring(provision.lastIndexOf('/') + 1)),
                texts(
                        director.post(
                                        "/v1/provisions/_search",
                                        Map.of("recipient", "inspectie  leefomgeving", "state", "FED_BACK"))
                                .is(200)
                                .body()
                                .path("items"),
                        "id"));
    }

    @Test
    @Order(4)
    void taxDataNeverGoToAPrivatePartyForItsOwnInterest() {
        for (String with : List.of(company, name)) {
            String provision = prepared(advice(TO_A_BANK, with));
            rac.post(
                            provision + "/test",
                            Map.of(
                                    "reference",
                                    "RAC-2026-15",
                                    "about",
                                    "Verstrekking aan een bank",
                                    "date",
                                    today().toString(),
                                    "lawful",
                                    true))
                    .is(201);
            director.post(provision + "/round").isIn("ASKED");
            theRoundPasses();
            Person.Answer answer = director.post(provision + "/provide");
            if (with.equals(company)) {
                // By the law, and by the tax authority's own rule.
                answer.refusedBy("G32", "tax:T1");
            } else {
                answer.isIn("PROVIDED");
            }
        }
    }

    @Test
    @Order(5)
    void anotherVerbandHearsOnlyWhatTheBgsKnows() {
        Map<String, Object> unsaid =
                Map.of("type", "OTHER_VERBAND", "name", "ZVH Kennemerland", "verband", "ZVH", "mode", "HIT_NO_HIT");
        director.post(prepared(advice(unsaid, company)) + "/provide").refusedBy("G32", "G35");
        Map<String, Object> hit = new HashMap<>(unsaid);
        hit.put("privateParty", false);
        assertEquals(
                Set.of("answers", "data"),
                director.post(prepared(advice(hit, company)) + "/provide")
                        .refusedBy("G35")
                        .fields());
        Map<String, Object> report = new HashMap<>(hit);
        report.put("mode", "ICOV_REPORT");
        assertTrue(director.post(prepared(advice(report, name)) + "/provide")
                .refusedBy("G35")
                .fields()
                .contains("recipient.mode"));
        String provision = prepared(advice(hit, name));
        cop.post(provision + "/answers", Map.of("consents", true)).is(201);
        director.post(provision + "/provide").isIn("PROVIDED");
    }

    /** Somebody looked: all that its organisation supplied is about who asks. */
    private static Map<String, Object> allOfIt(Person person, String request) {
        return Map.of("data", List.copyOf(texts(person.get(request).is(200).at("own"), "id")));
    }

    @Test
    @Order(6)
    void theContactPointDecidesOnARequestWhenEverybodyAnswered() {
        Person contactPoint = platform.as("bureau.contactpunt");
        Map<String, Object> asked = Map.of(
                "kind", "ACCESS",
                "reference", "C-2026-31",
                "identity", "DOCUMENT_SHOWN",
                "identifiers", List.of(Map.of("category", "IDENTIFICATION", "content", NAME.toUpperCase())));
        cop.post("/v1/rights-requests", asked).refusedBy("G41");
        String request = "/v1/rights-requests/"
                + contactPoint.post("/v1/rights-requests", asked).isIn("OPEN").id();

        JsonNode whole = contactPoint.get(request).is(200).body();
        assertEquals(Set.of(POLICE, TAX), texts(whole.path("consultations"), "participant"));
        assertEquals(today().plusMonths(1), LocalDate.parse(whole.path("due").asText()));
        assertFalse(whole.toString().toLowerCase().contains("proefpersoon"), "by what was looked up is not kept");
        harbour.get(request).refusedBy("G41");
        harbour.get("/v1/rights-requests/" + UUID.randomUUID()).refusedBy("G41");

        JsonNode part = inspector.get(request).is(200).body();
        assertEquals(Set.of(TAX), texts(part.path("consultations"), "participant"));
        assertEquals(Set.of(company), texts(part.path("own"), "id"));
        assertFalse(part.toString().contains("Proef B.V."));
        assertEquals(1, inspector.get("/v1/rights-requests").items().size());

        assertTrue(whole.path("ambiguous").asBoolean(), "a name is a namesake's too");
        assertEquals(
                "data",
                inspector.post(request + "/consultations", Map.of()).is(400).text("errors/0/field"));
        Map<String, Object> granted = Map.of("granted", true, "text", "Brief van vandaag.");
        contactPoint.post(request + "/decision", granted).refusedBy("G46");
        inspector.post(request + "/consultations", allOfIt(inspector, request)).isIn("OPEN");
        cop.post(request + "/consultations", Map.of("exception", "CRIMINAL_OFFENCES"))
                .is(400);
        cop.post(
                        request + "/consultations",
                        Map.of("exception", "CRIMINAL_OFFENCES", "motivation", "Inzage schaadt het onderzoek."))
                .isIn("OPEN");
        contactPoint.post(request + "/decision", granted).refusedBy("G46");
        contactPoint
                .post(request + "/decision", Map.of("granted", false, "text", "Nu niet."))
                .isIn("REFUSED");

        cop.post(request + "/consultations", allOfIt(cop, request)).isIn("REFUSED");
        contactPoint
                .post(request + "/decision", Map.of("granted", false, "text", "Nu niet."))
                .refusedBy("G46");
        assertFalse(contactPoint.page(request + "/letter").contains(NAME), "what is refused is not told");
        contactPoint.post(request + "/decision", granted).isIn("GRANTED");
        contactPoint.post(request + "/decision", granted).is(409).refusedBy("STATE");
        String letter = contactPoint.page(request + "/letter");
        assertTrue(letter.contains(NAME), "what is known is told to the person");
        assertTrue(letter.contains("artikel 15 AVG"));
        cop.get(request + "/letter").refusedBy("G41");
    }

    @Test
    @Order(6)
    void aGrantedRectificationFreezesUntilTheSupplierMends() {
        Person contactPoint = platform.as("bureau.contactpunt");
        String request = "/v1/rights-requests/"
                + contactPoint
                        .post(
                                "/v1/rights-requests",
                                Map.of(
                                        "kind", "RECTIFICATION",
                                        "reference", "C-2026-32",
                                        "wish", "De naam is anders gespeld.",
                                        "identity", "ELECTRONIC",
                                        "identifiers", List.of(Map.of("category", "IDENTIFICATION", "content", NAME))))
                        .isIn("OPEN")
                        .id();
        assertEquals(
                2,
                contactPoint.get(request).body().at("/found/knelpunten").asInt()
                        + contactPoint.get(request).body().at("/found/signals").asInt());
        assertTrue(contactPoint
                .get(request)
                .body()
                .at("/found/recipients")
                .toString()
                .contains("Duinrade"));
        contactPoint
                .post(request + "/extension", Map.of("reasons", "Drie dossiers."))
                .isIn("OPEN");
        contactPoint
                .post(request + "/extension", Map.of("reasons", "Nog meer."))
                .is(400);
        assertEquals(
                today().plusMonths(3), LocalDate.parse(contactPoint.get(request).text("due")));
        cop.post(request + "/consultations", Map.of("data", List.of(company))).is(400);
        cop.post(request + "/consultations", Map.of("data", List.of(name))).isIn("OPEN");
        inspector.post(request + "/consultations", allOfIt(inspector, request)).isIn("OPEN");
        contactPoint
                .post(request + "/decision", Map.of("granted", true, "text", "Wij laten het verbeteren."))
                .isIn("GRANTED");
        assertEquals("G45", frozen(name));
        cop.put(knelpunt + "/data/" + name, Map.of("content", NAME)).is(200);
        inspector
                .put(knelpunt + "/data/" + company, Map.of("content", "Proef B.V."))
                .is(200);
        assertEquals("", frozen(name));
    }

    private static String frozen(String datum) {
        return director.get(knelpunt + "/data").items().stream()
                .filter(d -> d.path("id").asText().equals(datum))
                .findFirst()
                .orElseThrow()
                .at("/frozen/rule")
                .asText();
    }

    @Test
    @Order(7)
    void overdueFeedbackHoldsUpTheNextResult() {
        LocalDate last = LocalDate.parse(
                director.get(knelpunt).is(200).at("terms").path(0).path("last").asText());
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P" + (last.toEpochDay() - today().toEpochDay() - 60) + "D"))
                .is(200);
        director.post(
                        knelpunt + "/evaluations",
                        Proposals.evaluated(
                                director,
                                knelpunt,
                                Map.of(
                                        "findings",
                                        "De kade is rustiger.",
                                        "recommendation",
                                        "PROLONG",
                                        "renewedGrounds",
                                        GROUNDS)))
                .is(201);
        vote("PROLONG");
        member("wieringersluis").post(knelpunt + "/prolongation").is(200);
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P1Y1D"))
                .is(200);

        String next = prepared(advice(TO_DUINRADE, name));
        assertTrue(director.post(next + "/provide")
                .refusedBy("G38")
                .text("detail")
                .contains(provided.substring(provided.lastIndexOf('/') + 1)));
        Map<String, Object> feedback = Map.of("followedUp", true, "text", "De loods is gesloten.");
        director.post(provided + "/feedback", feedback).refusedBy("G41");
        harbour.post(provided + "/feedback", feedback).refusedBy("G41");
        received.post(provided + "/feedback", feedback).isIn("FED_BACK");
        director.post(next + "/provide").isIn("PROVIDED");

        List<JsonNode> listed = director.get(knelpunt + "/provisions?limit=100").items();
        assertTrue(listed.stream().anyMatch(p -> p.path("href").asText().equals(provided)));
        assertTrue(listed.stream().allMatch(p -> p.path("data").isEmpty()));
    }

    @Test
    @Order(8)
    void theCommitteeIsAskedAndItsAdviceIsFollowed() {
        Map<String, Object> question = Map.of(
                "matter",
                Map.of("of", "PROCESSING"),
                "title",
                "Drie herkenningen",
                "question",
                "Mag een signaal pas na drie herkenningen in behandeling?",
                "papers",
                List.of("DPIA 3"));
        cop.post("/v1/rac-requests", question).refusedBy("G41");
        String request = "/v1/rac-requests/"
                + director.post("/v1/rac-requests", question).isIn("DRAFT").id();
        rac.get(request).refusedBy("G41");
        director.patch(request, Map.of("title", "Vier herkenningen")).is(200);
        director.post(request + "/submission").isIn("SENT");
        assertTrue(tasks(rac).contains("ADVISE"));
        rac.post(
                        request + "/advice",
                        Map.of(
                                "reference", "RAC-2026-20",
                                "date", today().toString(),
                                "outcome", "WITH_CONDITIONS",
                                "reasons", "Past bij het doel.",
                                "conditions", "Na een jaar bezien."))
                .isIn("ADVISED");
        director.post(request + "/follow-up", Map.of("followed", false, "reasons", "Spoed."))
                .is(400);
        director.post(request + "/follow-up", Map.of("followed", true)).isIn("FOLLOWED");
        assertEquals("Vier herkenningen", director.get(request).text("advice/about"));
    }

    @Test
    @Order(8)
    void theCalendarOfDutiesWaitsForWhoLooksAfterIt() {
        Person officer = platform.as("bureau.privacy-officer");
        cop.get("/v1/duties").refusedBy("G41");
        assertEquals(
                "2027-03-01",
                officer.get("/v1/duties").items().stream()
                        .filter(d -> d.path("duty").asText().equals("AUDIT"))
                        .findFirst()
                        .orElseThrow()
                        .path("next")
                        .asText());
        assertTrue(tasks(officer).contains("FULFIL_DUTY"));
        officer.post(
                        "/v1/duties",
                        Map.of("duty", "AUDIT", "on", today().toString(), "evidence", "Rapport 7", "failures", true))
                .is(201);
        assertEquals(
                today().plusYears(1).toString(),
                officer.get("/v1/duties").items().stream()
                        .filter(d -> d.path("duty").asText().equals("AUDIT_RECHECK"))
                        .findFirst()
                        .orElseThrow()
                        .path("next")
                        .asText());
    }

    @Test
    @Order(8)
    void whetherDataSubjectsWereInformedIsRecorded() {
        assertTrue(tasks(director).contains("RECORD_INFORMATION"));
        director.post(knelpunt + "/information", Map.of("exception", "RESTRICTED"))
                .is(400);
        director.post(
                        knelpunt + "/information",
                        Map.of(
                                "exception", "RESTRICTED",
                                "restriction", "CRIMINAL_OFFENCES",
                                "participant", POLICE,
                                "reasons", "Informeren schaadt het onderzoek."))
                .is(201);
        assertEquals(
                "UAVG 41",
                cop.get(knelpunt + "/information")
                        .items()
                        .get(0)
                        .path("article")
                        .asText());
        platform.as("kromhoorn.college").get(knelpunt + "/information").refusedBy("G24");
    }

    private static List<String> tasks(Person person) {
        List<String> acts = new ArrayList<>();
        person.get("/v1/tasks?limit=100")
                .items()
                .forEach(t -> acts.add(t.path("act").asText()));
        return acts;
    }

    @Test
    @Order(9)
    void theAnnualReportTellsOfTheYearAndOfNobody() {
        Person officer = platform.as("bureau.privacy-officer");
        int year = today().getYear() - 1;
        String report = "/v1/reports/annual/" + year;
        cop.get(report).refusedBy("G41");
        officer.get("/v1/reports/annual/1999").is(400);
        officer.get("/v1/reports/annual/last").is(404);
        JsonNode draft = officer.get(report).is(200).body();
        assertTrue(draft.path("figures").size() > 30);
        officer.patch(report, Map.of("introduction", "De man is Turk.")).refusedBy("G08");
        officer.patch(report, Map.of("introduction", "Wat wij in dit jaar deden."))
                .is(200);
        officer.post(report + "/fixation").isIn("FIXED");
        officer.patch(report, Map.of("introduction", "Anders.")).is(400);
        String page = officer.page(report + "/page");
        assertTrue(page.contains("Wat wij in dit jaar deden."));
        String csv = officer.page(report + "/figures");
        assertTrue(csv.contains("\"" + year + "\",\"Signalen\",\"gemeld\""), csv);
        for (String published : List.of(page, csv)) {
            assertFalse(published.contains(NAME));
            assertFalse(published.contains("Inspectie Leefomgeving"));
            assertFalse(published.contains(knelpunt.substring(knelpunt.lastIndexOf('/') + 1)));
        }
    }

    @Test
    @Order(10)
    void theLogOfAllThisIsWhole() {
        assertTrue(platform.as("bureau.privacy-officer")
                .post("/v1/log/verification")
                .is(200)
                .at("whole")
                .asBoolean());
    }

    private static String prepared(Map<String, Object> body) {
        return "/v1/provisions/"
                + director.post(knelpunt + "/provisions", body).isIn("PREPARED").id();
    }

    private static Map<String, Object> advice(Map<String, Object> recipient, String... data) {
        return new HashMap<>(Map.of(
                "recipient", recipient,
                "kind", "INTERVENTION_ADVICE",
                "description", "Loop de vergunning van de loods na.",
                "qualityTested", true,
                "informationBase", "Signaal en gegevens van drie deelnemers",
                "legalBasis", "Artikel 2.23, achtste lid, Wgs",
                "necessity", "Anders blijft de overtreding onbekend.",
                "task", "Toezicht op de loods",
                "data", List.of(data)));
    }

    private static Set<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(i -> texts.add(i.path(field).asText()));
        return Set.copyOf(texts);
    }

    private static LocalDate today() {
        return Instant.parse(director.get("/v1/demo/clock").is(200).text("now"))
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .toLocalDate();
    }

    private static void theRoundPasses() {
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "P15D"))
                .is(200);
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

    private static Map<String, Object> datum(String category, String field, String content, int phase, String task) {
        return new HashMap<>(Map.of(
                "subject", subject,
                "category", category,
                "field", field,
                "content", content,
                "task", task,
                "basis", "Artikel 2.22 Wgs",
                "phase", phase,
                "lawfullyHeld", true));
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
                AGREED);
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
                Map.of("in", "Wie daar bij nacht lost.", "out", "De jachthaven en bewoners."),
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
                        Map.of("participant", TAX, "task", "Bedrijfsgegevens"))));
    }
}
