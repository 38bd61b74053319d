package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.event.Subscriptions.Listed;
import nl.knelpunt.engine.event.Subscriptions.NewSubscription;
import nl.knelpunt.engine.event.Subscriptions.Registered;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000ac");
    private static final Instant MOMENT = Instant.parse("2026-05-04T10:00:00Z");

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void theSecretIsShownWhenItIsRegisteredAndNeverAgain() throws Exception {
        api.subscriptions.when("register", a -> new Registered(Api.done("ACTIVE", 1), "whsec_c2VjcmV0"));
        Reply made = api.post(
                "/v1/subscriptions",
                "{\"account\":\"" + ACCOUNT + "\",\"url\":\"https://zaken.example/knelpunt\","
                        + "\"types\":[\"nl.knelpunt.signal.reported\"]}");
        assertEquals(201, made.status(), made::text);
        assertEquals("whsec_c2VjcmV0", made.json().get("secret").asText());
        assertEquals("/v1/subscriptions", made.header("Location"));
        assertEquals(
                new NewSubscription(ACCOUNT, "https://zaken.example/knelpunt", Set.of("nl.knelpunt.signal.reported")),
                api.subscriptions.last().argument(1, NewSubscription.class));
        assertFalse(new Registered(Api.done("ACTIVE", 1), "whsec_c2VjcmV0")
                .toString()
                .contains("c2VjcmV0"));

        Subscription stored = new Subscription(
                Api.ID,
                ACCOUNT,
                "politie",
                "https://zaken.example/knelpunt",
                Set.of("nl.knelpunt.signal.reported"),
                MOMENT,
                3,
                true,
                new Subscription.Trouble(MOMENT, 9, "HTTP 500"));
        api.subscriptions.when(
                "list",
                a -> List.of(
                        new Listed(stored, true),
                        new Listed(
                                new Subscription(
                                        ACCOUNT,
                                        ACCOUNT,
                                        "zaanmeer",
                                        "http://127.0.0.1/",
                                        Set.of(),
                                        MOMENT,
                                        0,
                                        false,
                                        null),
                                false)));
        Reply listed = api.get("/v1/subscriptions");
        assertFalse(listed.text().contains("whsec"));
        JsonNode first = listed.json().at("/items/0");
        assertTrue(first.get("failing").asBoolean());
        assertTrue(first.get("missed").asBoolean());
        assertEquals("HTTP 500", first.at("/trouble/reason").asText());
        assertNull(first.get("position"), "how much happens is nobody's business");
        assertFalse(listed.json().at("/items/1").has("trouble"));
    }

    @Test
    void withoutAccountOrAddressNothingIsRegistered() throws Exception {
        Reply reply = api.post("/v1/subscriptions", "{\"types\":\"all\"}");
        assertEquals(400, reply.status());
        assertEquals(List.of("account", "url", "types"), reply.fields());
        assertTrue(api.subscriptions.asked().isEmpty());
    }

    @Test
    void allTypesUnlessSomeAreNamed() throws Exception {
        api.subscriptions.when("register", a -> new Registered(Api.done("ACTIVE", 1), "whsec_c2VjcmV0"));
        api.post("/v1/subscriptions", "{\"account\":\"" + ACCOUNT + "\",\"url\":\"https://zaken.example\"}");
        assertEquals(
                Set.of(),
                api.subscriptions.last().argument(1, NewSubscription.class).types());
    }

    @Test
    void aSubscriptionThatIsRemovedIsGone() throws Exception {
        api.subscriptions.when("remove", a -> new Done(Api.ID, Done.DESTROYED, 0));
        Reply reply = api.send(api.request("/v1/subscriptions/" + Api.ID).DELETE());
        assertEquals(200, reply.status());
        assertEquals("DESTROYED", reply.json().get("state").asText());
        assertFalse(reply.json().has("href"));
        assertEquals(Api.ID, api.subscriptions.last().argument(1, UUID.class));
    }
}
