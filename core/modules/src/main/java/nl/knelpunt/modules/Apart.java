package nl.knelpunt.modules;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that runs code of a plugin, on a thread of its own, so that who waits for it is free again in bounded time. */
final class Apart {

    private Apart() {}

    /**
     * @throws ExecutionException the work threw, errors included
     * @throws TimeoutException it goes on, interrupted, and counts no more
     */
    static <T> T within(Duration atMost, Callable<T> work)
            throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "knelpunt-plugin-apart", 0, false);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
