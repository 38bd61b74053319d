package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * In every text that somebody can write in the dossier of a knelpunt, over HTTP, stands a word that is nowhere else; after the closure
 * and the destruction that word is in no file any more, or a reason stands here why it is. Which texts there are, the API's own description
 * says: a new one fails here until it is written in this story. Scans and case consultations share their tables with knelpunten; the
 * store's DossierPartsTest has what is theirs alone. Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class EveryTextGoesIT {

    private static final String POLICE = "politie-noord-holland";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");
    /** Where these stand first in a text, a word of its own takes their place. */
    private static final String HERE = "~";

    private static final String WORD = "merkwoord";

    private static final String PROVIDED = "what was provided stays with its feedback (Wgs 1.7(4), 1.12)";
    private static final String ADVICE = "the committee's register of advices (Bgs 1.13)";

    private static final String ID = "id of a participant";
    private static final String CODE = "a code";
    private static final String SCAN = "only of a scan; in the row of the knelpunt";
    private static final String DATUM = "as shareDatum: the same rows";
    private static final String SIGNAL = "as completeSignal: the same row";

    /** What stays of a destroyed knelpunt, and why. */
    private static final Map<String, String> STAYING = Map.ofEntries(
            Map.entry("changeMeeting place", "where a meeting was: it is about no knelpunt"),
            Map.entry("amendKnelpunt title", "of an area or a branch the title names nobody; of persons it goes"),
            Map.entry("writeClosingReport lessons[].text", "a lesson is about nobody, and is for every bureau"),
            Map.entry("writeClosingReport lessons[].barrierStep", "a code of a barrier model"),
            Map.entry("prepareProvision description", PROVIDED),
            Map.entry("prepareProvision text", PROVIDED),
            Map.entry("prepareProvision informationBase", PROVIDED),
            Map.entry("prepareProvision legalBasis", PROVIDED),
            Map.entry("prepareProvision necessity", PROVIDED),
            Map.entry("prepareProvision task", PROVIDED),
            Map.entry("giveFeedback text", PROVIDED),
            Map.entry("giveFeedback document", PROVIDED),
            Map.entry("testProvision reference", ADVICE),
            Map.entry("testProvision about", ADVICE));

    /** Texts of the API that are not written here, by their last name or by operation and place, and why. */
    private static final Map<String, String> NOT_WRITTEN = Map.ofEntries(
            Map.entry("participant", ID),
            Map.entry("participants[]", ID),
            Map.entry("holder", ID),
            Map.entry("suppliers[]", ID),
            Map.entry("tasks[]", CODE),
            Map.entry("draftSignal task", CODE),
            Map.entry("branches[]", CODE),
            Map.entry("municipality", CODE),
            Map.entry("postcode", CODE),
            Map.entry("type", CODE),
            Map.entry("model", CODE),
            Map.entry("step", CODE),
            Map.entry("version", CODE),
            Map.entry("supports", CODE),
            Map.entry("completeSignal task", CODE),
            Map.entry("addSignalDatum task", CODE),
            Map.entry("shareDatum task", CODE),
            Map.entry("answerRecognition observation.task", CODE),
            Map.entry("manifestationDecision", "only of a manifestation that was designated; in the row of the signal"),
            Map.entry(
                    "manifestationPublication",
                    "only of a manifestation that was designated; in the row of the signal"),
            Map.entry("how", "only of Bibob data; in the row of the datum"),
            Map.entry("unavoidable", "only of a nationality; in the row of the datum"),
            Map.entry("reuseDatum necessity", "stands in the other dossier, and goes with that"),
            Map.entry("cancelMeeting reason", "of a meeting that was not held"),
            Map.entry("keepListedDatum reason", "a hold, as holdDatum"),
            Map.entry("sector", SCAN),
            Map.entry("proposeKnelpunt abuse.description", SCAN),
            Map.entry("amendKnelpunt abuse.description", SCAN),
            Map.entry("addSignalDatum basis", DATUM),
            Map.entry("addSignalDatum grading.restriction", DATUM),
            Map.entry("addSignalDatum newSubject.circleReason", DATUM),
            Map.entry("addSignalDatum police.agreement", DATUM),
            Map.entry("draftSignal criteria.indications", SIGNAL),
            Map.entry("draftSignal criteria.jointApproach", SIGNAL),
            Map.entry("draftSignal criteria.manifestation", SIGNAL),
            Map.entry("draftSignal criteria.necessity", SIGNAL),
            Map.entry("draftSignal criteria.region", SIGNAL),
            Map.entry("draftSignal grading.restriction", SIGNAL),
            Map.entry("draftSignal observation.observedBy", SIGNAL),
            Map.entry("draftSignal observation.place.description", SIGNAL),
            Map.entry("draftSignal observation.place.town", SIGNAL),
            Map.entry("draftSignal observation.what", SIGNAL),
            Map.entry("draftSignal police.agreement", SIGNAL));

    /** Of which dossiers are made; what only asks is not kept. */
    private static final List<String> DOSSIER = List.of(
            "/signals",
            "/knelpunten",
            "/data-requests",
            "/correction-proposals",
            "/interventions",
            "/analyses",
            "/provisions",
            "/meetings",
            "/destruction-lists");

    private static final Set<String> ASKING =
            Set.of("searchProvisions", "seeNetwork", "seeTimeline", "seeMap", "analyseData", "compareSignals");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Platform platform;
    private static JsonNode api;
    private static Person cop;
    private static Person harbour;
    private static Person director;
    private static Person analyst;
    private static Person officer;

    /** By word, the operation and place where it was written. */
    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    private static String knelpunt;
    private static String subject;
    private static String permit;
    private static String list;

    @BeforeAll
    static void start() throws IOException {
        platform = new Platform(folder).start("--demo");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.college");
        director = platform.as("bureau.casusregisseur");
        analyst = platform.as("bureau.analist");
        officer = platform.as("bureau.privacy-officer");
        api = cop.get("/v1/openapi.json").is(200).body();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    // Writing

    private static Person.Answer post(Person who, String path, Object body) {
        Person.Answer answer = who.post(path, written("post", path, body));
        assertTrue(answer.status() < 300, answer::toString);
        return answer;
    }

    private static Person.Answer put(Person who, String path, Object body) {
        Person.Answer answer = who.put(path, written("put", path, body));
        assertTrue(answer.status() < 300, answer::toString);
        return answer;
    }

    private static Person.Answer patch(Person who, String path, Object body) {
        Person.Answer answer = who.patch(path, written("patch", path, body));
        assertTrue(answer.status() < 300, answer::toString);
        return answer;
    }

    private static JsonNode written(String method, String path, Object body) {
        return written(operation(method, path), "", JSON.valueToTree(body));
    }

    private static JsonNode written(String operation, String place, JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                String at = place.isEmpty() ? name : place + "." + name;
                object.set(name, written(operation, at, object.get(name)));
            });
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, written(operation, place + "[]", array.get(i)));
            }
        } else if (value.isTextual() && value.asText().startsWith(HERE)) {
            return TextNode.valueOf(
                    word(operation + " " + place) + value.asText().substring(HERE.length()));
        }
        return value;
    }

    private static String word(String where) {
        int number = WRITTEN.size();
        String word = WORD + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "q";
        WRITTEN.put(word, where);
        return word;
    }

    /** Its id in the description of the API. */
    private static String operation(String method, String path) {
        for (var entry : api.path("paths").properties()) {
            String pattern = "/v1" + entry.getKey().replaceAll("\\{[a-z]+}", "[^/]+");
            if (path.matches(pattern) && entry.getValue().has(method)) {
                return entry.getValue().at("/" + method + "/operationId").asText();
            }
        }
        throw new AssertionError("No operation " + method + " " + path);
    }

    // Dates and people

    private static LocalDate today() {
        return Instant.parse(platform.as("bureau.admin")
                        .get("/v1/demo/clock")
                        .is(200)
                        .text("now"))
                .atZone(ZoneId.of("Europe/Amsterdam"))
                .toLocalDate();
    }

    private static void forward(String period) {
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", period))
                .is(200);
    }

    private static Person member(String participant) {
        return platform.as(participant + ".stuurgroep");
    }

    private static void vote(String motion) {
        for (String participant : STEERING_GROUP) {
            post(member(participant), knelpunt + "/votes", Map.of("motion", motion, "choice", "FOR", "reason", HERE));
        }
    }

    private static Map<String, Object> grounds() {
        return Map.of(
                "necessity", HERE, "proportionality", HERE, "subsidiarity", HERE, "deficit", HERE, "seriousness", HERE);
    }

    private static Map<String, Object> grading() {
        return Map.of("source", "B", "information", 2, "handling", List.of("H0"), "restriction", HERE);
    }

    private static Map<String, Object> police() {
        return Map.of("wpgClass", "ARTICLE_8", "agreement", HERE);
    }

    @Test
    @Order(1)
    void aSignalIsReportedRecognisedAndWeighed() {
        String signal = post(cop, "/v1/signals", Map.of("title", HERE, "organ", "POLITIE"))
                .id();
        String path = "/v1/signals/" + signal;
        Map<String, Object> content = new HashMap<>(Map.of(
                "title",
                HERE,
                "task",
                "politiewet-3",
                "observation",
                Map.of(
                        "what",
                        HERE,
                        "date",
                        today().minusDays(5).toString(),
                        "place",
                        Map.of("description", HERE, "town", HERE, "municipality", "GM9001"),
                        "observedBy",
                        HERE),
                "manifestation",
                "DRUGS",
                "criteria",
                Map.of(
                        "indications", HERE,
                        "manifestation", HERE,
                        "necessity", HERE,
                        "jointApproach", HERE,
                        "region", HERE),
                "qualityTested",
                true,
                "lawfullyHeld",
                true,
                "police",
                police(),
                "grading",
                grading()));
        patch(cop, path, content);
        post(
                cop,
                path + "/data",
                Map.of(
                        "newSubject",
                        Map.of("kind", "PERSON"),
                        "category",
                        "IDENTIFICATION",
                        "field",
                        HERE,
                        "content",
                        HERE));
        cop.post(path + "/report").isIn("REPORTED");
        put(cop, path + "/grading", grading());
        post(cop, path + "/recognition-requests", Map.of("participant", "wieringersluis"));
        post(
                harbour,
                path + "/recognitions",
                Map.of(
                        "recognised",
                        true,
                        "observation",
                        Map.of(
                                "what",
                                HERE,
                                "date",
                                today().minusDays(3).toString(),
                                "place",
                                Map.of("description", HERE, "town", HERE),
                                "task",
                                "omgevingsrecht",
                                "reference",
                                HERE)));
        put(
                director,
                path + "/assessment",
                Map.of("purpose", HERE, "type", HERE, "extent", HERE, "weight", HERE, "connection", HERE));
        for (Person assessor : List.of(cop, harbour)) {
            post(assessor, path + "/assessment/decisions", Map.of("criteriaMet", true, "reason", HERE));
        }
        propose(signal);
    }

    private static void propose(String signal) {
        Map<String, Object> proposal = new HashMap<>(Map.of(
                "title", HERE,
                "objectType", "BRANCH",
                "description", HERE,
                "scope", Map.of("in", HERE, "out", HERE, "branches", List.of("52.10")),
                "manifestations", List.of("DRUGS"),
                "grounds", grounds(),
                "signals", List.of(signal),
                "foreseenPhases", List.of(Map.of("phase", 1, "reason", HERE), Map.of("phase", 2, "reason", HERE)),
                "displacement", HERE));
        proposal.put(
                "involved",
                List.of(
                        Map.of("participant", "wieringersluis", "tasks", List.of("omgevingsrecht"), "task", HERE),
                        Map.of("participant", POLICE, "tasks", List.of("politiewet-3"), "task", HERE)));
        proposal.put(
                "goals",
                List.of(Map.of(
                        "text",
                        HERE,
                        "indicators",
                        List.of(Map.of("name", HERE, "baseline", 12, "target", 2, "unit", HERE, "method", HERE)))));
        knelpunt =
                "/v1/knelpunten/" + post(director, "/v1/knelpunten", proposal).id();
    }

    @Test
    @Order(2)
    void itIsSentBackAmendedAndDesignatedAtAMeeting() {
        director.post(knelpunt + "/submission").isIn("SUBMITTED");
        post(member("duinrade"), knelpunt + "/return", Map.of("reason", HERE));
        Map<String, Object> amended = new HashMap<>(Map.of(
                "title",
                HERE,
                "description",
                HERE,
                "scope",
                Map.of("in", HERE, "out", HERE, "branches", List.of("52.10")),
                "grounds",
                grounds(),
                "foreseenPhases",
                List.of(Map.of("phase", 1, "reason", HERE), Map.of("phase", 2, "reason", HERE)),
                "displacement",
                HERE));
        amended.put(
                "involved",
                List.of(
                        Map.of("participant", "wieringersluis", "tasks", List.of("omgevingsrecht"), "task", HERE),
                        Map.of("participant", "duinrade", "tasks", List.of("omgevingsrecht"), "task", HERE),
                        Map.of("participant", POLICE, "tasks", List.of("politiewet-3"), "task", HERE)));
        amended.put(
                "goals",
                List.of(Map.of(
                        "text",
                        HERE,
                        "indicators",
                        List.of(Map.of("name", HERE, "baseline", 12, "target", 2, "unit", HERE, "method", HERE)))));
        patch(director, knelpunt, amended);
        director.post(knelpunt + "/submission").isIn("SUBMITTED");
        String now = platform.as("bureau.admin").get("/v1/demo/clock").is(200).text("now");
        String meeting = "/v1/meetings/"
                + post(
                                director,
                                "/v1/meetings",
                                Map.of(
                                        "form",
                                        "MEETING",
                                        "starts",
                                        now,
                                        "place",
                                        HERE,
                                        "chair",
                                        member("wieringersluis")
                                                .get("/v1/session")
                                                .is(200)
                                                .id()))
                        .id();
        patch(director, meeting, Map.of("place", HERE));
        String id = knelpunt.substring(knelpunt.lastIndexOf('/') + 1);
        post(
                director,
                meeting + "/items",
                Map.of("kind", "DESIGNATION", "title", HERE, "explanation", HERE, "knelpunt", id));
        vote("DESIGNATE");
        member("wieringersluis").post(knelpunt + "/designation").isIn("DESIGNATED");
        String phase = post(
                        director,
                        meeting + "/items",
                        Map.of("kind", "PHASE", "title", HERE, "explanation", HERE, "knelpunt", id))
                .id();
        for (String participant : STEERING_GROUP) {
            post(member(participant), meeting + "/items/" + phase + "/votes", Map.of("choice", "FOR", "reason", HERE));
        }
        member("wieringersluis")
                .post(meeting + "/items/" + phase + "/conclusion")
                .is(200);
        director.post(meeting + "/end").isIn("HELD");
        put(director, meeting + "/minutes", Map.of("text", HERE));
        member("wieringersluis").post(meeting + "/minutes/fixing", Map.of()).isIn("FIXED");
        post(member(POLICE), knelpunt + "/phases", Map.of("phase", 2, "necessity", HERE));
    }

    private static Map<String, Object> datum(String category, int phase, String task) {
        return new HashMap<>(Map.of(
                "subject", subject,
                "category", category,
                "field", HERE,
                "content", HERE,
                "task", task,
                "basis", HERE,
                "phase", phase,
                "lawfullyHeld", true));
    }

    @Test
    @Order(3)
    void dataAreSharedAskedForDisputedAndHeld() {
        subject = cop.get(knelpunt + "/data").items().get(0).at("/subject/id").asText();
        permit = post(harbour, knelpunt + "/data", datum("PERMITS", 1, "omgevingsrecht"))
                .id();
        Map<String, Object> mate = datum("IDENTIFICATION", 1, "politiewet-3");
        mate.remove("subject");
        mate.put("newSubject", Map.of("kind", "PERSON", "circleOf", subject, "circleReason", HERE));
        mate.put("police", police());
        mate.put("grading", grading());
        String name = post(cop, knelpunt + "/data", mate).id();
        Map<String, Object> spoken = datum("POLICE_8_13", 2, "politiewet-3");
        spoken.put("police", police());
        String report = post(cop, knelpunt + "/data", spoken).id();
        put(cop, knelpunt + "/data/" + report + "/grading", grading());
        Map<String, Object> number = datum("BSN", 1, "politiewet-3");
        number.put("content", "999990019");
        number.put("police", police());
        String bsn = post(cop, knelpunt + "/data", number).id();
        post(harbour, knelpunt + "/data/" + bsn + "/reveal", Map.of("necessity", HERE));

        String disputed = knelpunt + "/data/" + permit;
        post(cop, disputed + "/errors", Map.of("reason", HERE));
        post(harbour, disputed + "/errors/rejection", Map.of("reason", HERE));
        String proposal = post(cop, disputed + "/correction-proposals", Map.of("content", HERE, "reason", HERE))
                .text("href");
        post(harbour, proposal + "/decline", Map.of("reason", HERE));
        put(harbour, disputed, Map.of("content", HERE));
        post(director, disputed + "/hold", Map.of("ground", "LEGAL_CLAIM", "reason", HERE));
        director.delete(disputed + "/hold").is(200);
        post(cop, knelpunt + "/data/" + name + "/veto", Map.of("ground", HERE));

        String request = post(
                        cop,
                        knelpunt + "/data-requests",
                        Map.of(
                                "holder",
                                "wieringersluis",
                                "category",
                                "PERMITS",
                                "subject",
                                subject,
                                "phase",
                                1,
                                "necessity",
                                HERE,
                                "until",
                                today().plusDays(20).toString()))
                .text("href");
        post(harbour, request + "/questions", Map.of("question", HERE));
        post(cop, request + "/answers", Map.of("answer", HERE));
    }

    @Test
    @Order(4)
    void whoIsInvolvedChanges() {
        post(
                director,
                knelpunt + "/involvements",
                Map.of(
                        "change",
                        "JOIN",
                        "participant",
                        "kromhoorn",
                        "tasks",
                        List.of("omgevingsrecht"),
                        "task",
                        HERE,
                        "reason",
                        HERE));
        vote("INVOLVE");
        member("wieringersluis").post(knelpunt + "/involvement").is(200);
        post(member("kromhoorn"), knelpunt + "/departure", Map.of("reason", HERE));
    }

    private static Map<String, Object> intervention() {
        return new HashMap<>(Map.of(
                "participant",
                POLICE,
                "organ",
                "POLITIE",
                "type",
                "pol-zichtbaar-toezicht",
                "description",
                HERE,
                "publicDescription",
                HERE,
                "expectedEffect",
                HERE,
                "sideEffect",
                HERE,
                "conditions",
                List.of(HERE),
                "from",
                today().toString(),
                "until",
                today().plusDays(10).toString()));
    }

    private static String proposed() {
        return "/v1/interventions/"
                + post(director, knelpunt + "/interventions", intervention()).id();
    }

    private static String underWay() {
        String one = proposed();
        cop.post(one + "/agreement", Map.of()).isIn("AGREED");
        cop.put(
                        one + "/progress",
                        Map.of(
                                "from",
                                today().toString(),
                                "until",
                                today().plusDays(10).toString(),
                                "conditions",
                                List.of(Map.of("number", 1, "met", true))))
                .is(200);
        cop.post(one + "/start").isIn("UNDER_WAY");
        return one;
    }

    @Test
    @Order(5)
    void aPlanIsMadeAndCarriedOut() {
        Map<String, Object> plan = Map.of(
                "goal",
                HERE,
                "qualityTested",
                true,
                "informationBase",
                HERE,
                "emptyCategories",
                List.of(Map.of("category", "PERSPECTIVE", "reason", HERE)));
        put(director, knelpunt + "/plan", plan);
        String withdrawn = proposed();
        Map<String, Object> changed = intervention();
        changed.put("basis", HERE);
        changed.put("basisVersion", HERE);
        patch(director, withdrawn, changed);
        post(director, withdrawn + "/withdrawal", Map.of("reason", HERE));
        Map<String, Object> own = intervention();
        own.put("basis", HERE);
        own.put("basisVersion", HERE);
        post(director, knelpunt + "/interventions", own);
        post(cop, underWay() + "/stop", Map.of("reason", HERE));
        String done = underWay();
        post(cop, done + "/execution", Map.of("date", today().toString(), "report", HERE, "effect", HERE));
        post(cop, done + "/outcomes", Map.of("kind", "RESULT", "date", today().toString(), "text", HERE));
        post(
                director,
                knelpunt + "/task-sheets",
                Map.of("party", HERE, "description", HERE, "asked", HERE, "contact", HERE));
    }

    @Test
    @Order(6)
    void itIsAnalysed() {
        String analysis = "/v1/analyses/"
                + post(director, knelpunt + "/analyses/_ask", Map.of("question", HERE))
                        .id();
        patch(
                analyst,
                analysis,
                Map.of(
                        "sections",
                        Map.of(
                                "seriousness", HERE,
                                "size", HERE,
                                "causes", HERE,
                                "patterns", HERE,
                                "vulnerabilities", HERE,
                                "conclusions", HERE)));
        analyst.post(analysis + "/submission").is(200);
        post(director, analysis + "/test", Map.of("good", false, "remarks", HERE));
        analyst.post(analysis + "/submission").is(200);
        post(director, analysis + "/test", Map.of("good", true));
        String selection = post(
                        analyst,
                        knelpunt + "/selections",
                        Map.of("name", HERE, "shared", true, "filter", Map.of("phases", List.of(0, 1))))
                .id();
        put(
                analyst,
                knelpunt + "/selections/" + selection,
                Map.of("name", HERE, "shared", true, "filter", Map.of("phases", List.of(0, 1))));
        post(
                analyst,
                knelpunt + "/exports",
                Map.of("format", "GEOJSON", "purpose", HERE, "selection", selection, "restrictionsConfirmed", true));
    }

    private static Map<String, Object> result(Map<String, Object> recipient) {
        return new HashMap<>(Map.of(
                "recipient", recipient,
                "kind", "INTERVENTION_ADVICE",
                "description", HERE,
                "text", HERE,
                "qualityTested", true,
                "informationBase", HERE,
                "legalBasis", HERE,
                "necessity", HERE,
                "task", HERE,
                "data", List.of(permit)));
    }

    private static Map<String, Object> inspectorate() {
        return Map.of(
                "type", "THIRD_PARTY", "name", HERE + " inspectie", "privateParty", false, "interest", "PUBLIC_TASK");
    }

    private static String prepared(Map<String, Object> recipient) {
        return "/v1/provisions/"
                + post(director, knelpunt + "/provisions", result(recipient)).id();
    }

    @Test
    @Order(7)
    void resultsArePreparedAndOneGoes() {
        String given = prepared(Map.of("type", "PARTICIPANT", "participant", "zaanmeer"));
        director.post(given + "/provide").isIn("PROVIDED");
        post(
                platform.as("zaanmeer.college"),
                given + "/feedback",
                Map.of("followedUp", true, "text", HERE, "document", HERE));
        String stopped = prepared(inspectorate());
        patch(director, stopped, result(inspectorate()));
        post(
                platform.as("bureau.rac"),
                stopped + "/test",
                Map.of("reference", HERE, "about", HERE, "date", today().toString(), "lawful", true));
        director.post(stopped + "/round").isIn("ASKED");
        post(member("kromhoorn"), stopped + "/answers", Map.of("consents", false, "ground", HERE));
        post(director, prepared(inspectorate()) + "/withdrawal", Map.of("reason", HERE));
    }

    @Test
    @Order(8)
    void itIsEvaluatedAndClosedByADecisionOfOutside() {
        JsonNode goals = director.get(knelpunt).is(200).at("goals");
        Map<String, Object> evaluation = new HashMap<>(Map.of(
                "findings",
                HERE,
                "recommendation",
                "PROLONG",
                "renewedGrounds",
                grounds(),
                "displacement",
                HERE,
                "sideEffects",
                HERE,
                "dataQuality",
                HERE,
                "goals",
                List.of(Map.of(
                        "goal",
                        goals.at("/0/id").asText(),
                        "outcome",
                        "PARTLY",
                        "explanation",
                        HERE,
                        "measured",
                        List.of(Map.of(
                                "indicator", goals.at("/0/indicators/0/id").asText(), "value", 6.0)))),
                "effects",
                List.of(Map.of(
                        "intervention",
                        director.get(knelpunt + "/plan")
                                .is(200)
                                .at("interventions/0/id")
                                .asText(),
                        "text",
                        HERE))));
        post(director, knelpunt + "/evaluations", evaluation);
        post(member(POLICE), knelpunt + "/phases/closure", Map.of("phase", 2, "reason", HERE, "destroy", true));
        post(
                director,
                knelpunt + "/information",
                Map.of(
                        "exception",
                        "RESTRICTED",
                        "restriction",
                        "CRIMINAL_OFFENCES",
                        "participant",
                        POLICE,
                        "reasons",
                        HERE));
        post(director, knelpunt + "/information", Map.of("informedOn", today().toString(), "informedBy", HERE));
        String waived = prepared(Map.of("type", "PARTICIPANT", "participant", "zaanmeer"));
        put(
                director,
                knelpunt + "/closing-report",
                Map.of(
                        "summary",
                        HERE,
                        "waived",
                        List.of(Map.of("provision", waived.substring(waived.lastIndexOf('/') + 1), "reason", HERE)),
                        "lessons",
                        List.of(Map.of(
                                "worked",
                                true,
                                "manifestation",
                                "DRUGS",
                                "objectType",
                                "BRANCH",
                                "barrierStep",
                                HERE,
                                "text",
                                HERE))));
        String paper = director.upload(knelpunt + "/papers", "application/pdf", paper(word("addPaper bytes")))
                .is(201)
                .id();
        List<Map<String, Object>> votes = new ArrayList<>();
        for (String participant : STEERING_GROUP) {
            votes.add(Map.of(
                    "participant",
                    participant,
                    "person",
                    member(participant).get("/v1/session").is(200).id(),
                    "choice",
                    "FOR",
                    "reason",
                    HERE));
        }
        post(
                director,
                knelpunt + "/outside-votes",
                Map.of("motion", "CLOSE", "paper", paper, "decided", today().toString(), "votes", votes));
        director.post(knelpunt + "/documents", Map.of("kind", "DESIGNATION")).is(201);
        String some = "/v1/destruction-lists/"
                + post(director, knelpunt + "/destruction-lists", Map.of("data", List.of(permit), "reason", HERE))
                        .id();
        put(director, some, Map.of("data", List.of(permit), "reason", HERE));
        director.post(some + "/submission").is(200);
        post(officer, some + "/review", Map.of("approved", false, "reason", HERE));
        member("wieringersluis").post(knelpunt + "/closure").isIn("CLOSED");
    }

    private static byte[] paper(String word) {
        return ("%PDF-1.7\n1 0 obj<</S/" + word
                        + ">>\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n"
                        + ("%PDF-1.7\n1 0 obj<</S/" + word + ">>\n").length() + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    @Order(9)
    void everyTextThatTheApiKnowsWasWritten() {
        Set<String> known = new TreeSet<>();
        for (var path : api.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                String id = operation.path("operationId").asText();
                boolean writes = List.of("post", "put", "patch").contains(method.getKey());
                if (writes && DOSSIER.stream().anyMatch(path.getKey()::startsWith) && !ASKING.contains(id)) {
                    operation
                            .at("/requestBody/content")
                            .forEach(content -> texts(content.path("schema"), "", Set.of())
                                    .forEach(place -> known.add(id + " " + place)));
                }
            }
        }
        assertTrue(known.size() > 100, known::toString);
        known.removeAll(WRITTEN.values());
        known.removeIf(text -> NOT_WRITTEN.containsKey(text)
                || NOT_WRITTEN.containsKey(text.substring(Math.max(text.lastIndexOf(' '), text.lastIndexOf('.')) + 1)));
        assertEquals(Set.of(), known, "write it in this story, or say why not");
    }

    /** Places of texts that people write: neither ids nor dates nor one of some values. */
    private static Set<String> texts(JsonNode schema, String place, Set<String> within) {
        Set<String> found = new TreeSet<>();
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText();
            if (!within.contains(name)) {
                Set<String> deeper = new TreeSet<>(within);
                deeper.add(name);
                found.addAll(texts(api.at(name.substring(1)), place, deeper));
            }
        }
        for (String all : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(all).forEach(part -> found.addAll(texts(part, place, within)));
        }
        for (var property : schema.path("properties").properties()) {
            if (!property.getKey().equals("confirmations")) {
                String at = place.isEmpty() ? property.getKey() : place + "." + property.getKey();
                found.addAll(texts(property.getValue(), at, within));
            }
        }
        if (schema.has("items")) {
            found.addAll(texts(schema.path("items"), place + "[]", within));
        }
        boolean text = schema.path("type").toString().contains("\"string\"");
        if (text && !schema.has("format") && !schema.has("enum") && !schema.has("const") && !place.isEmpty()) {
            found.add(place);
        }
        return found;
    }

    /** Where it was written, of each word that is in a file below the data folder. */
    private static Set<String> found() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(platform.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                String encoded = decoded(bytes);
                WRITTEN.forEach((word, where) -> {
                    if (bytes.contains(word) || encoded.contains(word)) {
                        found.add(where);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** What stands there as base64. */
    private static String decoded(String bytes) {
        StringBuilder all = new StringBuilder();
        Arrays.stream(bytes.split("[^A-Za-z0-9+/=]+"))
                .filter(part -> part.length() >= 64)
                .map(part -> part.replace("=", ""))
                .forEach(part -> all.append(new String(
                        Base64.getDecoder().decode(part.substring(0, part.length() - part.length() % 4)),
                        StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    @Test
    @Order(10)
    void afterItsDestructionNoneOfThemIsLeft() {
        Set<String> before = found();
        assertTrue(before.size() > 100, () -> "what is in no file can't go either, but there is " + before);
        assertTrue(before.containsAll(STAYING.keySet()), before::toString);

        list = "/v1/destruction-lists/"
                + officer.get("/v1/destruction-lists").is(200).items().stream()
                        .filter(l -> l.path("whole").asBoolean())
                        .filter(l -> knelpunt.endsWith(l.path("dossier").asText()))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
        officer.post(list + "/review", Map.of("approved", true)).isIn("APPROVED");
        forward("P1D");
        Platform.until("only what stays is left", () -> STAYING.keySet().containsAll(found()) || isLate());
        Set<String> left = found();
        left.removeAll(STAYING.keySet());
        assertEquals(Set.of(), left);
        assertTrue(officer.post("/v1/log/verification").is(200).at("whole").asBoolean());
    }

    private static int looks;

    /** Then the assertion says which. */
    private static boolean isLate() {
        return ++looks > 40;
    }
}
