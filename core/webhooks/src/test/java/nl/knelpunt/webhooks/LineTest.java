package nl.knelpunt.webhooks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.event.Subscription;
import org.junit.jupiter.api.Test;

/** One subscription: its events in order, each until it was taken. */
class LineTest {

    private final FakePlatform platform = new FakePlatform();
    private final List<Sender.Letter> letters = new ArrayList<>();
    private final Deque<Sender.Answer> answers = new ArrayDeque<>();

    private Line line(Subscription subscription) {
        return new Line(
                platform.tools((target, letter) -> {
                    letters.add(letter);
                    return answers.isEmpty() ? Sender.Answer.TAKEN : answers.remove();
                }),
                subscription);
    }

    /** As the platform would begin it after a restart. */
    private Line again(Subscription subscription) {
        return line(platform.subscriptions.get(subscription.id()));
    }

    private List<UUID> sent() {
        return letters.stream().map(Sender.Letter::event).toList();
    }

    @Test
    void deliversWhatHappenedInOrderAndWaitsForNews() throws Exception {
        Line line = line(platform.subscribes());
        List<UUID> happened = List.of(
                platform.happens(EventType.SIGNAL_DRAFTED).id(),
                platform.happens(EventType.SIGNAL_REPORTED).id());
        Line.Next next = line.work();
        assertEquals(happened, sent());
        assertNull(next.pause(), "there is no more");
        line.work();
        assertEquals(2, letters.size(), "nothing twice");
    }

