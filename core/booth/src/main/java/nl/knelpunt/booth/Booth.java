package nl.knelpunt.booth;

import com.sun.management.ThreadMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.recognition.OwnSubjects;

/**
 * One adapter at work on one message: bytes go in, drafts come out; or a reader of own subjects at its list. Whatever it does, who waits outside is free again
 * in bounded time, and what the adapter does after that counts no more.
 *
 * <p>A new thread for each call and never one of a pool, since foreign code may leave anything on it. Nothing that the adapter
 * is given, and nothing on the stack above it, leads to an object of the platform.
 *
 * <p>For one caller: {@link #give} until it says no or the message is over, then {@link #finish}; or {@link #abandon} at any
 * moment.
 */
public final class Booth {

    private static final int CHUNKS = 4;
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final long NANOS = 1_000_000_000;
    private static final int LONGEST_NAME = 200;

    /** What foreign code does in here. */
    private interface Work {

        void on(InputStream message, Tray drafts) throws Exception;
    }

    private final Work work;
    private final Limits limits;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private final Doorway message;
    private final Tray drafts;
    private final long began = System.nanoTime();
    private Sieve sieve;

    // Written by the thread before it is over.
    private Throwable thrown;
    private long allocated;

    private Booth(Work work, String name, Limits limits) {
        this.work = work;
        this.limits = limits;
        this.thread = new Thread(null, this::run, name, 0, false);
        this.message = new Doorway(thread, chunks);
        this.drafts = new Tray(thread, limits);
    }

    /**
     * Lets the adapter begin.
     *
     * @param name of the thread
     */
    public static Booth open(SignalAdapter adapter, String name, Limits limits) {
        return new Booth(adapter::read, name, limits).begin(adapter);
    }

    /**
     * Lets a reader of own subjects begin. Gives no drafts: what came of it is in the sieve, when all was read.
     *
     * @param name of the thread
     */
    public static Booth open(OwnSubjects reader, Sieve sieve, String name, Limits limits) {
        Booth booth = new Booth((list, drafts) -> reader.read(list, sieve), name, limits);
        sieve.openFor(booth.thread);
        booth.sieve = sieve;
        return booth.begin(reader);
    }

    private Booth begin(Object foreign) {
        thread.setDaemon(true);
        thread.setContextClassLoader(foreign.getClass().getClassLoader());
        // The default one prints what was thrown, with its text.
        thread.setUncaughtExceptionHandler((t, e) -> {});
        thread.start();
        return this;
    }

    /**
     * Hands over a part of the message; waits while the adapter has enough to do.
     *
     * @param chunk not to be changed afterwards, not empty
     * @return false when the adapter is ready or its time is over: it takes no more
     * @throws InterruptedException while waiting; the call goes on until it is abandoned
     */
    public boolean give(byte[] chunk) throws InterruptedException {
        while (over.getCount() > 0 && !isOverdue()) {
            if (chunks.offer(chunk, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                return over.getCount() > 0;
            }
        }
        return false;
    }

    /**
     * Says that the message is over and waits for the adapter, as long as it may take.
     *
     * @throws InterruptedException while waiting; the call goes on until it is abandoned
     */
    public Result finish() throws InterruptedException {
        give(Doorway.END);
        while (over.getCount() > 0 && !isOverdue()) {
            over.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        }
        return result();
    }

    /** Ends a call whose message will never be whole. An adapter that does not go then is stuck. */
    public Result abandon() {
        thread.interrupt();
        boolean interrupted = false;
        while (over.getCount() > 0 && !isOverdue()) {
            try {
                over.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result();
    }

    /** Whether the adapter's thread still runs, which it may for ever when it is stuck. */
    public boolean isOccupied() {
        return thread.isAlive();
    }

    private boolean isOverdue() {
        long now = System.nanoTime();
        long worked = now - began - message.waited(now);
        long extra = (long) (NANOS * ((double) message.taken() / limits.bytesPerSecond()));
        return worked > limits.time().toNanos() + extra;
    }

    private void run() {
        try {
            work.on(message, drafts);
        } catch (OutOfMemoryError e) {
            thrown = e;
            allocated = allocated();
        } catch (Throwable e) {
            thrown = e;
        } finally {
            over.countDown();
            // Lets go of who is just handing over.
            chunks.clear();
        }
    }

    private Result result() {
        if (over.getCount() > 0) {
            thread.interrupt();
            return new Result(Result.End.STUCK, List.of(), null, null, 0);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Result(Result.End.OUT_OF_MEMORY, List.of(), null, name(thrown), allocated);
        }
        MessageException unreadable = sieve == null ? drafts.tooMuch() : sieve.tooMuch();
        if (unreadable == null && thrown instanceof MessageException said) {
            unreadable = said;
        }
        if (unreadable != null) {
            return new Result(Result.End.UNREADABLE, List.of(), unreadable, null, 0);
        }
        String failure = thrown == null ? drafts.broken() : name(thrown);
        return failure == null
                ? new Result(Result.End.READ, drafts.drafts(), null, null, 0)
                : new Result(Result.End.FAILED, List.of(), null, failure, 0);
    }

    /** Of the class; a class file may name it as it likes, so only what a log can hold. */
    static String name(Throwable thrown) {
        String name = thrown.getClass().getName().replaceAll("[^A-Za-z0-9_.$]", "?");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static long allocated() {
        try {
            return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                    ? threads.getCurrentThreadAllocatedBytes()
                    : 0;
        } catch (RuntimeException | Error e) {
            return 0;
        }
    }
}
