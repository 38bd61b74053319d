package nl.knelpunt.engine.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every call to a plugin goes under a lease; it is taken away only when nobody is inside. */
@Timeout(60)
class RouterTest {

    private static final String POLICE = World.POLICE.kind();
    private static final Duration LONG = Duration.ofSeconds(50);

    private final RouterComponent router = new RouterComponent();
    private final Plugin first = plugin(1);
    private final Plugin second = plugin(2);
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    private static Plugin plugin(long generation, InterventionType... types) {
        return House.plugin(World.POLICE, generation, List.of(types));
    }

    private Plugin leased() {
        try (Router.Lease lease = router.lease(POLICE).orElseThrow()) {
            return lease.plugin();
        }
    }

    @Test
    void withoutAPluginThereIsNoLease() {
        assertEquals(Optional.empty(), router.lease(POLICE));
        assertEquals(Set.of(), router.activeKinds());
        router.bind(House.plugin(World.WIERINGERSLUIS, 1, List.of()));
        assertEquals(Optional.empty(), router.lease(POLICE));
        assertEquals(Set.of("municipality"), router.activeKinds());
    }

    @Test
    void theNewestGenerationIsLeasedInWhateverOrderTheyCame() {
        router.bind(second);
        router.bind(first);
        assertSame(second, leased());
        assertEquals(List.of(second.descriptor()), router.active());
    }

    @Test
    void whoIsInsideTheOldOneStaysWithIt() throws Exception {
        router.bind(first);
        try (Router.Lease inside = router.lease(POLICE).orElseThrow()) {
            router.bind(second);
            assertSame(first, inside.plugin());
            assertSame(second, leased());
            assertFalse(router.drain(first, Duration.ZERO), "somebody is inside");
        }
        assertTrue(router.drain(first, Duration.ZERO));
    }

    @Test
    void whenTheNewOneIsTakenBackTheOldOneServesAgain() throws Exception {
        router.bind(first);
        router.bind(second);
        assertTrue(router.drain(second, Duration.ZERO));
        assertSame(first, leased());
        router.unbind(second);
        assertSame(first, leased());
    }

    @Test
    void aDrainedPluginTakesNoCalls() throws Exception {
        router.bind(first);
        assertTrue(router.drain(first, Duration.ZERO));
        assertEquals(Optional.empty(), router.lease(POLICE));
        assertEquals(Set.of(), router.activeKinds());
        assertEquals(List.of(), router.active());
        assertTrue(router.drain(first, Duration.ZERO), "twice is once");
        assertEquals(Optional.empty(), router.lease(POLICE));
    }

    @Test
    void aDrainThatCouldNotWaitLongerGivesThePluginBack() throws Exception {
        router.bind(first);
        try (Router.Lease inside = router.lease(POLICE).orElseThrow()) {
            assertFalse(router.drain(first, Duration.ofMillis(1)));
            assertSame(first, leased());
            assertEquals(Set.of(POLICE), router.activeKinds());
        }
    }

    @Test
    void aLeaseThatIsClosedTwiceCountsOnce() throws Exception {
        router.bind(first);
        Router.Lease one = router.lease(POLICE).orElseThrow();
        try (Router.Lease other = router.lease(POLICE).orElseThrow()) {
            one.close();
            one.close();
            assertFalse(router.drain(first, Duration.ZERO), "the other is still inside");
            assertSame(first, other.plugin());
        }
        assertTrue(router.drain(first, Duration.ZERO));
    }

    @Test
    void aPluginThatIsNotThereIsDrained() throws Exception {
        assertTrue(router.drain(first, Duration.ZERO));
    }

    @Test
    void theDrainWaitsUntilTheLastLeaseIsBack() throws Exception {
        router.bind(first);
        Router.Lease one = router.lease(POLICE).orElseThrow();
        Router.Lease other = router.lease(POLICE).orElseThrow();
        FutureTask<Boolean> drain = draining(LONG);
        one.close();
        assertFalse(drain.isDone(), "one is still inside");
        other.close();
        assertTrue(drain.get());
        assertEquals(Optional.empty(), router.lease(POLICE));
    }

    @Test
    void whileItDrainsNobodyGetsIn() throws Exception {
        router.bind(first);
        Router.Lease inside = router.lease(POLICE).orElseThrow();
        FutureTask<Boolean> drain = draining(LONG);
        assertEquals(Optional.empty(), router.lease(POLICE));
        assertEquals(Set.of(), router.activeKinds());
        inside.close();
        assertTrue(drain.get());
    }

