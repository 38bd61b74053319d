package nl.knelpunt.benchmarks.swap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers that send at a fixed rate until stopped: each takes the next moment of one timetable, so a slow answer doesn't thin out
 * the load, and what waits counts from its moment on.
 */
final class Callers {

    /**
     * One call.
     *
     * @param due nanoseconds when it was to be sent
     * @param begun when it was
     * @param ended when it was answered
     * @param own milliseconds that the call itself takes
     * @param answer null when it failed
     */
    record Call(String id, long due, long begun, long ended, int own, String answer, String failure) {

        /** That the caller waited beside the call's own time. */
        double waited() {
            return (ended - due) / 1e6 - own;
        }

        double took() {
            return (ended - due) / 1e6;
        }
    }

    interface Work {

        String call(String id, int late, int millis) throws IOException, InterruptedException;
    }

    private final String prefix;
    private final Work work;
    private final int least;
    private final int most;
    private final double perSecond;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();
    private final long begin = System.nanoTime();
    private volatile boolean stopped;

    /** @param least and most: milliseconds that a call takes */
    Callers(String prefix, int callers, double perSecond, int least, int most, Work work) {
        this.prefix = prefix;
        this.work = work;
        this.least = least;
        this.most = most;
        this.perSecond = perSecond;
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(this::run, prefix + "-caller-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private void run() {
        while (!stopped) {
            int number = next.getAndIncrement();
            long due = begin + (long) (number / perSecond * TimeUnit.SECONDS.toNanos(1));
            while (System.nanoTime() < due && !stopped) {
                LockSupport.parkNanos(Math.min(due - System.nanoTime(), 5_000_000));
            }
            if (stopped) {
                return;
            }
            // Spread evenly, and the same in every run.
            int own = least + (int) (number * 7919L % (most - least + 1));
            String id = prefix + "-" + number;
            long begun = System.nanoTime();
            String answer = null;
            String failure = null;
            try {
                answer = work.call(id, number % SoakJars.LATE, own);
            } catch (IOException e) {
                failure = e.getMessage() == null ? e.toString() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            calls.add(new Call(id, due, begun, System.nanoTime(), own, answer, failure));
        }
    }

    /** Calls so far. */
    int size() {
        return calls.size();
    }

    List<Call> stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(calls);
    }
}
