package nl.knelpunt.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.event.Subscriptions.NewSubscription;
import nl.knelpunt.engine.event.Subscriptions.Registered;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Registering, listing, removing, and what health says. */
class WebhooksTest {

    private static final String URL = "https://zaken.example/knelpunt";

    private final FakePlatform platform = new FakePlatform();
    private final BlockingQueue<UUID> arrived = new LinkedBlockingQueue<>();
    private volatile Sender.Answer answer = Sender.Answer.TAKEN;
    private final Webhooks webhooks = new Webhooks("", platform.tools((target, letter) -> {
        arrived.add(letter.event());
        return answer;
    }));

    @AfterEach
    void stop() throws Exception {
        webhooks.stop();
    }

    private static Call call() {
        return new Call(new Caller.Person(UUID.randomUUID()), UUID.randomUUID(), "192.0.2.7");
    }

    private Registered register(String... types) {
        return webhooks.register(call(), new NewSubscription(platform.connection.id(), URL, Set.of(types)));
    }

    private UUID next() throws InterruptedException {
        return arrived.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void fromThenOnWhatHappensArrives() throws Exception {
        platform.happens(EventType.SIGNAL_DRAFTED);
        Registered registered = register();
        UUID reported = platform.happens(EventType.SIGNAL_REPORTED).id();
        assertEquals(reported, next(), "not what was before");
        assertEquals(
                List.of(Act.SUBSCRIBE),
                platform.acts.stream().filter(a -> a == Act.SUBSCRIBE).toList());
        Subscription kept = platform.subscriptions.get(registered.done().id());
        assertEquals(FakePlatform.PARTICIPANT, kept.participant());
        assertEquals(new Signature(platform).secret(kept.id()), registered.secret());
    }

    @Test
    void afterARestartEveryoneIsServedAgain() throws Exception {
        platform.subscribes();
        platform.subscribes();
        UUID event = platform.happens(EventType.SIGNAL_REPORTED).id();
        webhooks.follow();
        webhooks.follow();
        assertEquals(List.of(event, event), List.of(next(), next()));
        assertTrue(arrived.isEmpty());
    }

    @Test
    void nothingMoreArrivesAtWhoWasRemoved() throws Exception {
        UUID gone = register().done().id();
        UUID kept = register().done().id();
        platform.happens(EventType.SIGNAL_REPORTED);
        next();
        next();
        assertEquals("DESTROYED", webhooks.remove(call(), gone).state());
        platform.happens(EventType.SIGNAL_REPORTED);
        next();
        assertEquals(List.of(kept), List.copyOf(platform.subscriptions.keySet()));
        assertTrue(arrived.isEmpty());
        assertEquals(
                "subscription",
                assertThrows(InvalidException.class, () -> webhooks.remove(call(), gone))
                        .field());
    }

    @Test
    void onlyAConnectionThatIsThereCanSubscribe() {
        for (UUID account : List.of(platform.worker.id(), UUID.randomUUID())) {
            assertEquals(
                    "account",
                    assertThrows(
                                    InvalidException.class,
                                    () -> webhooks.register(call(), new NewSubscription(account, URL, Set.of())))
                            .field());
        }
        platform.accounts.put(platform.connection.id(), platform.connection.withdrawn());
        assertThrows(InvalidException.class, this::register);
        assertTrue(platform.subscriptions.isEmpty());
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnything() {
        assertEquals(
                "types",
                assertThrows(InvalidException.class, () -> register("nl.knelpunt.signal.unheard-of"))
                        .field());
        assertEquals(
                "url",
                assertThrows(
                                InvalidException.class,
                                () -> webhooks.register(
                                        call(),
                                        new NewSubscription(
                                                platform.connection.id(), "http://zaken.example", Set.of())))
                        .field());
        assertTrue(platform.acts.isEmpty());
    }

    @Test
    void theGuardDecides() {
        platform.refused.addAll(Set.of(Act.SUBSCRIBE, Act.SEE_SUBSCRIPTIONS, Act.UNSUBSCRIBE));
        assertThrows(RefusedException.class, this::register);
        assertThrows(
                RefusedException.class,
                () -> webhooks.register(
                        call(), new NewSubscription(platform.connection.id(), "http://zaken.example", Set.of())),
                "nor does it say what is wrong with it");
        assertThrows(RefusedException.class, () -> webhooks.list(call()));
        assertThrows(RefusedException.class, () -> webhooks.remove(call(), UUID.randomUUID()));
        assertTrue(platform.subscriptions.isEmpty());
    }

    @Test
    void thereAreOnlySoManySubscriptions() {
        for (int i = 0; i < Webhooks.MOST; i++) {
            platform.subscribes();
        }
        assertThrows(InvalidException.class, this::register);
    }

    @Test
    void aFailingOneIsAConcernOfHealthAndNoFailure() throws Exception {
        answer = Sender.Answer.failed("HTTP 500");
        Subscription subscription = platform.subscribes();
        platform.subscriptions.put(
                subscription.id(),
                subscription.with(
                        new Subscription.Trouble(FakePlatform.NOW.minus(Subscription.FAILING_AFTER), 30, "HTTP 500")));
        webhooks.follow();
        assertTrue(webhooks.list(call()).get(0).failing());
        String said = webhooks.concern().orElseThrow().en();
        assertTrue(said.contains(": 1."), said);
        assertFalse(said.contains(FakePlatform.PARTICIPANT) || said.contains("zaken.example"), said);
        assertTrue(webhooks.problem().isEmpty());
        webhooks.remove(call(), subscription.id());
        assertTrue(webhooks.concern().isEmpty());
    }

    @Test
    void aMistakeInTheConfigurationIsTold() {
        assertTrue(new Webhooks("10.0.0.0", platform.tools(null)).problem().isPresent());
        assertTrue(
                new Webhooks("169.254.7.0/24", platform.tools(null)).problem().isEmpty());
    }
}