    @Test
    void whatIsGoneWhileItDrainsIsStillWaitedFor() throws Exception {
        router.bind(first);
        Router.Lease inside = router.lease(POLICE).orElseThrow();
        FutureTask<Boolean> drain = draining(LONG);
        router.unbind(first);
        assertFalse(drain.isDone());
        inside.close();
        assertTrue(drain.get());
        assertEquals(Optional.empty(), router.lease(POLICE));
    }

    @Test
    void whoeverIsInterruptedWhileDrainingGivesThePluginBack() throws Exception {
        router.bind(first);
        Router.Lease inside = router.lease(POLICE).orElseThrow();
        FutureTask<Boolean> drain = new FutureTask<>(() -> router.drain(first, LONG));
        Thread waiting = new Thread(drain);
        waiting.start();
        untilItDrains();
        waiting.interrupt();
        ExecutionException interrupted = assertThrows(ExecutionException.class, drain::get);
        assertTrue(interrupted.getCause() instanceof InterruptedException);
        assertSame(first, leased());
        inside.close();
    }

    @Test
    void aDrainThatGivesUpLeavesAnothersDrainAlone() throws Exception {
        router.bind(first);
        Router.Lease inside = router.lease(POLICE).orElseThrow();
        FutureTask<Boolean> drain = draining(LONG);
        assertFalse(router.drain(first, Duration.ZERO));
        assertEquals(Optional.empty(), router.lease(POLICE), "the other still drains");
        inside.close();
        assertTrue(drain.get());
    }

    @Test
    void interventionTypesAreThoseOfTheNewest() throws Exception {
        InterventionType type = World.CLOSE_BUILDING;
        router.bind(plugin(1, type));
        assertEquals(Optional.of(type), router.interventionType(POLICE, type.code()));
        assertEquals(Optional.empty(), router.interventionType(POLICE, "unknown"));
        assertEquals(Optional.empty(), router.interventionType("municipality", type.code()));
        router.bind(second);
        assertEquals(Optional.empty(), router.interventionType(POLICE, type.code()));
    }

    @Test
    void pluginsAreListedByKind() {
        Plugin municipal = House.plugin(World.WIERINGERSLUIS, 5, List.of());
        router.bind(first);
        router.bind(municipal);
        router.bind(second);
        assertEquals(List.of(municipal.descriptor(), second.descriptor()), router.active());
    }

    /** Callers all the time, generation after generation: none is turned away, none is inside what was taken away. */
    @Test
    void whileGenerationsAreSwappedEveryCallerIsServed() throws Exception {
        int callers = 4;
        int generations = 200;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        List<Plugin> takenAway = new java.util.concurrent.CopyOnWriteArrayList<>();
        CyclicBarrier start = new CyclicBarrier(callers + 1);
        CountDownLatch swapped = new CountDownLatch(1);
        Plugin current = plugin(1);
        router.bind(current);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(others.submit(() -> {
                start.await();
                do {
                    try (Router.Lease lease = router.lease(POLICE).orElseThrow()) {
                        inside.incrementAndGet();
                        assertFalse(takenAway.contains(lease.plugin()), "a lease of what was taken away");
                        assertTrue(router.activeKinds().contains(POLICE));
                        inside.decrementAndGet();
                        served.incrementAndGet();
                    }
                } while (swapped.getCount() > 0);
                return null;
            }));
        }
        start.await();
        for (int generation = 2; generation <= generations; generation++) {
            Plugin next = plugin(generation);
            router.bind(next);
            assertTrue(router.drain(current, LONG));
            takenAway.add(current);
            router.unbind(current);
            current = next;
        }
        swapped.countDown();
        for (Future<?> call : calls) {
            call.get();
        }
        assertEquals(0, inside.get());
        assertTrue(served.get() >= callers);
        assertTrue(router.drain(current, Duration.ZERO));
    }

    /** Begins to drain in another thread, and returns when nobody gets in any more. */
    private FutureTask<Boolean> draining(Duration atMost) {
        FutureTask<Boolean> drain = new FutureTask<>(() -> router.drain(first, atMost));
        others.execute(drain);
        untilItDrains();
        return drain;
    }

    private void untilItDrains() {
        while (router.activeKinds().contains(POLICE)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theDrainHearsOfALeaseThatComesBackInAnotherThread() throws Exception {
        router.bind(first);
        Router.Lease inside = router.lease(POLICE).orElseThrow();
        FutureTask<Boolean> drain = draining(LONG);
        others.submit(inside::close).get(50, TimeUnit.SECONDS);
        assertTrue(drain.get());
    }
}
