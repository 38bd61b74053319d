package nl.knelpunt.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The drop folders of a region, looked at while the platform runs. */
class InboxTest {

    private static final Region REGION = new Region(
            "test",
            "Test",
            Map.of(),
            List.of(
                    new Participant("politie", "Politie", "police", Set.of(Organ.POLITIE), null),
                    new Participant("wieringersluis", "Gemeente", "municipality", Set.of(Organ.COLLEGE), "0001"),
                    new Participant("havenbedrijf", "Havenbedrijf", "port", Set.of(), null)));

    @TempDir
    Path temporary;

    private final FakePlatform platform = new FakePlatform();

    @Test
    void everyParticipantThatMayDeliverHasAFolder() throws Exception {
        Path folders = temporary.resolve("inbox");
        Inbox inbox = inbox(folders.toString(), () -> REGION);
        await(() -> Files.isDirectory(folders.resolve("politie/refused"))
                && Files.isDirectory(folders.resolve("wieringersluis/refused")));
        inbox.deactivate();

        assertTrue(Files.notExists(folders.resolve("havenbedrijf")));
    }

    @Test
    void aFileIsDeliveredWhileThePlatformRunsAndItsStopWaitsForIt() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        platform.step = content -> {
            inside.countDown();
            try {
                goOn.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        Path file = Files.createDirectories(temporary.resolve("politie")).resolve("a.xml");
        Files.writeString(file, "a");
        Inbox inbox = inbox(temporary.toString(), () -> REGION);
        assertTrue(inside.await(1, TimeUnit.MINUTES));

        Thread stop = new Thread(() -> {
            try {
                inbox.deactivate();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        stop.start();
        goOn.countDown();
        stop.join();

        assertTrue(Files.notExists(file));
        assertEquals(1, platform.attempts);
    }

    @Test
    void aBrokenRegionIsReportedAndLooksAgainLater() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Inbox inbox = inbox(temporary.toString(), () -> {
            asked.countDown();
            throw new UnavailableException(new Text("Kapot", "Broken"), null);
        });

        assertTrue(asked.await(1, TimeUnit.MINUTES));
        inbox.deactivate();
    }

    @Test
    void withoutAnInboxNothingIsMade() throws Exception {
        Inbox inbox = inbox(null, () -> {
            throw new AssertionError("Nobody asks for the region");
        });
        inbox.deactivate();

        try (var files = Files.list(temporary)) {
            assertEquals(0, files.count());
        }
    }

    private Inbox inbox(String folder, Regions regions) {
        BundleContext context = (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    assertEquals("getProperty", method.getName());
                    return "knelpunt.inbox".equals(arguments[0]) ? folder : null;
                });
        return new Inbox(context, platform, regions, platform, platform);
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "Not reached");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