    @Test
    void manyAreDeliveredInGoes() throws Exception {
        Line line = line(platform.subscribes());
        List<UUID> happened = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            happened.add(platform.happens(EventType.SIGNAL_REPORTED).id());
        }
        while (line.work().pause() != null) {
            // There is more.
        }
        assertEquals(happened, sent());
    }

    @Test
    void theBodyIsACloudEventAndTheSignatureIsOverAllOfIt() throws Exception {
        Subscription subscription = platform.subscribes();
        Event event = platform.happens(EventType.SIGNAL_REPORTED);
        line(subscription).work();
        Sender.Letter letter = letters.get(0);
        assertEquals(
                "{\"specversion\":\"1.0\",\"id\":\"" + event.id() + "\",\"source\":\"urn:nld:riec\","
                        + "\"type\":\"nl.knelpunt.signal.reported\",\"subject\":\"" + event.subject()
                        + "\",\"time\":\"2026-05-04T10:00:00Z\",\"dataref\":\"/v1/signals/" + event.subject() + "\"}",
                new String(letter.body(), StandardCharsets.UTF_8));

        // As a subscriber checks it, with nothing but the secret that it was given.
        String secret = new Signature(platform).secret(subscription.id());
        assertTrue(secret.startsWith("whsec_"));
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertEquals(32, key.length);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = event.id() + "." + letter.at().getEpochSecond() + "."
                + new String(letter.body(), StandardCharsets.UTF_8);
        byte[] expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(
                expected, Base64.getDecoder().decode(letter.signature().substring("v1,".length())));
    }

    @Test
    void everySubscriptionHasASecretOfItsOwn() {
        Signature signature = new Signature(platform);
        assertFalse(signature.secret(UUID.randomUUID()).equals(signature.secret(UUID.randomUUID())));
    }

    @Test
    void anEventIsTriedUntilItWasTakenAndOnlyThenTheNext() throws Exception {
        Line line = line(platform.subscribes());
        UUID first = platform.happens(EventType.SIGNAL_DRAFTED).id();
        UUID second = platform.happens(EventType.SIGNAL_REPORTED).id();
        answers.add(Sender.Answer.failed("HTTP 500"));
        answers.add(Sender.Answer.failed("TIMEOUT"));
        assertEquals(Duration.ofSeconds(2), line.work().pause());
        assertEquals(Duration.ofSeconds(4), line.work().pause());
        assertEquals(List.of(first, first), sent());
        line.work();
        assertEquals(List.of(first, first, first, second), sent());
        assertNull(line.state().trouble(), "all is well again");
    }

    @Test
    void aFailureInTheMiddleSendsNothingThatWasTakenAgain() throws Exception {
        Line line = line(platform.subscribes());
        UUID first = platform.happens(EventType.SIGNAL_DRAFTED).id();
        UUID second = platform.happens(EventType.SIGNAL_REPORTED).id();
        answers.add(Sender.Answer.TAKEN);
        answers.add(Sender.Answer.failed("HTTP 503"));
        line.work();
        line.work();
        assertEquals(List.of(first, second, second), sent());
    }

    @Test
    void whoeverAsksForPatienceGetsIt() throws Exception {
        Line line = line(platform.subscribes());
        platform.happens(EventType.SIGNAL_REPORTED);
        answers.add(new Sender.Answer("HTTP 429", 300));
        assertEquals(Duration.ofMinutes(5), line.work().pause());
    }

    @Test
    void afterARestartItGoesOnWhereItWas() throws Exception {
        Subscription subscription = platform.subscribes();
        platform.happens(EventType.SIGNAL_DRAFTED);
        line(subscription).work();
        UUID second = platform.happens(EventType.SIGNAL_REPORTED).id();
        answers.add(Sender.Answer.failed("CONNECTION"));
        line(platform.subscriptions.get(subscription.id())).work();
        again(subscription).work();
        assertEquals(List.of(second, second), sent().subList(1, 3));
    }

    @Test
    void onlyWhatMayBeHeardAndIsWantedIsDelivered() throws Exception {
        Line line = line(platform.subscribes("nl.knelpunt.signal.reported"));
        platform.happens(EventType.SIGNAL_DRAFTED);
        Event secret = platform.happens(EventType.SIGNAL_REPORTED);
        UUID told = platform.happens(EventType.SIGNAL_REPORTED).id();
        platform.mayBeHeard = e -> !e.equals(secret);
        line.work();
        assertEquals(List.of(told), sent());
    }

    @Test
    void aDayOfTroubleIsAFailureThatIsTriedOn() throws Exception {
        Subscription subscription = platform.subscribes();
        Line line = line(subscription);
        platform.happens(EventType.SIGNAL_REPORTED);
        for (int i = 0; i < 3; i++) {
            answers.add(Sender.Answer.failed("HTTP 500"));
            line.work();
            assertFalse(line.state().isFailing(platform.clock.instant()));
            platform.passes(Duration.ofHours(8).minusSeconds(1));
        }
        platform.passes(Duration.ofSeconds(3));
        answers.add(Sender.Answer.failed("HTTP 502"));
        Line restarted = again(subscription);
        restarted.work();
        assertTrue(restarted.state().isFailing(platform.clock.instant()));
        assertEquals(
                new Subscription.Trouble(FakePlatform.NOW, 4, "HTTP 502"),
                restarted.state().trouble());
        restarted.work();
        assertNull(restarted.state().trouble());
        assertEquals(5, letters.size());
    }

    @Test
    void whatWasForgottenMeanwhileIsSaid() throws Exception {
        Subscription subscription = platform.subscribes();
        Line line = line(subscription);
        for (int i = 0; i < 4; i++) {
            platform.happens(EventType.SIGNAL_REPORTED);
        }
        answers.add(Sender.Answer.failed("CONNECTION"));
        line.work();
        assertFalse(line.state().missed());
        platform.forgets(2);
        line.work();
        assertTrue(line.state().missed());
        assertTrue(platform.subscriptions.get(subscription.id()).missed());
        assertEquals(3, letters.size(), "what is left comes");
        line.work();
        assertTrue(line.state().missed(), "until somebody looks at it");
    }

    @Test
    void whatWasPassedOverIsNotMissed() throws Exception {
        Subscription subscription = platform.subscribes();
        Line line = line(subscription);
        platform.mayBeHeard = e -> false;
        for (int i = 0; i < 3; i++) {
            platform.happens(EventType.SIGNAL_REPORTED);
        }
        line.work();
        assertEquals(0, platform.writes, "that nothing was told is not worth a write each time");
        platform.passes(Line.LOOK);
        line.work();
        assertEquals(1, platform.writes);
        platform.forgets(2);
        Line restarted = again(subscription);
        restarted.work();
        assertFalse(restarted.state().missed());
    }

    @Test
    void whoseAccountMayNotFollowAnyMoreIsToldNothing() throws Exception {
        Line line = line(platform.subscribes());
        platform.happens(EventType.SIGNAL_REPORTED);
        platform.accounts.put(platform.connection.id(), platform.connection.withdrawn());
        assertNotNull(line.work().pause());
        assertEquals("ACCOUNT", line.state().trouble().reason());
        assertEquals(List.of(), sent());
    }

    @Test
    void aFullDiskIsNoTroubleOfTheSubscribers() throws Exception {
        Line line = line(platform.subscribes());
        platform.happens(EventType.SIGNAL_REPORTED);
        platform.isAvailable = false;
        assertEquals(Line.UNTIL_AVAILABLE, line.work().pause());
        platform.isAvailable = true;
        line.work();
        assertEquals(1, letters.size());
        assertNull(line.state().trouble());
    }

    @Test
    void whatWasTakenButCouldNotBeWrittenComesAgain() throws Exception {
        Subscription subscription = platform.subscribes();
        UUID event = platform.happens(EventType.SIGNAL_REPORTED).id();
        Line line = new Line(
                platform.tools((target, letter) -> {
                    letters.add(letter);
                    platform.isAvailable = letters.size() > 1;
                    return Sender.Answer.TAKEN;
                }),
                subscription);
        line.work();
        platform.isAvailable = true;
        line.work();
        assertEquals(List.of(event, event), sent());
    }

    @Test
    void aMistakeOfOursStopsNobodyForEver() throws Exception {
        Line line = new Line(
                platform.tools((target, letter) -> {
                    throw new IllegalStateException("broken");
                }),
                platform.subscribes());
        platform.happens(EventType.SIGNAL_REPORTED);
        assertEquals(Backoff.LONGEST, line.work().pause());
    }

    @Test
    void theSignatureIsOfTheMomentOfSending() throws Exception {
        Line line = line(platform.subscribes());
        platform.happens(EventType.SIGNAL_REPORTED);
        answers.add(Sender.Answer.failed("HTTP 500"));
        line.work();
        platform.passes(Duration.ofMinutes(10));
        line.work();
        Instant later = FakePlatform.NOW.plus(Duration.ofMinutes(10));
        assertEquals(later, letters.get(1).at());
        assertFalse(letters.get(0).signature().equals(letters.get(1).signature()));
    }
}
