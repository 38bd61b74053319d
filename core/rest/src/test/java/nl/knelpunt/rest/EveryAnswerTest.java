package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every answer, whatever was asked. */
class EveryAnswerTest {

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static void assertProtected(Reply reply) {
        assertEquals("1.0.0", reply.header("API-Version"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("default-src 'none'; frame-ancestors 'none'", reply.header("Content-Security-Policy"));
        assertEquals("no-referrer", reply.header("Referrer-Policy"));
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertEquals("DENY", reply.header("X-Frame-Options"));
        assertTrue(reply.header("Strict-Transport-Security").startsWith("max-age="));
    }

    private static void assertProblem(int status, Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        assertEquals("application/problem+json", reply.header("Content-Type"));
        assertEquals(status, reply.json().get("status").asInt());
        assertTrue(reply.json().get("instance").asText().startsWith("urn:uuid:"));
        assertFalse(reply.json().get("title").asText().isBlank());
        assertFalse(reply.json().get("detail").asText().isBlank());
        assertProtected(reply);
    }

    @Test
    void goodAnswersAreProtected() throws Exception {
        api.signals.when("list", a -> new Page<>(List.of(), null));
        api.accounts.when("signOut", a -> null);

        assertProtected(api.get("/v1/signals"));
        assertProtected(api.send(api.anonymous("/v1/health")));
        Reply gone = api.send(api.request("/v1/session").DELETE());
        assertEquals(204, gone.status());
        assertProtected(gone);
    }

    @Test
    void everyOperationButTheOpenOnesWantsASignIn() throws Exception {
        RouteTable table = new RouteTable(api.use, new HealthResource(api.use, "1"));
        for (Route route : table.routes()) {
            String path = route.base() + route.path().replaceAll("\\{\\w+}", Api.ID.toString());
            Reply reply = api.send(api.anonymous(path).method(route.method(), BodyPublishers.ofString("{}")));
            if (route.access() != Route.Access.OPEN) {
                assertProblem(401, reply);
                assertEquals("Bearer", reply.header("WWW-Authenticate"));
            }
        }
        assertEquals(
                List.of("getHealth", "getOpenApi", "signIn"),
                table.routes().stream()
                        .filter(r -> r.access() == Route.Access.OPEN)
                        .map(r -> r.operationId())
                        .sorted()
                        .toList());
    }

    @Test
    void anUnknownTokenIsNobody() throws Exception {
        for (String header : List.of("Bearer something-else", "Bearer ", "Basic " + Api.TOKEN, Api.TOKEN)) {
            assertProblem(401, api.send(api.anonymous("/v1/signals").header("Authorization", header)));
        }
        assertProblem(401, api.send(api.anonymous("/v1/signals?token=" + Api.TOKEN)));
    }

    @Test
    void unknownPathsAreNotFound() throws Exception {
        for (String path :
                List.of("/v1/", "/v1/nothing", "/v1/signals/", "/v1/signals/x/report/", "/v1/signals/x/y/z")) {
            assertProblem(404, api.get(path));
        }
    }

    @Test
    void anUnknownMethodHearsWhichThereAre() throws Exception {
        Reply reply = api.send(api.request("/v1/signals/" + Api.ID).PUT(BodyPublishers.ofString("{}")));
        assertProblem(405, reply);
        assertEquals("DELETE, GET, HEAD, PATCH", reply.header("Allow"));
        assertProblem(405, api.send(api.request("/v1/signals").method("OPTIONS", BodyPublishers.noBody())));
    }

    @Test
    void whatIsRefusedUnreadDoesNotSpoilTheConnection() throws Exception {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", api.port())) {
            socket.setSoTimeout(20_000);
            String small = "POST /v1/signals HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nx{}[]";
            String large = "POST /v1/signals HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n\r\nx";
            socket.getOutputStream().write((small + large).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answers =
                    new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(3, answers.split("HTTP/1.1 401").length, "both are answered, and then it is closed");
            assertEquals(2, answers.split("Connection: close").length);
        }
    }

    @Test
    void headAnswersAsGetWithoutContent() throws Exception {
        Reply reply = api.send(api.anonymous("/v1/health").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, reply.status());
        assertEquals("", reply.text());
        assertProtected(reply);
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        Reply reply = api.send(
                api.request("/v1/signals").header("Content-Type", "text/xml").POST(BodyPublishers.ofString("<x/>")));
        assertProblem(415, reply);
        assertEquals("application/json", reply.header("Accept"));

        Reply patch = api.send(api.request("/v1/signals/" + Api.ID)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .method("PATCH", BodyPublishers.ofString("{}")));
        assertProblem(415, patch);
        assertEquals("application/merge-patch+json", patch.header("Accept-Patch"));
    }

    @Test
    void moreThanOneMebibyteOfJsonIsRefused() throws Exception {
        String large = "{\"title\":\"" + "x".repeat(Json.MOST_BYTES) + "\"}";
        assertProblem(413, api.post("/v1/signals", large));
        byte[] bytes = large.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertProblem(
                413,
                api.send(api.request("/v1/signals")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)))));
    }

    @Test
    void dutchUnlessEnglishIsPreferred() throws Exception {
        api.signals.when("report", a -> {
            throw new RefusedException(List.of(Examples.NO_MANIFESTATION));
        });
        String path = "/v1/signals/" + Api.ID + "/report";

        Reply dutch = api.post(path, "");
        assertEquals("nl", dutch.header("Content-Language"));
        assertEquals("Geweigerd", dutch.json().get("title").asText());
        assertEquals(
                "Noem een verschijningsvorm.",
                dutch.json().at("/refusals/0/message").asText());

        for (String accepted : List.of("en", "en-GB,en;q=0.9,nl;q=0.8", "fr, en;q=0.5")) {
            Reply english = api.send(
                    api.request(path).header("Accept-Language", accepted).POST(BodyPublishers.noBody()));
            assertEquals("en", english.header("Content-Language"), accepted);
            assertEquals("Refused", english.json().get("title").asText());
            assertEquals(
                    "Name a manifestation.",
                    english.json().at("/refusals/0/message").asText());
            assertEquals("Choose one.", english.json().at("/refusals/0/remedy").asText());
        }
        for (String accepted : List.of("nl,en;q=0.5", "fr", ";;;", "*")) {
            Reply other = api.send(
                    api.request(path).header("Accept-Language", accepted).POST(BodyPublishers.noBody()));
            assertEquals("nl", other.header("Content-Language"), accepted);
        }
    }

    @Test
    void theTraceOfTheCallerIsKept() throws Exception {
        api.signals.when("list", a -> new Page<>(List.of(), null));

        api.send(api.request("/v1/signals")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertEquals(
                "0af76519-16cd-43dd-8448-eb211c80319c",
                api.signals.last().argument(0, Call.class).trace().toString());

        for (String wrong : List.of("00-00000000000000000000000000000000-b7ad6b7169203331-01", "x", "")) {
            api.send(api.request("/v1/signals").header("traceparent", wrong));
            assertEquals(7, api.signals.last().argument(0, Call.class).trace().version());
        }
    }

    @Test
    void theCallSaysWhoAndFromWhere() throws Exception {
        api.signals.when("list", a -> new Page<>(List.of(), null));

        api.get("/v1/signals");

        Call call = api.signals.last().argument(0, Call.class);
        assertEquals(Api.CALLER, call.caller());
        assertEquals("127.0.0.1", call.origin());
    }

    @Test
    void whatNobodyExpectedTellsNothingOfTheInside() throws Exception {
        for (Throwable thrown : List.of(
                new IllegalStateException("secret BSN 999990019"),
                new NoClassDefFoundError("nl/secret/Gone"),
                new StackOverflowError())) {
            api.signals.when("list", a -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            });
            Reply reply = api.get("/v1/signals");
            assertProblem(500, reply);
            assertFalse(reply.text().contains("secret"));
            assertFalse(reply.text().contains("Exception"));
        }
    }

    @Test
    void theLogOfTheUnexpectedHoldsNoContent() {
        String logged = Problems.withoutContent(
                new IllegalStateException("BSN 999990019", new RuntimeException("naam: J. de Tester")));
        assertTrue(logged.contains("java.lang.IllegalStateException\n\tat "));
        assertTrue(logged.contains("Caused by: java.lang.RuntimeException"));
        assertFalse(logged.contains("999990019"));
        assertFalse(logged.contains("Tester"));
    }

    @Test
    void unknownOrDoubleQueryParametersAreRefused() throws Exception {
        assertProblem(400, api.get("/v1/signals?page=2"));
        assertProblem(400, api.get("/v1/signals?limit=1&limit=2"));
        Reply limit = api.get("/v1/signals?limit=101");
        assertProblem(400, limit);
        assertEquals(List.of("limit"), limit.fields());
        assertProblem(400, api.get("/v1/signals?limit=0"));
        assertProblem(400, api.get("/v1/signals?after=x"));
        assertTrue(api.signals.asked().isEmpty());
    }

    @Test
    void aServiceThatIsNotThereYetIsWaitedFor() throws Exception {
        api.use.signals = null;
        Reply reply = api.get("/v1/signals");
        assertProblem(503, reply);
        assertEquals("1", reply.header("Retry-After"));
        assertNotNull(reply.json().get("detail"));

        api.use.accounts = null;
        assertProblem(503, api.get("/v1/signals"));
    }

    @Test
    void nobodyIsAskedTwiceWhoIsSignedOut() throws Exception {
        api.accounts.when("authenticate", a -> Optional.empty());
        assertProblem(401, api.get("/v1/signals"));
        assertTrue(api.signals.asked().isEmpty());
    }
}
