package nl.knelpunt.engine.component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Lets end what ends by time: drafts that were never reported, and whatever {@link TimedWork} there is. Every minute, and when the
 * demo clock was moved.
 */
@Component(service = Terms.class)
public final class Terms {

    private static final System.Logger LOG = System.getLogger(Terms.class.getName());
    private static final int AT_ONCE = 100;
    /** Repeats under an idempotency key are recognised for so long. */
    private static final Duration REQUESTS_KEPT = Duration.ofDays(7);

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;
    private final List<TimedWork> others;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "knelpunt-terms");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Terms(
            @Reference Gate gate,
            @Reference Store store,
            @Reference DomainClock clock,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<TimedWork> others) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
        this.others = List.copyOf(others);
        timer.scheduleWithFixedDelay(this::tick, 1, 60, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        timer.shutdownNow();
    }

    private void tick() {
        try {
            end();
            Instant kept = clock.now().minus(REQUESTS_KEPT);
            store.transact(t -> {
                t.requests().forgetBefore(kept);
                return null;
            });
        } catch (UnavailableException e) {
            // Health says so; the next minute tries again.
            LOG.log(System.Logger.Level.DEBUG, "Terms wait: {0}", e.getMessage());
        } catch (RuntimeException | Error e) {
            // An error would end the ticking for ever, and a moment without memory passes.
            LOG.log(System.Logger.Level.WARNING, "Terms could not end", e);
        }
    }

    /** Ends everything whose time has come. By one at a time, or the log would tell of what was not there any more. */
    synchronized void end() {
        endDrafts();
        others.forEach(TimedWork::doDue);
    }

    private void endDrafts() {
        Instant received = clock.now()
                .minus(Duration.ofDays(
                        store.transact(t -> t.policies().current().draftDays())));
        List<UUID> lapsed;
        do {
            lapsed = store.transact(t -> t.signals().draftsBefore(received, AT_ONCE).stream()
                    .map(Signal::id)
                    .toList());
            lapsed.forEach(this::lapse);
        } while (lapsed.size() == AT_ONCE);
    }

    private void lapse(UUID draft) {
        byThePlatform(Act.LAPSE_DRAFT, draft, SignalUseCases.WITH_ITS_DATA, (t, facts) -> {
            Outcomes.record(
                    t, facts, facts.signal(), SignalOutcome.Kind.LAPSED, SignalOutcome.Reason.NOT_REPORTED_IN_TIME);
            return SignalUseCases.destroy(t, facts.signal());
        });
    }

    private void byThePlatform(Act act, UUID object, Gate.Asking asking, Gate.Change work) {
        Call call = new Call(new Caller.Platform(), UUID.randomUUID(), "platform");
        try {
            gate.change(call, act, object, asking, work);
        } catch (RefusedException e) {
            // Reported, discarded, destroyed or held in the meantime.
            LOG.log(System.Logger.Level.DEBUG, "{0} of {1} was not done: {2}", act, object, e.getMessage());
        }
    }
}
