package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.oversight.LogReader;
import nl.knelpunt.engine.oversight.LogReading;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OversightTest {

    private static final Policy STRICTER =
            new Policy(2, 0.5, 0.6, 20, 2, Policy.Fiod.OTHER, null, Set.of("G38", "G22"));

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    // Policy

    @Test
    void thePolicyIsShownWithWhatItWasBefore() throws Exception {
        Reply first = api.get("/v1/policy");
        assertEquals("\"1\"", first.header("ETag"));
        assertEquals(
                "{\"version\":1,\"quorum\":0.5,\"majority\":0.5,\"draftDays\":30,\"recognitions\":1,\"fiod\":\"BLOCKED\","
                        + "\"switchedOff\":[],\"periods\":{\"reminderDays\":[90,30,7],\"destroyAfterClosureDays\":30,"
                        + "\"reviewHoldsMonths\":12,\"evaluateMonths\":12,\"keepBackupsDays\":30},"
                        + "\"limits\":{\"objectionDays\":14,\"consultationDays\":14,\"requestDays\":365,\"smallNumber\":3,"
                        + "\"recognitionDays\":30,\"smallestArea\":10},"
                        + "\"steering\":{\"leastRepresented\":0,\"consensus\":false,\"inMeetings\":false},"
                        + "\"recognitionHelp\":{\"on\":false,\"perPerson\":10,\"perParticipant\":50,\"keyDays\":90,"
                        + "\"overlapDays\":30},"
                        + "\"changes\":[]}",
                first.text());

        api.policies.when(
                "changes",
                a -> List.of(new PolicyChange(STRICTER, Api.ID, "omdat", List.of("RAC"), "sanne", Examples.NOW)));
        Reply changed = api.get("/v1/policy");
        assertEquals("\"2\"", changed.header("ETag"));
        assertEquals(2, changed.json().get("recognitions").asInt());
        assertEquals("[\"G22\",\"G38\"]", changed.json().get("switchedOff").toString());
        JsonNode change = changed.json().at("/changes/0");
        assertEquals(Api.ID.toString(), change.get("advice").asText());
        assertEquals("omdat", change.get("deviation").asText());
        assertEquals("sanne", change.get("actor").asText());
        assertEquals(0.6, change.get("majority").asDouble());
    }

    @Test
    void aPatchChangesOnlyWhatItNames() throws Exception {
        api.policies.when("change", a -> new Done(Api.ID, "CHANGED", 4));

        Reply reply = api.patch(
                "/v1/policy",
                "{\"recognitions\":3,\"limits\":{\"objectionDays\":21},\"automatedAnalysisDecree\":null,\"advice\":\""
                        + Api.ID + "\",\"deviation\":\"omdat\",\"reportedTo\":[\"RAC\",\"COORDINATING_FG\"]}");

        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"4\"", reply.header("ETag"));
        assertEquals(3L, api.policies.last().argument(0, Call.class).version());
        Policies.Wanted wanted = api.policies.last().argument(1, Policies.Wanted.class);
        assertEquals(Api.ID, wanted.advice());
        assertEquals("omdat", wanted.deviation());
        assertEquals(List.of("RAC", "COORDINATING_FG"), wanted.reportedTo());
        Policies.Values now = new Policies.Values(0.5, 0.6, 20, 2, Policy.Fiod.OTHER, "besluit", Set.of("G22"));
        assertEquals(
                new Policies.Values(
                        0.5,
                        0.6,
                        20,
                        3,
                        Policy.Fiod.OTHER,
                        null,
                        Set.of("G22"),
                        now.periods(),
                        new Policies.LimitValues(21, 14, 365, 3, 30, 10),
                        now.steering(),
                        now.help()),
                wanted.change().apply(now));
    }

    @Test
    void aPatchThatMakesNoSenseChangesNothing() throws Exception {
        assertEquals(
                List.of("fiod", "recognitions", "reportedTo[0]", "version"),
                api
                        .patch(
                                "/v1/policy",
                                "{\"recognitions\":\"two\",\"fiod\":\"MAYBE\",\"reportedTo\":[\"PRESS\"],\"version\":3}")
                        .fields()
                        .stream()
                        .sorted()
                        .toList());
        assertEquals(
                428,
                api.send(api.request("/v1/policy")
                                .header("Content-Type", "application/merge-patch+json")
                                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .status());
        assertTrue(api.policies.asked().isEmpty());
    }

    // Advices

    @Test
    void advicesAreRegisteredAndListed() throws Exception {
        RacAdvice.Matter matter =
                new RacAdvice.Matter(RacAdvice.Matter.Of.PROVISIONS, null, null, Recipient.Type.THIRD_PARTY, false);
        RacAdvice advice = new RacAdvice(
                Api.ID,
                "RAC 2026-3",
                "koppeling",
                LocalDate.parse("2026-02-01"),
                RacAdvice.Outcome.NEGATIVE,
                "te ruim",
                null,
                matter,
                null,
                null,
                Api.ID,
                Examples.NOW);
        api.advices
                .when("register", a -> Api.done("REGISTERED", 1))
                .when("list", a -> new Page<>(List.of(advice), Api.ID));

        Reply made = api.post(
                "/v1/rac-advices",
                "{\"reference\":\"RAC 2026-3\",\"about\":\"koppeling\",\"date\":\"2026-02-01\",\"outcome\":\"NEGATIVE\","
                        + "\"reasons\":\"te ruim\",\"matter\":{\"of\":\"PROVISIONS\",\"recipient\":\"THIRD_PARTY\"}}");

        assertEquals(201, made.status(), made::text);
        assertEquals(
                new Advices.NewAdvice(
                        "RAC 2026-3",
                        "koppeling",
                        LocalDate.parse("2026-02-01"),
                        RacAdvice.Outcome.NEGATIVE,
                        "te ruim",
                        null,
                        matter),
                api.advices.last().argument(1, Advices.NewAdvice.class));
        JsonNode list = api.get("/v1/rac-advices?limit=1").json();
        assertEquals("NEGATIVE", list.at("/items/0/outcome").asText());
        assertEquals("THIRD_PARTY", list.at("/items/0/matter/recipient").asText());
        assertEquals(
                "/v1/rac-advices?limit=1&after=" + Api.ID,
                list.at("/links/next").asText());
        assertEquals(
                List.of("reference", "about", "date", "outcome"),
                api.post("/v1/rac-advices", "{}").fields());
    }

    // The log

    @Test
    void theLogIsSearchedWithItsPurpose() throws Exception {
        UUID subject = UUID.fromString("01900000-0000-7000-8000-00000000000d");
        LogRecord shown = new LogRecord(
                7,
                Examples.NOW,
                Api.ID,
                "127.0.0.1",
                "sanne",
                "politie-noord",
                "SEE_SIGNAL",
                Api.ID,
                subject,
                List.of(Api.ID),
                LogRecord.Result.PERMITTED,
                List.of(),
                "2026.2/1",
                null,
                "aa",
                "bb");
        LogRecord looked = new LogRecord(
                8,
                Examples.NOW,
                Api.ID,
                "127.0.0.1",
                "pia",
                null,
                "READ_LOG",
                Api.ID,
                null,
                List.of(),
                LogRecord.Result.PERMITTED,
                List.of(),
                "2026.2/1",
                null,
                "bb",
                "cc");
        api.log.when(
                "read",
                a -> new LogReader.Part(
                        List.of(
                                new LogReader.Line(shown, null),
                                new LogReader.Line(looked, new LogReading(Api.ID, LogPurpose.SECURITY, "melding"))),
                        8L));

        Reply reply = api.post(
                "/v1/log/_search",
                "{\"purpose\":\"LAWFULNESS\",\"reason\":\"steekproef\",\"actor\":\"sanne\",\"act\":\"SEE_SIGNAL\",\"object\":\""
                        + Api.ID + "\",\"subject\":\"" + subject
                        + "\",\"result\":\"WOULD_BE_REFUSED\",\"rule\":\"G41\",\"participant\":\"politie-noord\","
                        + "\"from\":\"2026-01-01T00:00:00+01:00\",\"to\":\"2026-02-01T00:00:00Z\",\"after\":6,\"limit\":2}");

        assertEquals(200, reply.status(), reply::text);
        var asked = api.log.last();
        assertEquals(LogPurpose.LAWFULNESS, asked.arguments().get(1));
        assertEquals("steekproef", asked.arguments().get(2));
        assertEquals(
                new LogFilter(
                        "sanne",
                        "politie-noord",
                        "SEE_SIGNAL",
                        Api.ID,
                        subject,
                        LogRecord.Result.WOULD_BE_REFUSED,
                        "G41",
                        Instant.parse("2025-12-31T23:00:00Z"),
                        Instant.parse("2026-02-01T00:00:00Z")),
                asked.arguments().get(3));
        assertEquals(6L, asked.arguments().get(4));
        assertEquals(2, asked.arguments().get(5));
        assertEquals(8, reply.json().get("next").asLong());
        assertEquals("bb", reply.json().at("/items/0/hash").asText());
        assertTrue(reply.json().at("/items/0/purpose").isMissingNode());
        assertEquals("SECURITY", reply.json().at("/items/1/purpose").asText());
    }

    @Test
    void whetherAPurposeIsNeededTheGuardSays() throws Exception {
        api.log.when("read", a -> new LogReader.Part(List.of(), null));
        assertEquals("{\"items\":[]}", api.post("/v1/log/_search", "{}").text());
        assertNull(api.log.last().arguments().get(1));
        assertEquals(0L, api.log.last().arguments().get(4));
        assertEquals(100, api.log.last().arguments().get(5));
        assertEquals(
                List.of("purpose", "act", "from"),
                api.post("/v1/log/_search", "{\"purpose\":\"CURIOSITY\",\"act\":\"PEEK\",\"from\":\"2026-01-01\"}")
                        .fields());
    }

    // Rules and categories

    @Test
    void everyRuleIsListedAlsoWhatThisRiecDoesWithout() throws Exception {
        api.policies.when("rules", a -> RuleSet.of(LocalDate.parse("2026-03-01"), STRICTER));
        JsonNode rules = api.get("/v1/rules").json();
        assertTrue(rules.get("version").asText().endsWith("/2"));
        assertEquals("2026-03-01", rules.get("date").asText());
        assertTrue(rules.hasNonNull("checked"));
        List<String> ids = rules.get("items").findValuesAsText("id");
        assertEquals("G43", ids.get(0));
        assertEquals(ids.size(), Set.copyOf(ids).size());
        JsonNode evaluated = rules.get("items").get(ids.indexOf("G22"));
        assertTrue(evaluated.get("switchedOff").asBoolean());
        assertEquals("POLICY", evaluated.get("kind").asText());
        assertEquals("2025-03-01", evaluated.get("validFrom").asText());
        assertEquals("[\"PROLONGATION\"]", evaluated.get("moments").toString());
        assertEquals(
                "[\"VOTE_PROLONGATION\",\"PROLONG\"]", evaluated.get("acts").toString());
        assertTrue(evaluated.at("/message/nl").asText().contains("evaluatie"));
        assertTrue(evaluated.at("/remedy/en").asText().contains("evaluation"));
        assertFalse(
                rules.get("items").get(ids.indexOf("G01")).get("switchedOff").asBoolean());
    }

    @Test
    void theRulesOfTheModulesStandAfterThoseOfTheLaw() throws Exception {
        Text text = new Text("Eerst uw eigen toets.", "Your own test first.");
        Rule ours = new Rule(
                "police:P1", Rule.Kind.SECTOR, "Wpg 3", LocalDate.parse("2026-01-01"), null, text, text, List.of());
        api.policies.when(
                "rules", a -> RuleSet.of(LocalDate.parse("2026-03-01"), Policy.DEFAULT, List.of(ours), "police-1.0.0"));
        JsonNode rules = api.get("/v1/rules").json();
        assertTrue(rules.get("version").asText().endsWith("police-1.0.0"));
        JsonNode last = rules.get("items").get(rules.get("items").size() - 1);
        assertEquals("police:P1", last.get("id").asText());
        assertEquals("SECTOR", last.get("kind").asText());
        assertEquals("Your own test first.", last.at("/message/en").asText());
    }

    @Test
    void aCategorySaysFromWhichPhaseAndByWhom() throws Exception {
        JsonNode categories = api.get("/v1/data-categories").json();
        assertEquals("BLOCKED", categories.get("fiod").asText());
        assertEquals(
                "[\"IND\"]", of(categories, "RESIDENCE_STATUS").get("suppliers").toString());
        assertEquals(3, of(categories, "POLICE_9_10").get("phase").asInt());
        assertFalse(of(categories, "NATIONALITY").has("phase"));
        assertEquals("[]", of(categories, "SPECIAL").get("suppliers").toString());
        assertFalse(of(categories, "FINANCIAL").get("suppliers").toString().contains("FIOD"));

        api.policies.when("current", a -> STRICTER);
        assertTrue(of(api.get("/v1/data-categories").json(), "FINANCIAL")
                .get("suppliers")
                .toString()
                .contains("FIOD"));
    }

    private static JsonNode of(JsonNode categories, String code) {
        for (JsonNode category : categories.get("items")) {
            if (category.get("code").asText().equals(code)) {
                return category;
            }
        }
        throw new AssertionError(code);
    }
}
