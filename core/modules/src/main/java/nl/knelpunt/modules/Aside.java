package nl.knelpunt.modules;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that may take its time, on a thread of the lowest priority: who calls another plugin goes first. A thread of its own, since a
 * priority that was lowered can't be raised again by an ordinary user of the machine.
 */
final class Aside {

    /** Work that throws what only it knows. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private Aside() {}

    /**
     * Waits for it, also when interrupted: nothing may be left half done. The interruption is passed on to the work.
     *
     * @throws E as the work did; errors and runtime exceptions too
     */
    @SuppressWarnings("unchecked")
    static <T, E extends Exception> T run(Work<T, E> work) throws E {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread thread = new Thread(null, task, "knelpunt-modules-aside", 0, false);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (E) e.getCause();
        } catch (CancellationException e) {
            throw new IllegalStateException("Nobody cancels it", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
