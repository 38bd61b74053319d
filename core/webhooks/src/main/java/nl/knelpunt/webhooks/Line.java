package nl.knelpunt.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.event.Heard;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.event.Subscription.Trouble;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.UnavailableException;

/**
 * The events of one subscription: one after the other, each until it was taken, and only then the next. How far it came is
 * written after each, so that after a crash at most the last one comes again. Has a thread of its own.
 */
final class Line implements Runnable {

    /** Also without news: another node may have some. */
    static final Duration LOOK = Duration.ofMinutes(1);

    static final Duration UNTIL_AVAILABLE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(Line.class.getName());
    private static final int AT_ONCE = 20;
    private static final String ORIGIN = "webhook";

    /** What lines share. */
    record Tools(
            Gate gate, Store store, Events events, Signature signature, Sender sender, Backoff backoff, Clock clock) {}

    /**
     * What to do next.
     *
     * @param pause before going on; null to wait for news
     * @param news to wait for
     */
    record Next(Duration pause, long news) {

        static final Next AT_ONCE = new Next(Duration.ZERO, 0);
    }

    private final Tools with;
    private volatile Subscription state;
    private long saved;
    private Instant savedAt;
    private boolean mayHaveMissed = true;

    Line(Tools with, Subscription subscription) {
        this.with = with;
        this.state = subscription;
        this.saved = subscription.position();
        this.savedAt = with.clock().instant();
    }

    Subscription state() {
        return state;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Next next = work();
                if (next.pause() == null) {
                    with.gate().awaitNews(next.news(), LOOK);
                } else {
                    Thread.sleep(next.pause().toMillis());
                }
            }
        } catch (InterruptedException e) {
            // Removed, or the platform stops. What was sent and not yet written comes again.
            Thread.currentThread().interrupt();
        }
    }

    /** Delivers some of what waits. */
    Next work() throws InterruptedException {
        try {
            return deliver();
        } catch (RefusedException e) {
            return failed(Sender.Answer.failed("ACCOUNT"));
        } catch (UnavailableException e) {
            LOG.log(System.Logger.Level.DEBUG, "Deliveries wait: {0}", e.getMessage());
            return new Next(UNTIL_AVAILABLE, 0);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A delivery for subscription " + state.id() + " broke", e);
            return new Next(Backoff.LONGEST, 0);
        }
    }

    private Next deliver() throws InterruptedException {
        if (mayHaveMissed) {
            lookForGap();
        }
        Call call = new Call(new Caller.Person(state.account()), UUID.randomUUID(), ORIGIN);
        Heard heard = with.gate().hear(call, state.position(), AT_ONCE);
        for (Event event : heard.events()) {
            if (state.wants(event.type())) {
                Sender.Answer answer = send(event);
                if (!answer.isTaken()) {
                    return failed(answer);
                }
                save(state.at(event.sequence()).with((Trouble) null));
            }
        }
        passOver(heard.position());
        return heard.isAll() ? new Next(null, heard.news()) : Next.AT_ONCE;
    }

    private Sender.Answer send(Event event) throws InterruptedException {
        byte[] body = Letters.write(with.events().told(event));
        Instant now = with.clock().instant();
        Target target;
        try {
            target = Target.of(state.url());
        } catch (InvalidException e) {
            return Sender.Answer.failed("ADDRESS");
        }
        return with.sender()
                .send(
                        target,
                        new Sender.Letter(
                                event.id(), now, body, with.signature().of(state.id(), event.id(), now, body)));
    }

    private Next failed(Sender.Answer answer) {
        Trouble before = state.trouble();
        Instant now = with.clock().instant();
        Trouble trouble = new Trouble(
                before == null ? now : before.since(), before == null ? 1 : before.tries() + 1, answer.failure());
        mayHaveMissed = true;
        try {
            save(state.with(trouble));
        } catch (UnavailableException e) {
            // Only for whoever looks: it is tried again all the same.
            state = state.with(trouble);
        }
        return new Next(with.backoff().after(trouble.tries(), answer.retryAfterSeconds()), 0);
    }

    /** Events are kept for some days; a subscriber that was away for longer must know that it did not get all. */
    private void lookForGap() {
        long first = with.store().transact(t -> t.events().first());
        if (state.position() + 1 < first) {
            save(state.at(first - 1).havingMissed());
        }
        mayHaveMissed = false;
    }

    /** What nobody is told of is written now and then: it costs a write, and passing it over again costs little. */
    private void passOver(long position) {
        state = state.at(position);
        if (position > saved && !with.clock().instant().isBefore(savedAt.plus(LOOK))) {
            save(state);
        }
    }

    private void save(Subscription next) {
        with.store().transact(t -> {
            t.subscriptions().update(next);
            return null;
        });
        state = next;
        saved = next.position();
        savedAt = with.clock().instant();
    }
}
