package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Works become durable together, and fail alone. */
@Timeout(60)
class GroupCommitTest {

    private static final int THREADS = 8;
    private static final int EACH = 50;

    @TempDir
    Path data;

    Installation installation;
    ExecutorService threads;

    @BeforeEach
    void start() {
        installation = new Installation(data);
        threads = Executors.newFixedThreadPool(THREADS);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        installation.close();
    }

    @Test
    void whatEightThreadsWroteIsThereAfterARestart() throws Exception {
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        List<Future<?>> all = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            all.add(threads.submit(() -> {
                for (int i = 0; i < EACH; i++) {
                    acknowledged.add(report("REPORT"));
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        installation.restart();
        assertEquals(THREADS * EACH, acknowledged.size());
        for (UUID id : acknowledged) {
            assertTrue(installation.get(tx -> tx.signals().find(id)).isPresent());
        }
        assertEquals(THREADS * EACH, installation.count("processing_log"));
        assertTrue(installation.store.verifyLog().isWhole());
    }

    @Test
    void anAcknowledgedWorkIsSeenByOthersAtOnce() throws Exception {
        report("REPORT");
        assertEquals(1, installation.count("signal"));
    }

    @Test
    void aFailingWorkLeavesNoTraceWhileItsNeighboursCommit() throws Exception {
        IllegalStateException reason = new IllegalStateException("no");
        List<Future<UUID>> neighbours = new ArrayList<>();
        List<Future<?>> failing = new ArrayList<>();
        // All of these wait behind one work, so they share a commit.
        whileTheWriterIsBusy(() -> {
            for (int i = 0; i < THREADS - 1; i++) {
                if (i % 2 == 0) {
                    neighbours.add(threads.submit(() -> report("GOOD")));
                } else {
                    failing.add(threads.submit(() -> installation.run(tx -> {
                        tx.signals().insert(Samples.draft(POLITIE, MOMENT));
                        tx.log().append(Samples.entry("BAD"));
                        throw reason;
                    })));
                }
            }
        });
        for (Future<UUID> neighbour : neighbours) {
            UUID id = neighbour.get();
            assertTrue(installation.get(tx -> tx.signals().find(id)).isPresent());
        }
        for (Future<?> one : failing) {
            assertSame(
                    reason,
                    assertThrows(java.util.concurrent.ExecutionException.class, one::get)
                            .getCause());
        }
        installation.restart();
        assertEquals(neighbours.size(), installation.count("signal"));
        List<LogRecord> log = installation.get(tx -> tx.log().after(0, 100));
        assertEquals(neighbours.size(), log.size());
        assertTrue(log.stream().allMatch(entry -> entry.act().equals("GOOD")));
        assertTrue(installation.store.verifyLog().isWhole());
    }

    @Test
    void aWorkThatRunsOutOfStackOrMemoryDoesNotStopTheOthers() {
        assertThrows(
                StackOverflowError.class,
                () -> installation.run(tx -> {
                    tx.signals().insert(Samples.draft(POLITIE, MOMENT));
                    endless(1);
                }));
        assertThrows(
                OutOfMemoryError.class,
                () -> installation.run(tx -> {
                    tx.signals().insert(Samples.draft(POLITIE, MOMENT));
                    throw new OutOfMemoryError("as if");
                }));
        UUID after = report("REPORT");
        installation.restart();
        assertEquals(
                List.of(after),
                installation.get(tx -> tx.signals().ofParticipant(POLITIE, SignalFilter.NONE, null, 10)).stream()
                        .map(Signal::id)
                        .toList());
        assertTrue(installation.store.verifyLog().isWhole());
    }

    @Test
    void aStatementThatBreaksARuleOfTheSchemaFailsItsOwnWorkOnly() throws Exception {
        Signal signal = Samples.draft(POLITIE, MOMENT);
        installation.run(tx -> tx.signals().insert(signal));
        RuntimeException failure = assertThrows(
                RuntimeException.class,
                () -> installation.run(tx -> {
                    tx.settings().put("a", "b");
                    tx.signals().insert(signal);
                }));
        assertFalse(failure instanceof UnavailableException);
        assertFalse(String.valueOf(failure.getMessage()).contains(signal.id().toString()), "no values in messages");
        assertTrue(installation.store.problem().isEmpty());
        assertEquals(0, installation.count("setting"));
    }

    @Test
    void aWorkCantBeginAnother() {
        assertThrows(IllegalStateException.class, () -> installation.run(tx -> installation.run(inner -> {})));
        assertTrue(installation.store.problem().isEmpty());
    }

    @Test
    void aTransactionIsOverWhenItsWorkIs() {
        Transaction[] kept = new Transaction[1];
        SignalRepository[] repository = new SignalRepository[1];
        installation.run(tx -> {
            kept[0] = tx;
            repository[0] = tx.signals();
        });
        assertThrows(IllegalStateException.class, () -> kept[0].signals());
        assertThrows(IllegalStateException.class, () -> repository[0].find(UUID.randomUUID()));
    }

    @Test
    void whatWasAcceptedBeforeTheStopIsFinishedAndWhatComesAfterIsRefused() throws Exception {
        List<Future<UUID>> accepted = new ArrayList<>();
        Thread[] stopper = new Thread[1];
        whileTheWriterIsBusy(() -> {
            for (int i = 0; i < THREADS - 1; i++) {
                accepted.add(threads.submit(() -> report("REPORT")));
            }
            awaitQueued(THREADS - 1);
            stopper[0] = new Thread(installation.store::stop);
            stopper[0].start();
        });
        stopper[0].join();
        for (Future<UUID> one : accepted) {
            one.get();
        }
        UnavailableException refused = assertThrows(UnavailableException.class, () -> report("LATE"));
        assertEquals(Problem.STOPPING.text(), refused.reason());
        installation.start();
        assertEquals(THREADS - 1, installation.count("signal"));
    }

    @Test
    void anInterruptedCallerStillHearsHowItsWorkEnded() throws Exception {
        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            installation.store.transact(tx -> null);
            return Thread.currentThread().isInterrupted();
        });
        // A queue that has room takes the work of an interrupted thread only when it isn't interrupted yet: both are
        // honest.
        try {
            assertTrue(interrupted.get());
        } catch (java.util.concurrent.ExecutionException e) {
            assertTrue(e.getCause() instanceof UnavailableException);
        }
    }

    @Test
    void aWorkMayAnswerNothing() {
        assertNull(installation.store.transact(tx -> null));
    }

    private UUID report(String act) {
        Signal signal = Samples.draft(POLITIE, MOMENT);
        installation.run(tx -> {
            tx.signals().insert(signal);
            tx.log().append(Samples.entry(act));
        });
        return signal.id();
    }

    /** Holds the writer within a work until the others were handed in. */
    private void whileTheWriterIsBusy(Step step) throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> holding = threads.submit(() -> installation.run(tx -> {
            busy.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        busy.await();
        try {
            step.run();
            awaitQueued(THREADS - 1);
        } finally {
            go.countDown();
        }
        holding.get();
    }

    private void awaitQueued(int number) {
        while (installation.store.waiting() < number) {
            Thread.onSpinWait();
        }
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
