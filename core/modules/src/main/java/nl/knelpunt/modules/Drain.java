package nl.knelpunt.modules;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;

/**
 * Waits on a thread of its own until nobody is inside a plugin any more: one long call must not keep the manager from its
 * other plugins. Touches nothing but the router.
 */
final class Drain {

    private static final Logger LOG = System.getLogger(Drain.class.getName());
    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(1);

    private final Thread thread;
    private volatile boolean done;

    /** @param afterwards told when nobody is inside any more */
    Drain(Router router, Plugin plugin, Runnable afterwards) {
        thread = new Thread(() -> run(router, plugin, afterwards), "knelpunt-drain-" + plugin.generation());
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether all leases are back and no more are given. */
    boolean isDone() {
        return done;
    }

    /** Waits for the end, at most so long. */
    boolean await(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
        return done;
    }

    void giveUp() {
        thread.interrupt();
    }

    private void run(Router router, Plugin plugin, Runnable afterwards) {
        try {
            while (!router.drain(plugin, BETWEEN_REPORTS)) {
                LOG.log(Level.INFO, "Plugin {0} still works on calls; it is taken away when they end", plugin);
            }
            done = true;
            afterwards.run();
        } catch (InterruptedException e) {
            // Given up: the plugin stays as it is.
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Plugin " + plugin + " can't be drained, so it stays", e);
        }
    }
}
