package nl.knelpunt.engine.component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
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
    private final List<TimedWork> works;
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
        List<TimedWork> all = new ArrayList<>();
        all.add(this::endDrafts);
        all.addAll(others);
        all.add(this::forgetRequests);
        this.works = List.copyOf(all);
        timer.scheduleWithFixedDelay(this::tick, 1, 60, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() {
        timer.shutdownNow();
    }

    private void tick() {
        try {
            end();
        } catch (UnavailableException e) {
            // Health says so; the next minute tries again.
            LOG.log(System.Logger.Level.DEBUG, "Terms wait: {0}", e.getMessage());
        } catch (RuntimeException | Error e) {
            // An error would end the ticking for ever, and a moment without memory passes.
            LOG.log(System.Logger.Level.WARNING, "Terms could not end", e);
        }
    }

    /**
     * Ends everything whose time has come. By one at a time, or the log would tell of what was not there any more. What fails does
     * not keep the others from it, for else nothing would ever be destroyed while one thing is broken; it is told when all had
     * their turn.
     */
    synchronized void end() {
        Throwable failure = null;
        for (TimedWork work : works) {
            try {
                work.doDue();
            } catch (UnavailableException e) {
                // Without the store the others can do nothing either.
                throw e;
            } catch (RuntimeException | Error e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure instanceof Error error) {
            throw error;
        } else if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private void forgetRequests() {
        Instant kept = clock.now().minus(REQUESTS_KEPT);
        store.transact(t -> {
            t.requests().forgetBefore(kept);
            return null;
        });
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
        ByThePlatform.does(gate, Act.LAPSE_DRAFT, draft, SignalUseCases.WITH_ITS_DATA, (t, facts) -> {
            Outcomes.record(
                    t, facts, facts.signal(), SignalOutcome.Kind.LAPSED, SignalOutcome.Reason.NOT_REPORTED_IN_TIME);
            return SignalUseCases.destroy(t, facts.signal());
        });
    }
}
