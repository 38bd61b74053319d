package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.SignalState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits to be told, and to whom. */
class EventsTest {

    private static final Instant MOMENT = Instant.parse("2026-05-04T10:00:00.123Z");

    @TempDir
    Path data;

    Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation(data);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    private static Event event(Instant at) {
        return new Event(0, UUID.randomUUID(), at, EventType.SIGNAL_REPORTED, UUID.randomUUID(), null, List.of(), null);
    }

    private Event append(Event event) {
        installation.run(tx -> tx.events().append(event));
        return event;
    }

    private List<UUID> after(long sequence, int limit) {
        return installation.get(tx -> tx.events().after(sequence, limit)).stream()
                .map(Event::id)
                .toList();
    }

    @Test
    void anEventKeepsEveryField() {
        Event full = new Event(
                0,
                UUID.randomUUID(),
                MOMENT,
                EventType.SIGNAL_DESTROYED,
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of("politie", "zaanmeer"),
                SignalState.ASKED);
        Event bare = new Event(0, UUID.randomUUID(), MOMENT, EventType.POLICY_CHANGED, null, null, List.of(), null);
        append(full);
        append(bare);
        installation.restart();
        assertEquals(
                List.of(
                        new Event(
                                1,
                                full.id(),
                                MOMENT,
                                full.type(),
                                full.subject(),
                                full.datum(),
                                full.participants(),
                                full.was()),
                        new Event(2, bare.id(), MOMENT, bare.type(), null, null, List.of(), null)),
                installation.get(tx -> tx.events().after(0, 10)));
    }

    @Test
    void eventsComeInTheOrderOfTheirCommit() {
        List<UUID> all = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> append(event(MOMENT.minusSeconds(i))).id())
                .toList();
        assertEquals(all, after(0, 100));
        assertEquals(all.subList(10, 15), after(10, 5));
        assertEquals(OptionalLong.of(11), installation.get(tx -> tx.events().sequenceOf(all.get(10))));
        assertEquals(OptionalLong.empty(), installation.get(tx -> tx.events().sequenceOf(UUID.randomUUID())));
    }

    @Test
    void whatIsTakenBackWasNeverThere() {
        append(event(MOMENT));
        assertThrows(
                IllegalStateException.class,
                () -> installation.run(tx -> {
                    tx.events().append(event(MOMENT));
                    throw new IllegalStateException("the act did not happen");
                }));
        Event next = append(event(MOMENT));
        assertEquals(2, after(0, 10).size());
        assertEquals(OptionalLong.of(2), installation.get(tx -> tx.events().sequenceOf(next.id())));
    }

    @Test
    void oldEventsAreForgottenAndTheOrderGoesOn() {
        append(event(MOMENT));
        append(event(MOMENT.plusSeconds(1)));
        Event newest = append(event(MOMENT.plusSeconds(2)));
        installation.run(tx -> tx.events().forgetBefore(MOMENT.plus(Duration.ofDays(7))));
        assertEquals(List.of(newest.id()), after(0, 10), "the newest stays, so that no sequence is given twice");
        assertEquals((Long) 3L, installation.get(tx -> tx.events().first()));
        installation.restart();
        append(event(MOMENT.plusSeconds(3)));
        assertEquals((Long) 4L, installation.get(tx -> tx.events().last()));
    }

    @Test
    void whatIsRecentIsKept() {
        Event old = append(event(MOMENT.minusSeconds(1)));
        Event recent = append(event(MOMENT));
        append(event(MOMENT.plusSeconds(1)));
        installation.run(tx -> tx.events().forgetBefore(MOMENT));
        assertFalse(after(0, 10).contains(old.id()));
        assertTrue(after(0, 10).contains(recent.id()));
    }

    @Test
    void anEventOfAnotherVersionHasNoTypeAndStopsNobody() throws Exception {
        Event other = append(event(MOMENT));
        append(event(MOMENT));
        installation.store.stop();
        installation.behindItsBack("update event set type = 'nl.knelpunt.signal.of-later' where sequence = 1");
        installation.start();
        List<Event> read = installation.get(tx -> tx.events().after(0, 10));
        assertEquals(other.id(), read.get(0).id());
        assertEquals(null, read.get(0).type());
        assertEquals(EventType.SIGNAL_REPORTED, read.get(1).type());
    }

    @Test
    void aSubscriptionKeepsEveryFieldAndItsUpdate() {
        Account account = Samples.account("koppeling");
        Subscription subscription = new Subscription(
                UUID.randomUUID(),
                account.id(),
                account.participant(),
                "https://zaken.example/knelpunt?deel=1",
                Set.of("nl.knelpunt.signal.reported", "nl.knelpunt.signal.destroyed"),
                MOMENT,
                3,
                false,
                null);
        Subscription troubled =
                subscription.at(7).havingMissed().with(new Subscription.Trouble(MOMENT.plusSeconds(5), 4, "HTTP 500"));
        installation.run(tx -> {
            tx.accounts().insert(account, "-");
            tx.subscriptions().insert(subscription);
        });
        installation.restart();
        assertEquals(
                List.of(subscription), installation.get(tx -> tx.subscriptions().list()));
        installation.run(tx -> tx.subscriptions().update(troubled));
        installation.restart();
        assertEquals(
                List.of(troubled), installation.get(tx -> tx.subscriptions().list()));
        installation.run(tx -> tx.subscriptions().update(troubled.with(null)));
        assertEquals(
                List.of(troubled.with(null)),
                installation.get(tx -> tx.subscriptions().list()));
        assertEquals(Boolean.TRUE, installation.get(tx -> tx.subscriptions().delete(subscription.id())));
        assertEquals(Boolean.FALSE, installation.get(tx -> tx.subscriptions().delete(subscription.id())));
        installation.run(tx -> tx.subscriptions().update(troubled));
        assertEquals(List.of(), installation.get(tx -> tx.subscriptions().list()), "an update brings nothing back");
    }
}
