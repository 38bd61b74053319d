package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server in the middle of a stream of signals. What was acknowledged is there after the restart; what was not is
 * sent again and is there once.
 */
class KillIT {

    private static final int SIGNALS = 1_000;
    private static final int CONNECTIONS = 4;
    private static final String WORKER = "wieringersluis.college";

    @TempDir
    Path folder;

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedIsThereOnceAfterThreeKills() throws InterruptedException, ExecutionException {
        survives(3, Long.getLong("knelpunt.seed", 20_260_301));
    }

    @Test
    @Tag("thorough")
    void whatWasAcknowledgedIsThereOnceAfterThirtyKills() throws InterruptedException, ExecutionException {
        survives(30, Long.getLong("knelpunt.seed", System.nanoTime()));
    }

    private void survives(int kills, long seed) throws InterruptedException, ExecutionException {
        System.out.println("Seed of the kills: " + seed);
        Random random = new Random(seed);
        try (Platform platform = new Platform(folder).withAdmin().start()) {
            platform.appoint(WORKER, "wieringersluis", "COLLEGE", "WORKER");
            Queue<String> toReport = new ConcurrentLinkedQueue<>(
                    IntStream.range(0, SIGNALS).mapToObj(i -> "Signaal " + i).toList());
            List<Integer> moments =
                    random.ints(kills, 1, SIGNALS).sorted().boxed().toList();
            for (int moment : moments) {
                Map<String, String> before = stream(platform, toReport, moment);
                platform.start();
                assertEquals(before, reported(platform, before), "acknowledged before the kill at " + moment);
            }
            stream(platform, toReport, Integer.MAX_VALUE);

            Map<String, String> all = reported(platform, null);
            assertEquals(SIGNALS, all.size());
            assertEquals(acknowledged, all);
            JsonNode log = platform.as(Platform.ADMIN)
                    .post("/v1/log/verification")
                    .is(200)
                    .body();
            assertTrue(log.path("whole").asBoolean(), log.toPrettyString());
        }
    }

    /**
     * Reports until nothing is left, or until so many were acknowledged and the server was killed.
     *
     * @return what was acknowledged
     */
    private Map<String, String> stream(Platform platform, Queue<String> toReport, int killAt)
            throws InterruptedException, ExecutionException {
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> streams = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Person worker = platform.elsewhere(WORKER);
                streams.add(connections.submit(() -> report(worker, toReport)));
            }
            if (killAt < SIGNALS) {
                Platform.until("so many are acknowledged", () -> acknowledged.size() >= killAt || toReport.isEmpty());
                platform.kill();
            }
            for (Future<?> stream : streams) {
                stream.get();
            }
        } finally {
            connections.shutdownNow();
        }
        return new HashMap<>(acknowledged);
    }

    private void report(Person worker, Queue<String> toReport) {
        for (String title = toReport.poll(); title != null; title = toReport.poll()) {
            try {
                acknowledged.put(title, Reports.report(worker, title));
            } catch (UncheckedIOException e) {
                // Killed: not acknowledged, so it is sent again.
                toReport.add(title);
                return;
            }
        }
    }

    /**
     * Title and id of every reported signal; fails when one is there twice.
     *
     * @param only leaves out the others; null for all
     */
    private static Map<String, String> reported(Platform platform, Map<String, String> only) {
        Map<String, String> found = new HashMap<>();
        String next = "/v1/signals?limit=100";
        while (next != null) {
            Person.Answer page = platform.as(WORKER).get(next).is(200);
            for (JsonNode signal : page.items()) {
                String title = signal.path("title").asText();
                if (signal.path("state").asText().equals("REPORTED") && (only == null || only.containsKey(title))) {
                    String twice = found.put(title, signal.path("id").asText());
                    assertEquals(null, twice, title + " is there twice");
                }
            }
            next = page.at("links/next").isTextual() ? page.text("links/next") : null;
        }
        return found;
    }
}
