package nl.knelpunt.engine.component;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.knelpunt.engine.port.Traces;
import nl.knelpunt.engine.port.UnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Rewrites the database a second after the first who asks, once for all who ask in that second: when the clock of a demo is moved,
 * many nights pass in one. What was asked and not done yet is done before it stops.
 */
@Component(service = Rewriting.class)
public final class Rewriting {

    private static final System.Logger LOG = System.getLogger(Rewriting.class.getName());

    private final Traces traces;
    private final Executor later;
    private final Runnable ending;
    private final AtomicBoolean asked = new AtomicBoolean();

    @Activate
    public Rewriting(@Reference Traces traces) {
        this(traces, Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "knelpunt-traces");
            thread.setDaemon(true);
            return thread;
        }));
    }

    private Rewriting(Traces traces, ScheduledExecutorService timer) {
        this(traces, work -> timer.schedule(work, 1, TimeUnit.SECONDS), timer::shutdownNow);
    }

    /** @param later does it in a moment, until {@code ending} was run */
    Rewriting(Traces traces, Executor later, Runnable ending) {
        this.traces = traces;
        this.later = later;
        this.ending = ending;
    }

    @Deactivate
    public void stop() {
        ending.run();
        rewrite();
    }

    void ask() {
        if (asked.compareAndSet(false, true)) {
            later.execute(this::rewrite);
        }
    }

    private void rewrite() {
        if (!asked.getAndSet(false)) {
            return;
        }
        try {
            traces.remove();
        } catch (UnavailableException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Traces of what was destroyed could not be removed from the database tonight: {0}",
                    e.getMessage());
        } catch (RuntimeException | Error e) {
            // Nobody waits for it who would tell.
            LOG.log(System.Logger.Level.WARNING, "Traces of what was destroyed could not be removed tonight", e);
        }
    }
}
