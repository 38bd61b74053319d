package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static HealthCheck check(String name, Optional<Text> problem) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Text> problem() {
                return problem;
            }
        };
    }

    @Test
    void passesWhenAllIsWell() throws Exception {
        api.use.checks = List.of(check("store", Optional.empty()));
        Reply reply = api.send(api.anonymous("/v1/health"));
        assertEquals(200, reply.status());
        assertEquals(
                "{\"status\":\"pass\",\"version\":\"9.9.9\",\"checks\":[{\"name\":\"store\",\"status\":\"pass\"}]}",
                reply.text());
    }

    @Test
    void failsWithTheCheckThatFails() throws Exception {
        api.use.checks = List.of(
                check("region", Optional.empty()),
                check("store", Optional.of(new Text("De schijf is vol.", "The disk is full."))));
        Reply reply = api.send(api.anonymous("/v1/health").header("Accept-Language", "en"));
        assertEquals(503, reply.status());
        assertEquals("fail", reply.json().get("status").asText());
        assertEquals("pass", reply.json().at("/checks/0/status").asText());
        assertEquals("The disk is full.", reply.json().at("/checks/1/message").asText());
    }

    @Test
    void whatOnlyNeedsALookIsAWarningAndNoFailure() throws Exception {
        api.use.checks = List.of(check("store", Optional.empty()), new HealthCheck() {
            @Override
            public String name() {
                return "modules";
            }

            @Override
            public Optional<Text> problem() {
                return Optional.empty();
            }

            @Override
            public Optional<Text> concern() {
                return Optional.of(new Text("Eén jar wordt niet gebruikt.", "One jar is not used."));
            }
        });
        Reply reply = api.send(api.anonymous("/v1/health"));
        assertEquals(200, reply.status());
        assertEquals("warn", reply.json().get("status").asText());
        assertEquals("pass", reply.json().at("/checks/0/status").asText());
        assertEquals("warn", reply.json().at("/checks/1/status").asText());
        assertEquals(
                "Eén jar wordt niet gebruikt.",
                reply.json().at("/checks/1/message").asText());
    }

    @Test
    void isStartingWhileServicesAreOnTheirWay() throws Exception {
        api.use.knelpunten = null;
        Reply reply = api.send(api.anonymous("/v1/health"));
        assertEquals(503, reply.status());
        assertEquals("starting", reply.json().at("/checks/0/name").asText());
        assertEquals("1", reply.header("Retry-After"));
    }

    @Test
    void aCheckThatBreaksIsAFailureThatTellsNothing() throws Exception {
        api.use.checks = List.of(new HealthCheck() {
            @Override
            public String name() {
                return "modules";
            }

            @Override
            public Optional<Text> problem() {
                throw new IllegalStateException("secret");
            }
        });
        Reply reply = api.send(api.anonymous("/v1/health"));
        assertEquals(503, reply.status());
        assertFalse(reply.text().contains("secret"));
        assertTrue(reply.json().at("/checks/0/message").asText().length() > 0);
    }
}
