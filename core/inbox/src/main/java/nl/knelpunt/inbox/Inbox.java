package nl.knelpunt.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Messages;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks into the drop folder of every participant each second. A few threads serve them all, each folder by one at a time, so
 * that one participant's large message does not keep the others waiting.
 */
@Component(
        immediate = true,
        service = {})
public final class Inbox {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());
    private static final int THREADS = 4;
    private static final long BETWEEN_LOOKS_MILLIS = 1_000;
    private static final long BETWEEN_REGIONS_MILLIS = 5_000;
    private static final long STOP_WITHIN_MILLIS = 10_000;

    private final Messages messages;
    private final Regions regions;
    private final Router router;
    private final Keys keys;
    private final ScheduledThreadPoolExecutor executor;

    /** Belongs to the task that looks at the region. */
    private final Set<String> served = new HashSet<>();

    @Activate
    public Inbox(
            BundleContext context,
            @Reference Messages messages,
            @Reference Regions regions,
            @Reference Router router,
            @Reference Keys keys) {
        this.messages = messages;
        this.regions = regions;
        this.router = router;
        this.keys = keys;
        String inbox = context.getProperty("knelpunt.inbox");
        if (inbox == null) {
            executor = null;
            return;
        }
        AtomicInteger count = new AtomicInteger();
        executor = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "knelpunt-inbox-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        executor.scheduleWithFixedDelay(() -> serve(Path.of(inbox)), 0, BETWEEN_REGIONS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Lets the files that are being delivered go to their end; what doesn't end in time is delivered again. */
    @Deactivate
    void deactivate() throws InterruptedException {
        if (executor != null) {
            executor.shutdown();
            if (!executor.awaitTermination(STOP_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "A file was still being delivered at the stop; it is delivered again");
            }
        }
    }

    private void serve(Path inbox) {
        try {
            // Other parties deliver nothing (Wgs 2.19), so they have no folder.
            for (Participant participant : regions.current().designated()) {
                if (served.add(participant.id())) {
                    DropFolder folder = new DropFolder(
                            inbox, participant, messages, router, keys, Clock.systemUTC(), executor::isShutdown);
                    executor.scheduleWithFixedDelay(folder::poll, 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "No drop folders yet: {0}", e.reason().en());
        } catch (RuntimeException e) {
            // A stop in between; anything else is tried again.
            LOG.log(Level.DEBUG, "The drop folders were not made", e);
        }
    }
}
