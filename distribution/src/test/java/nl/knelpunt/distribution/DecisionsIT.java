package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** May I? And oversight: the policy, the committee's advices, the log; over HTTP and by the command. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionsIT {

    private static final String POLICE = "politie-noord-holland";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Platform platform;
    private static Person cop;
    private static Person stranger;
    private static Person admin;
    private static String draft;

    @BeforeAll
    static void start() {
        platform = new Platform(folder).withAdmin().start();
        admin = platform.as(Platform.ADMIN);
        platform.appoint("agent", POLICE, "POLITIE", "WORKER")
                .appoint("ambtenaar", "wieringersluis", "COLLEGE", "WORKER")
                .appoint("privacy", "zaanmeer", null, "PRIVACY_OFFICER")
                .appoint("commissielid", "zaanmeer", null, "RAC_MEMBER");
        cop = platform.as("agent");
        stranger = platform.as("ambtenaar");
        draft = cop.post("/v1/signals", Map.of("title", "Loods zonder bedrijf"))
                .is(201)
                .id();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Person.Answer ask(Person who, String act, String object) {
        Map<String, Object> question = new HashMap<>(Map.of("act", act));
        if (object != null) {
            question.put("object", object);
        }
        return who.post("/v1/decisions", question).is(200);
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        admin.get("/v1/backups/counts")
                .is(200)
                .at("counts")
                .properties()
                .forEach(c -> counts.put(c.getKey(), c.getValue().asLong()));
        counts.remove("processing_log");
        return counts;
    }

    private static long records() {
        return admin.get("/v1/backups/counts").is(200).at("logRecords").asLong();
    }

    // May I?

    @Test
    @Order(1)
    void whatIsPermittedIsTold() {
        Person.Answer answer = cop.post(
                        "/v1/decisions",
                        Map.of("act", "COMPLETE_DRAFT", "object", draft, "input", Map.of("title", "Anders")))
                .is(200);
        assertTrue(answer.at("permitted").asBoolean(), answer.toString());
        assertEquals("Loods zonder bedrijf", cop.get("/v1/signals/" + draft).text("title"), "and not done");
    }

    @Test
    @Order(2)
    void everyReasonOfARefusalIsToldAsTheActTellsIt() {
        Person.Answer told = ask(cop, "REPORT_SIGNAL", draft);
        assertFalse(told.at("permitted").asBoolean(true));
        Person.Answer refused = cop.post("/v1/signals/" + draft + "/report").is(403);
        assertTrue(refused.at("refusals").size() > 3, refused.toString());
        assertEquals(refused.at("refusals").size(), told.at("refusals").size());
        for (int i = 0; i < refused.at("refusals").size(); i++) {
            for (String part : List.of("rule", "article", "message", "remedy", "field")) {
                assertEquals(
                        refused.at("refusals").get(i).path(part),
                        told.at("refusals").get(i).path(part));
            }
            assertEquals("STATUTORY", told.at("refusals").get(i).path("kind").asText());
        }
        assertTrue(told.text("ruleSet/version").contains("/1"));
        assertEquals("DRAFT", cop.get("/v1/signals/" + draft).text("state"));
    }

    @Test
    @Order(3)
    void aStrangerHearsTheSameOfWhatIsThereAndWhatIsNot() {
        JsonNode there = ask(stranger, "SEE_SIGNAL", draft).body();
        JsonNode nowhere =
                ask(stranger, "SEE_SIGNAL", UUID.randomUUID().toString()).body();
        assertEquals(nowhere, there);
        assertEquals("G41", there.at("/refusals/0/rule").asText());
        assertEquals(1, there.at("/refusals").size());
    }

    @Test
    @Order(4)
    void askingChangesNothingButTheLog() {
        List<Person> people = List.of(cop, stranger, admin, platform.as("privacy"), platform.as("commissielid"));
        Map<String, Long> before = counts();
        long records = records();
        List<String> judged = new ArrayList<>();
        for (Person who : people) {
            for (JsonNode rule : admin.get("/v1/rules").is(200).at("items")) {
                for (JsonNode act : rule.path("acts")) {
                    if (rule.path("id").asText().equals("G41")) {
                        Person.Answer answer = who.post(
                                "/v1/decisions", Map.of("act", act.asText(), "object", draft, "input", Map.of()));
                        if (answer.status() == 400) {
                            answer = who.post("/v1/decisions", Map.of("act", act.asText()));
                        }
                        if (answer.status() == 200) {
                            judged.add(act.asText());
                        }
                    }
                }
            }
        }
        assertTrue(judged.size() > 100, judged.toString());
        assertEquals(before, counts());
        // The steps of modules that are watched since the start come in between.
        long others = records() - records - judged.size();
        assertTrue(others >= 0 && others <= 12, () -> others + " records more");
        assertEquals("DRAFT", cop.get("/v1/signals/" + draft).is(200).text("state"));
    }

    @Test
    @Order(5)
    void authzenAsksAboutTheCallerOnly() {
        String self = cop.get("/v1/session").is(200).id();
        Map<String, Object> resource = Map.of("type", "signal", "id", draft);
        Person.Answer mine = cop.post(
                        "/access/v1/evaluation",
                        Map.of(
                                "subject", Map.of("type", "account", "id", self),
                                "action", Map.of("name", "SEE_SIGNAL"),
                                "resource", resource),
                        "X-Request-ID",
                        "r-1")
                .is(200);
        assertTrue(mine.at("decision").asBoolean(), mine.toString());
        Person.Answer others = stranger.post(
                        "/access/v1/evaluation",
                        Map.of(
                                "subject", Map.of("type", "account", "id", self),
                                "action", Map.of("name", "SEE_SIGNAL"),
                                "resource", resource))
                .is(200);
        assertFalse(others.at("decision").asBoolean(true));
        assertEquals("G41", others.text("context/refusals/0/rule"));
        platform.nobody().post("/access/v1/evaluation", Map.of()).is(401);
    }

    // Policy and advices

    @Test
    @Order(6)
    void thePolicyChangesWithTheCommitteesAdviceOnly() {
        admin.patch("/v1/policy", Map.of("recognitions", 2)).is(403).refusedBy("G47");
        cop.post("/v1/rac-advices", advice()).is(403).refusedBy("G41");
        String advice = platform.as("commissielid")
                .post("/v1/rac-advices", advice())
                .is(201)
                .id();
        admin.patch("/v1/policy", Map.of("recognitions", 2, "advice", advice)).is(200);
        admin.patch("/v1/policy", Map.of("recognitions", 3, "advice", advice)).refusedBy("G47");
        String next = platform.as("commissielid")
                .post("/v1/rac-advices", advice())
                .is(201)
                .id();
        admin.patch("/v1/policy", Map.of("recognitions", 3, "advice", next), "\"1\"")
                .is(412);
        Person.Answer policy = cop.get("/v1/policy").is(200);
        assertEquals(2, policy.at("recognitions").asInt());
        assertEquals(advice, policy.text("changes/0/advice"));
        assertTrue(cop.get("/v1/rules").is(200).text("version").contains("/2"));
    }

    private static Map<String, Object> advice() {
        return Map.of(
                "reference", "RAC 2026-1", "about", "twee herkenningen", "date", "2026-01-12", "outcome", "POSITIVE");
    }

    // The log

    @Test
    @Order(7)
    void theLogTellsWhoAskedWhatAndWhoLooked() {
        Person officer = platform.as("privacy");
        officer.post("/v1/log/_search", Map.of()).is(403).refusedBy("G44");
        cop.post("/v1/log/_search", Map.of("purpose", "LAWFULNESS", "reason", "nieuwsgierig"))
                .is(403)
                .refusedBy("G41");
        JsonNode found = officer.post(
                        "/v1/log/_search",
                        Map.of(
                                "purpose", "LAWFULNESS",
                                "reason", "steekproef",
                                "object", draft,
                                "act", "REPORT_SIGNAL",
                                "rule", "G04"))
                .is(200)
                .at("items");
        List<String> results = new ArrayList<>();
        found.forEach(r -> results.add(r.path("result").asText()));
        assertTrue(results.containsAll(List.of("WOULD_BE_REFUSED", "REFUSED")), results.toString());
        JsonNode looked = officer.post(
                        "/v1/log/_search",
                        Map.of(
                                "purpose",
                                "INTERNAL_CHECK",
                                "reason",
                                "wie keek er",
                                "act",
                                "READ_LOG",
                                "result",
                                "PERMITTED"))
                .is(200)
                .at("items");
        assertEquals("steekproef", looked.get(0).path("reason").asText());
        assertTrue(officer.post("/v1/log/verification").is(200).at("whole").asBoolean());
    }

    // The command

    private static Platform.Result run(String who, String... words) {
        return platform.run(Map.of("KNELPUNT_TOKEN", platform.token(who), "LANG", "nl_NL.UTF-8"), words);
    }

    @Test
    @Order(8)
    void theCommandAsksWhetherOneMay() throws Exception {
        Platform.Result yes =
                run("agent", "may", "see-signal", draft, "--lang", "nl").ok();
        assertTrue(yes.out().contains("Dit mag."), yes.out());
        Path input = Files.writeString(folder.resolve("input.json"), "{\"title\":\"Anders\"}");
        run("agent", "may", "COMPLETE_DRAFT", draft, "--input", input.toString())
                .ok();

        Platform.Result no = run("agent", "may", "report-signal", draft, "--lang", "en");
        assertEquals(3, no.code(), no.out());
        assertTrue(no.out().contains("G04 (Bgs 2.16(1)(b)"), no.out());
        assertTrue(no.out().contains("What you can do: "), no.out());
        Platform.Result json = run("ambtenaar", "may", "see-signal", draft, "--json");
        assertEquals(3, json.code());
        assertEquals("G41", JSON.readTree(json.out()).at("/refusals/0/rule").asText());

        Platform.Result unknown = run("agent", "may", "fly");
        assertEquals(1, unknown.code(), unknown.out());
        assertEquals(2, run("agent", "may").code());
        assertEquals(2, run("agent", "may", "see-signal", draft, "--lang", "fr").code());
    }

    @Test
    @Order(9)
    void theCommandListsTheRulesAndChangesThePolicy() throws Exception {
        Platform.Result rules = run("agent", "rules", "--lang", "en").ok();
        assertTrue(rules.out().contains("G41 (law; Wgs 1.8(2)"), rules.out());
        assertTrue(JSON.readTree(run("agent", "rules", "--json").ok().out())
                        .path("items")
                        .size()
                > 50);

        String advice = platform.as("commissielid")
                .post("/v1/rac-advices", advice())
                .is(201)
                .id();
        Platform.Result set = run(
                        Platform.ADMIN,
                        "policy",
                        "set",
                        "--advice",
                        advice,
                        "--recognitions",
                        "1",
                        "--fiod",
                        "tax-administration",
                        "--switch-off",
                        "g22")
                .ok();
        assertTrue(set.out().contains("version 3"), set.out());
        Platform.Result shown = run("agent", "policy", "show").ok();
        assertTrue(shown.out().contains("switchedOff: [\"G22\"]"), shown.out());
        assertTrue(shown.out().contains("fiod: TAX_ADMINISTRATION"), shown.out());
        assertTrue(run("agent", "rules", "--lang", "nl").ok().out().contains("Wgs 1.7(5), 2.17) UIT"));
        assertEquals(
                1,
                run(Platform.ADMIN, "policy", "set", "--quorum", "2", "--advice", advice)
                        .code());
        assertEquals(2, run(Platform.ADMIN, "policy", "set", "--quorum", "half").code());
    }

    @Test
    @Order(10)
    void theCommandReadsTheLogForAPurpose() throws Exception {
        Platform.Result shown = run(
                        "privacy",
                        "log",
                        "show",
                        "--purpose",
                        "lawfulness",
                        "--reason",
                        "steekproef",
                        "--act",
                        "report-signal",
                        "--result",
                        "would-be-refused")
                .ok();
        assertTrue(shown.out().contains("REPORT_SIGNAL  WOULD_BE_REFUSED"), shown.out());
        Platform.Result exported = run(
                        "privacy", "log", "export", "--purpose", "security", "--reason", "kopie voor de audit")
                .ok();
        List<String> lines = exported.out().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(i + 1, JSON.readTree(lines.get(i)).path("sequence").asLong());
        }
        assertTrue(lines.size() > 100);
        assertEquals(2, run("privacy", "log", "show", "--reason", "x").code());
        assertEquals(
                1,
                run("agent", "log", "show", "--purpose", "security", "--reason", "x")
                        .code());
    }

    @Test
    @Order(11)
    void whoHasNotAcknowledgedSecrecyIsToldHow() {
        platform.appoint("nieuw", POLICE, "POLITIE", "WORKER");
        Map<String, String> me = Map.of("KNELPUNT_NAME", "nieuw", "KNELPUNT_PASSWORD", Platform.PASSWORD);
        assertTrue(platform.nobody()
                .post("/v1/session", Map.of("name", "nieuw", "password", Platform.PASSWORD))
                .is(201)
                .at("secrecyToAcknowledge")
                .asBoolean());

        Platform.Result refused = platform.run(me, "may", "list-signals");
        assertEquals(3, refused.code(), refused.out());
        assertTrue(refused.out().contains("G49") && refused.out().contains("knelpunt secrecy"), refused.out());
        Platform.Result text = platform.run(me, "secrecy", "--lang", "nl");
        assertEquals(1, text.code());
        assertTrue(text.out().contains("artikel 1.11"), text.out());
        assertTrue(text.out().contains("--yes"), text.out());
        platform.run(me, "secrecy", "--yes").ok();
        platform.run(me, "may", "list-signals").ok();
    }

    @Test
    @Order(12)
    void aWithdrawnAccountCanDoNothingAnyMore() {
        Person fresh = platform.as("nieuw");
        fresh.get("/v1/signals").is(200);
        run(Platform.ADMIN, "accounts", "qualify", "nieuw", "--trained-until", "2020-01-31")
                .ok();
        fresh.get("/v1/signals").refusedBy("G41");
        Platform.Result renewed = run(Platform.ADMIN, "accounts", "qualify", "nieuw", "--trained-until", "2099-01-31")
                .ok();
        assertTrue(renewed.out().contains("nieuw is screened, trained until 2099-01-31"), renewed.out());
        fresh.get("/v1/signals").is(200);
        assertEquals(1, run(Platform.ADMIN, "accounts", "withdraw", "niemand").code());
        Platform.Result withdrawn =
                run(Platform.ADMIN, "accounts", "withdraw", "nieuw").ok();
        assertTrue(withdrawn.out().contains("nieuw is withdrawn"), withdrawn.out());
        fresh.get("/v1/signals").is(401);
        platform.nobody()
                .post("/v1/session", Map.of("name", "nieuw", "password", Platform.PASSWORD))
                .is(403)
                .refusedBy("G41");
        run(Platform.ADMIN, "accounts", "withdraw", "nieuw").ok();
    }
}
