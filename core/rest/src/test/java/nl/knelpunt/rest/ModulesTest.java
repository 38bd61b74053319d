package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModulesTest {

    private static final String JAR = "a".repeat(64);
    private static final String OLDER = "b".repeat(64);
    private static final String PLAN = "c".repeat(64);
    private static final StagedModule STAGED = new StagedModule(
            JAR, "nl.knelpunt.police", "1.1.0", "police", "d".repeat(64), 2, true, "ada", Examples.NOW, "1.0");
    private static final Generation NEW =
            new Generation(JAR, new Configuration(2, Map.of("key", List.of("s3cret"), "url", List.of("here"))));
    private static final Generation OLD = new Generation(OLDER, Configuration.NONE);

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
        api.modules.when("staged", a -> List.of(STAGED));
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static Swap swap(Swap.Step... steps) {
        List<Swap.Passed> passed = java.util.Arrays.stream(steps)
                .map(s -> new Swap.Passed(s, Examples.NOW))
                .toList();
        return new Swap(
                Api.ID,
                "police",
                PLAN,
                Swap.Operation.PHASE_IN,
                OLD,
                NEW,
                passed,
                new Swap.Counters(9, 6, 2, 1),
                null,
                "ada",
                List.of("bea"));
    }

    private static ModulePlan plan(ModulePlan.Refusal... refusals) {
        return new ModulePlan(
                PLAN,
                "police",
                3,
                Swap.Operation.PHASE_IN,
                OLD,
                NEW,
                List.of(),
                List.of("category CONTACT"),
                List.of("key", "url"),
                List.of(),
                true,
                List.of(refusals),
                List.of(new Text("let op", "look")),
                null,
                null,
                List.of(),
                "ada",
                Examples.NOW,
                List.of());
    }

    private static Modules.Status status(Module module, long calls, long errors) {
        return new Modules.Status(
                module,
                List.of(STAGED),
                Optional.ofNullable(module.quarantine() == null ? module.active() : null),
                2,
                new Modules.Health(calls, errors, 7, 40),
                Optional.of(swap(Swap.Step.APPROVED, Swap.Step.DONE)),
                List.of());
    }

    private static Module police() {
        return new Module("police", 4, NEW, List.of(OLD), null, null);
    }

    private static Attribute attribute(String id, boolean secret) {
        return new Attribute(
                id,
                new Text(id, id),
                null,
                secret ? "Password" : "String",
                secret,
                false,
                false,
                List.of("default"),
                List.of(),
                null,
                null);
    }

    @Test
    void theListSaysWhatRunsHowItIsAndWhatWasLastDone() throws Exception {
        api.modules.when("list", a -> List.of(status(police(), 200, 1)));
        JsonNode one = api.get("/v1/modules").json().at("/items/0");
        assertEquals("1.1.0", one.at("/runs/version").asText());
        assertEquals("[\"key\",\"url\"]", one.at("/runs/configured").toString());
        assertEquals(OLDER, one.at("/before/0/digest").asText());
        assertEquals("DONE", one.at("/swap/step").asText());
        assertEquals("OK", one.at("/health/status").asText());
        assertTrue(one.at("/health/satisfied").asBoolean());
        assertEquals(0.005, one.at("/health/errorRate").asDouble());
        assertEquals(2, one.at("/health/inFlight").asInt());
        assertFalse(one.toString().contains("s3cret"));
        assertEquals("\"4\"", api.get("/v1/modules/police").header("ETag"));
        assertEquals(400, api.get("/v1/modules/customs").status());
    }

    @Test
    void aModuleThatFailsOrDoesNotServeSaysSo() throws Exception {
        api.modules.when("list", a -> List.of(status(police(), 100, 10)));
        assertEquals(
                "WARN",
                api.get("/v1/modules/police").json().at("/health/status").asText());
        Module held = police().quarantined(new Module.Quarantine(
                new Text("Te veel fouten.", "Too many errors."), "platform", Examples.NOW));
        api.modules.when("list", a -> List.of(status(held, 100, 10)));
        JsonNode health = api.get("/v1/modules/police").json().get("health");
        assertEquals("CRITICAL", health.get("status").asText());
        assertFalse(health.get("started").asBoolean());
        assertTrue(health.at("/message/nl").asText().contains("staat in quarantaine: Te veel fouten."));
    }

    @Test
    void healthTellsOfModulesToWhoMaySeeThem() throws Exception {
        api.modules.when("list", a -> List.of(status(police(), 0, 0)));
        assertFalse(api.send(api.anonymous("/v1/health")).json().has("modules"));
        JsonNode modules = api.get("/v1/health?details=true").json().get("modules");
        assertEquals("police", modules.at("/0/kind").asText());
        assertEquals(401, api.send(api.anonymous("/v1/health?details=true")).status());
        api.modules.when("list", a -> {
            throw new RefusedException(List.of(Examples.NO_MANIFESTATION));
        });
        assertEquals(403, api.get("/v1/health?details=true").status());
    }

    private Reply send(String type, byte[] jar) throws Exception {
        return api.send(
                api.request("/v1/staged-modules").header("Content-Type", type).POST(BodyPublishers.ofByteArray(jar)));
    }

    @Test
    void aJarIsStreamedToTheEngine() throws Exception {
        api.modules.when("stage", a -> {
            assertEquals(1 << 20, ((InputStream) a[1]).readAllBytes().length);
            return STAGED;
        });
        Reply staged = send("application/java-archive", new byte[1 << 20]);
        assertEquals(201, staged.status(), staged::text);
        assertEquals(JAR, staged.json().get("digest").asText());
        assertEquals(415, send("application/json", new byte[1]).status());
    }

    @Test
    void theReceiptOfTheTckComesInAHeader() throws Exception {
        api.modules.when("stage", a -> {
            assertEquals("{}", new String((byte[]) a[2], java.nio.charset.StandardCharsets.UTF_8));
            return STAGED;
        });
        Reply staged = api.send(api.request("/v1/staged-modules")
                .header("Content-Type", "application/java-archive")
                .header("Tck-Receipt", "e30=")
                .POST(BodyPublishers.ofByteArray(new byte[10])));
        assertEquals(201, staged.status(), staged::text);
        assertEquals("1.0", staged.json().get("tck").asText());
        for (String wrong : List.of("{}", "e30=" + "A".repeat(6_000))) {
            Reply refused = api.send(api.request("/v1/staged-modules")
                    .header("Content-Type", "application/java-archive")
                    .header("Tck-Receipt", wrong)
                    .POST(BodyPublishers.ofByteArray(new byte[10])));
            assertEquals(400, refused.status(), refused::text);
        }
    }

    @Test
    void aJarThatIsTooLargeIsStopped() throws Exception {
        api.modules.when("stage", a -> {
            ((InputStream) a[1]).readAllBytes();
            return STAGED;
        });
        Reply reply = api.send(api.request("/v1/staged-modules")
                .header("Content-Type", "application/java-archive")
                .POST(BodyPublishers.ofInputStream(() -> new InputStream() {
                    private long left = ModuleResource.MOST_BYTES + 1;

                    @Override
                    public int read() {
                        return left-- > 0 ? 0 : -1;
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) {
                        int part = (int) Math.min(length, left);
                        left -= Math.max(part, 0);
                        return part <= 0 ? -1 : part;
                    }
                })));
        assertEquals(413, reply.status(), reply::text);
    }

    @Test
    void aJarThatIsNoSoundModuleIsToldInBothLanguages() throws Exception {
        api.modules.when("stage", a -> {
            throw new ModuleRefusedException(List.of(
                    new Text("De jar is niet ondertekend.", "The jar is not signed."),
                    new Text("En meer.", "And more.")));
        });
        Reply dutch = send("application/java-archive", new byte[10]);
        assertEquals(422, dutch.status());
        assertEquals(
                "De jar is niet ondertekend. En meer.",
                dutch.json().get("detail").asText());
        Reply english = api.send(api.request("/v1/staged-modules")
                .header("Content-Type", "application/java-archive")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofByteArray(new byte[10])));
        assertEquals(
                "The jar is not signed. And more.", english.json().get("detail").asText());
    }

    @Test
    void aPlanShowsAllThatWouldBeDoneAndTheResolversWordsOnlyWhenAsked() throws Exception {
        ModulePlan.Refusal refusal = new ModulePlan.Refusal(
                new Text("Heeft API 1.3 nodig; dit platform heeft 1.2.", "Needs API 1.3; this platform has 1.2."),
                "Unable to resolve [42](R 42.0)");
        api.modules.when("plan", a -> plan(refusal));
        String body = "{\"kind\":\"police\",\"digest\":\"" + JAR
                + "\",\"configuration\":[{\"name\":\"url\",\"values\":[\"there\"]},{\"name\":\"key\"}]}";
        Reply planned = api.post("/v1/module-plans", body);
        assertEquals(201, planned.status(), planned::text);
        assertEquals("/v1/module-plans/" + PLAN, planned.header("Location"));
        JsonNode plan = planned.json();
        assertEquals(PLAN, plan.get("digest").asText());
        assertFalse(plan.get("possible").asBoolean());
        assertEquals(
                "Needs API 1.3; this platform has 1.2.",
                plan.at("/refusals/0/reason/en").asText());
        assertFalse(plan.at("/refusals/0").has("detail"));
        assertEquals("category CONTACT", plan.at("/newly/0").asText());
        assertEquals("[\"key\",\"url\"]", plan.get("changes").toString());
        assertFalse(planned.text().contains("s3cret"));
        assertEquals(
                "Unable to resolve [42](R 42.0)",
                api.post("/v1/module-plans?detail=true", body)
                        .json()
                        .at("/refusals/0/detail")
                        .asText());
        Modules.Wanted wanted = asked("plan").argument(1, Modules.Wanted.class);
        assertEquals(Map.of("url", List.of("there"), "key", List.of()), wanted.configuration());
        assertEquals(
                "Unable to resolve [42](R 42.0)",
                api.get("/v1/module-plans/" + PLAN + "?detail=true")
                        .json()
                        .at("/refusals/0/detail")
                        .asText());
    }

    private Fake.Asked asked(String method) {
        return api.modules.asked().stream()
                .filter(a -> a.method().equals(method))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void aPlanIsCarriedOutOnceApprovedAndItsProgressCanBeRead() throws Exception {
        api.modules
                .when("approve", a -> Api.done("APPROVED", 2))
                .when("apply", a -> swap(Swap.Step.APPROVED))
                .when("swap", a -> swap(Swap.Step.APPROVED, Swap.Step.CANDIDATE));
        Reply approved = api.post("/v1/module-plans/" + PLAN + "/approval", "");
        assertEquals(201, approved.status(), approved::text);
        Reply begun = api.post("/v1/module-plans/" + PLAN + "/swap", "");
        assertEquals(201, begun.status(), begun::text);
        assertEquals("/v1/module-swaps/" + Api.ID, begun.header("Location"));
        JsonNode progress = api.get(begun.header("Location")).json();
        assertEquals("CANDIDATE", progress.get("step").asText());
        assertFalse(progress.get("ended").asBoolean());
        assertEquals(9, progress.at("/counters/accepted").asInt());
        assertEquals("[\"bea\"]", progress.get("approvers").toString());
    }

    @Test
    void plansThatCanStillBeCarriedOutAreListedForWhoHasToAgree() throws Exception {
        api.modules.when("plans", a -> List.of(plan()));
        JsonNode listed = api.get("/v1/module-plans").json();
        assertEquals(PLAN, listed.at("/items/0/digest").asText());
        assertEquals("/v1/module-plans/" + PLAN, listed.at("/items/0/href").asText());
    }

    @Test
    void whatChangedSinceThePlanIsAConflict() throws Exception {
        api.modules.when("apply", a -> {
            throw new ModuleRefusedException(List.of(new Text(
                    "Sinds dit plan is er iets veranderd. Maak een nieuw plan.",
                    "Something changed since this plan. Make a new plan.")));
        });
        Reply reply = api.post("/v1/module-plans/" + PLAN + "/swap", "");
        assertEquals(409, reply.status());
        assertEquals(
                "Sinds dit plan is er iets veranderd. Maak een nieuw plan.",
                reply.json().get("detail").asText());
    }

    @Test
    void removalIsPlannedOnlyByWhoSaysWhatHappensToTheData() throws Exception {
        api.modules.when("plan", a -> plan());
        Reply silent = api.post("/v1/modules/police/removal", "{}");
        assertEquals(400, silent.status());
        assertEquals(List.of("data"), silent.fields());
        assertEquals(
                201,
                api.post("/v1/modules/police/removal", "{\"data\":\"FREEZE\"}").status());
        Modules.Wanted wanted = asked("plan").argument(1, Modules.Wanted.class);
        assertEquals("police", wanted.kind());
        assertNull(wanted.digest());
    }

    @Test
    void whatRanBeforeIsGoneBackTo() throws Exception {
        api.modules.when("rollBack", a -> swap(Swap.Step.APPROVED));
        assertEquals(201, api.post("/v1/modules/police/rollback", "{}").status());
        assertNull(asked("rollBack").arguments().get(2));
        api.post("/v1/modules/police/rollback", "{\"digest\":\"" + OLDER + "\"}");
        assertEquals(OLDER, asked("rollBack").arguments().get(2));
    }

    @Test
    void aModuleIsHeldForAReasonAndReleased() throws Exception {
        api.modules.when("quarantine", a -> Api.done("QUARANTINED", 5)).when("release", a -> Api.done("RELEASED", 6));
        assertEquals(400, api.post("/v1/modules/police/quarantine", "{}").status());
        Reply held = api.post("/v1/modules/police/quarantine", "{\"reason\":\"te veel fouten\"}");
        assertEquals(201, held.status(), held::text);
        assertEquals("te veel fouten", asked("quarantine").arguments().get(2));
        assertEquals("\"6\"", api.post("/v1/modules/police/release", "").header("ETag"));
    }

    @Test
    void signersAreTrustedForKindsOfParticipants() throws Exception {
        Signer signer = new Signer("e".repeat(64), "CN=Politie", "pem", Set.of("police"), "ada", Examples.NOW, null);
        api.modules
                .when("trust", a -> signer)
                .when("signers", a -> List.of(signer))
                .when("distrust", a -> Api.done("DISTRUSTED", 1));
        Reply trusted = api.post("/v1/module-signers", "{\"certificate\":\"pem\",\"kinds\":[\"police\"]}");
        assertEquals(201, trusted.status(), trusted::text);
        assertEquals(
                "CN=Politie",
                api.get("/v1/module-signers").json().at("/items/0/name").asText());
        assertEquals(
                201,
                api.post("/v1/module-signers/" + "e".repeat(64) + "/withdrawal", "")
                        .status());
        assertEquals("e".repeat(64), asked("distrust").arguments().get(1));
        assertEquals(
                List.of("certificate", "kinds"),
                api.post("/v1/module-signers", "{}").fields());
    }

    @Test
    void aConfigurationIsShownWithoutItsSecrets() throws Exception {
        api.modules
                .when("list", a -> List.of(status(police(), 0, 0)))
                .when("attributes", a -> List.of(attribute("url", false), attribute("key", true)));
        Reply reply = api.get("/v1/modules/police/configuration");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"4\"", reply.header("ETag"));
        assertEquals("here", reply.json().at("/settings/0/values/0").asText());
        assertEquals("default", reply.json().at("/settings/0/defaults/0").asText());
        assertTrue(reply.json().at("/settings/1/configured").asBoolean());
        assertFalse(reply.json().at("/settings/1").has("values"));
        assertFalse(reply.json().at("/settings/1").has("defaults"));
        assertFalse(reply.text().contains("s3cret"));
    }

    @Test
    void whatIsNotNamedInAConfigurationHasItsDefaultAgainButForSecrets() throws Exception {
        api.modules
                .when("list", a -> List.of(status(police(), 0, 0)))
                .when("attributes", a -> List.of(attribute("url", false), attribute("key", true)))
                .when("plan", a -> plan());
        Reply reply = api.put("/v1/modules/police/configuration", "{\"settings\":[]}");
        assertEquals(200, reply.status(), reply::text);
        Modules.Wanted wanted = asked("plan").argument(1, Modules.Wanted.class);
        assertEquals(JAR, wanted.digest());
        assertEquals(Map.of("url", List.of()), wanted.configuration());
        Reply stale = api.send(api.request("/v1/modules/police/configuration")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"3\"")
                .PUT(BodyPublishers.ofString("{\"settings\":[]}")));
        assertEquals(412, stale.status());
        assertEquals(4, stale.json().get("currentVersion").asInt());
        assertEquals(
                400,
                api.put(
                                "/v1/modules/police/configuration",
                                "{\"settings\":[{\"name\":\"url\",\"values\":[\"a\"]},{\"name\":\"url\"}]}")
                        .status());
    }

    @Test
    void aRepeatedPlanIsMadeAnewSinceTheSameIsTheSame() throws Exception {
        api.modules.when("plan", a -> plan());
        Reply reply = api.send(api.request("/v1/module-plans")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString("{\"kind\":\"police\",\"digest\":\"" + JAR + "\"}")));
        assertEquals(201, reply.status(), reply::text);
        assertNull(asked("plan").argument(0, Call.class).idempotencyKey());
    }

    @Test
    void withoutARuntimeModulesAreOnTheirWay() throws Exception {
        api.use.modules = null;
        assertEquals(503, api.get("/v1/modules").status());
    }
}
