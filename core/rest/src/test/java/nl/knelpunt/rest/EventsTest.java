package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.ForgottenException;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens, page by page and as a stream. */
class EventsTest {

    private static final EventStreams.Limits LIMITS =
            new EventStreams.Limits(Duration.ofMillis(200), Duration.ofMillis(500), 3, 2);
    private static final UUID EVENT = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final int TIMEOUT = 60_000;

    private final BlockingQueue<List<CloudEvent>> happening = new LinkedBlockingQueue<>();
    private final List<Socket> followers = new ArrayList<>();
    private final Api api = start();

    private static Api start() {
        try {
            return new Api(LIMITS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket follower : followers) {
            follower.close();
        }
        api.close();
    }

    private static CloudEvent event(UUID id) {
        return new CloudEvent(
                "1.0",
                id,
                "urn:nld:riec-noord-holland:systeem:knelpunt",
                "nl.knelpunt.signal.reported",
                Api.ID,
                Instant.parse("2026-05-04T10:00:00Z"),
                "/v1/signals/" + Api.ID);
    }

    private Events.Follower follower() {
        return atMost -> {
            List<CloudEvent> next = happening.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return next == null ? List.of() : next;
        };
    }

    /** A connection of somebody who follows; the test reads what comes. */
    private BufferedReader follow(String... headers) throws IOException {
        Socket socket = new Socket("127.0.0.1", api.port());
        socket.setSoTimeout(TIMEOUT);
        followers.add(socket);
        String request = "GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + "Authorization: Bearer " + Api.TOKEN + "\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String until(BufferedReader stream, String beginning) throws IOException {
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        return null;
    }

    private static boolean ends(BufferedReader stream) throws IOException {
        try {
            String line = stream.readLine();
            while (line != null && !line.equals("0")) {
                line = stream.readLine();
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            // Reset: that is an end, too.
            return true;
        }
    }

    // Pages

    @Test
    void theLatestComeOnOnePageWhenAskedFor() throws Exception {
        api.events.when("newest", a -> List.of(event(EVENT)));
        Reply latest = api.get("/v1/events?newest=true&limit=6");
        assertEquals(200, latest.status());
        assertEquals(EVENT.toString(), latest.json().at("/items/0/id").asText());
        assertTrue(latest.json().at("/links/next").isMissingNode());
        assertEquals(400, api.get("/v1/events?newest=yes").status());
    }

    @Test
    void aPageHoldsCloudEventsWithoutData() throws Exception {
        api.events.when("list", a -> new Page<>(List.of(event(EVENT)), EVENT));
        Reply reply = api.get("/v1/events?limit=1");
        assertEquals(200, reply.status());
        assertEquals("application/json", reply.header("Content-Type"));
        JsonNode item = reply.json().at("/items/0");
        assertEquals(
                "{\"specversion\":\"1.0\",\"id\":\"" + EVENT
                        + "\",\"source\":\"urn:nld:riec-noord-holland:systeem:knelpunt\","
                        + "\"type\":\"nl.knelpunt.signal.reported\",\"subject\":\"" + Api.ID
                        + "\",\"time\":\"2026-05-04T10:00:00Z\",\"dataref\":\"/v1/signals/" + Api.ID + "\"}",
                item.toString());
        assertEquals(
                "/v1/events?limit=1&after=" + EVENT,
                reply.json().at("/links/next").asText());
        assertNull(api.events.last().arguments().get(1));

        api.get("/v1/events?after=" + EVENT);
        assertEquals(EVENT, api.events.last().argument(1, UUID.class));
        assertEquals(50, api.events.last().arguments().get(2));
    }

    @Test
    void anEventThatIsForgottenIsGone() throws Exception {
        api.events.when("list", a -> {
            throw new ForgottenException();
        });
        assertEquals(410, api.get("/v1/events?after=" + EVENT).status());
        assertEquals(400, api.get("/v1/events?after=7").status());
    }

    // Streams

    @Test
    void eventsAreToldAsTheyCome() throws Exception {
        api.events.when("follow", a -> follower());
        BufferedReader stream = follow();
        assertEquals(" 200 OK", until(stream, "HTTP/1.1"));
        List<String> headers = new ArrayList<>();
        for (String line = stream.readLine(); !line.isEmpty(); line = stream.readLine()) {
            headers.add(line.toLowerCase());
        }
        assertTrue(headers.contains("content-type: text/event-stream"), headers::toString);
        assertTrue(headers.contains("cache-control: no-store"), headers::toString);
        assertTrue(headers.contains("x-content-type-options: nosniff"), headers::toString);
        assertTrue(headers.contains("api-version: 1.0.0"), headers::toString);

        happening.add(List.of(event(EVENT), event(Api.ID)));
        assertEquals(EVENT.toString(), until(stream, "id: "));
        JsonNode told = Json.mapper().readTree(until(stream, "data: "));
        assertEquals("nl.knelpunt.signal.reported", told.get("type").asText());
        assertEquals("", stream.readLine());
        assertEquals(Api.ID.toString(), until(stream, "id: "));
        happening.add(List.of(event(EVENT)));
        assertEquals(EVENT.toString(), until(stream, "id: "));
    }

    @Test
    void aQuietStreamHasAHeartbeat() throws Exception {
        api.events.when("follow", a -> follower());
        BufferedReader stream = follow();
        assertEquals("", until(stream, ":"));
        assertEquals("", until(stream, ":"));
    }

    @Test
    void whoComesBackSaysWhatItHeardLast() throws Exception {
        api.events.when("follow", a -> follower());
        until(follow("Last-Event-ID: " + EVENT), "retry");
        assertEquals(EVENT, api.events.last().argument(1, UUID.class));
        assertEquals(Api.CALLER, api.events.last().argument(0, Call.class).caller());
        assertEquals(" 400 Bad Request", until(follow("Last-Event-ID: 17"), "HTTP/1.1"));
        api.events.when("follow", a -> {
            throw new ForgottenException();
        });
        assertEquals(" 410 Gone", until(follow("Last-Event-ID: " + EVENT), "HTTP/1.1"));
    }

    @Test
    void aRefusalIsAnAnswerAsAnyOther() throws Exception {
        api.events.when("follow", a -> {
            throw new RefusedException(List.of(Examples.NO_MANIFESTATION));
        });
        for (int i = 0; i < 5; i++) {
            Reply reply = api.send(api.request("/v1/events").header("Accept", "text/event-stream"));
            assertEquals(403, reply.status(), "and it keeps no place");
        }
        assertEquals(
                401,
                api.send(api.anonymous("/v1/events").header("Accept", "text/event-stream"))
                        .status());
    }

    @Test
    void askingForTheHeadersOpensNoStream() throws Exception {
        api.events.when("list", a -> new Page<>(List.of(), null));
        Reply reply = api.send(api.request("/v1/events")
                .header("Accept", "text/event-stream")
                .method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, reply.status());
        assertEquals("list", api.events.last().method());
    }

    @Test
    void theStreamEndsWithTheSessionAndNothingIsToldAfterwards() throws Exception {
        AtomicBoolean signedIn = new AtomicBoolean(true);
        api.accounts.when(
                "authenticate", a -> signedIn.get() ? Optional.<Caller>of(Api.CALLER) : Optional.<Caller>empty());
        api.events.when("follow", a -> follower());
        BufferedReader stream = follow();
        happening.add(List.of(event(EVENT)));
        assertEquals(EVENT.toString(), until(stream, "id: "));
        signedIn.set(false);
        happening.add(List.of(event(Api.ID)));
        assertNull(until(stream, "id: "));
    }

    @Test
    void theStreamEndsWhenItsReaderMayNotFollowAnyMore() throws Exception {
        AtomicBoolean appointed = new AtomicBoolean(true);
        api.events.when("follow", a -> (Events.Follower) atMost -> {
            if (!appointed.get()) {
                throw new RefusedException(List.of(Examples.NO_MANIFESTATION));
            }
            return follower().next(atMost);
        });
        BufferedReader stream = follow();
        assertEquals("", until(stream, ":"));
        appointed.set(false);
        assertTrue(ends(stream));
    }

    @Test
    void thereAreOnlySoManyStreams() throws Exception {
        api.events.when("follow", a -> follower());
        until(follow(), "retry");
        until(follow(), "retry");
        assertEquals(" 503 Service Unavailable", until(follow(), "HTTP/1.1"), "two are enough for one");

        Caller.Person another = new Caller.Person(Api.ID);
        api.accounts.when("authenticate", a -> Optional.<Caller>of(another));
        api.events.when("list", a -> new Page<>(List.of(), null));
        // The first two are not theirs any more, and end.
        for (Socket socket : followers.subList(0, 2)) {
            assertTrue(ends(new BufferedReader(new InputStreamReader(socket.getInputStream()))));
        }
        until(follow(), "retry");
        until(follow(), "retry");
        assertEquals(200, api.get("/v1/events").status(), "pages go on");
    }

    @Test
    void whoGoesLeavesItsPlace() throws Exception {
        api.events.when("follow", a -> follower());
        for (int i = 0; i < 6; i++) {
            BufferedReader stream = awaitPlace();
            followers.get(followers.size() - 1).close();
            stream.close();
        }
    }

    /** A place is left when the server notices; until then it is busy. */
    private BufferedReader awaitPlace() throws IOException {
        while (true) {
            BufferedReader stream = follow();
            if (until(stream, "HTTP/1.1").equals(" 200 OK")) {
                return stream;
            }
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAndKeepsNoPlace() throws Exception {
        List<CloudEvent> much = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            much.add(event(EVENT));
        }
        api.events.when("follow", a -> (Events.Follower) atMost -> much);
        follow();
        follow();
        // Two are not read at all; whoever comes then is told to wait, until those are cut off.
        BufferedReader stream = awaitPlace();
        assertEquals(EVENT.toString(), until(stream, "id: "));
    }

    @Test
    void aStoppingServerEndsItsStreams() throws Exception {
        api.events.when("follow", a -> follower());
        BufferedReader stream = follow();
        until(stream, "retry");
        api.close();
        assertTrue(ends(stream));
    }

    @Test
    void aStreamThatBreaksTellsNothingOfWhy() throws Exception {
        api.events.when("follow", a -> (Events.Follower) atMost -> {
            throw new IllegalStateException("secret");
        });
        BufferedReader stream = follow();
        StringBuilder all = new StringBuilder();
        for (String line = stream.readLine(); line != null && !line.equals("0"); line = stream.readLine()) {
            all.append(line);
        }
        assertFalse(all.toString().contains("secret"));
    }
}
