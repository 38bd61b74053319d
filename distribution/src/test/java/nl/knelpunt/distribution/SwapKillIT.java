package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.gallery.SlowAdapter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server at every step of a swap. After the restart either the old or the new plugin serves, never both and never none; what
 * was acknowledged is kept once; and the log says what became of the swap.
 */
class SwapKillIT {

    /** A step lasts as long as the plugin takes to be made, to say what is no message, a message held, and the probation. */
    private static final List<String> STEPS = List.of("APPROVED", "CANDIDATE", "SWITCHED", "DRAINED");

    @TempDir
    Path folder;

    private final Map<Integer, String> acknowledged = new HashMap<>();
    private int messages;

    @Test
    void eitherTheOldOrTheNewServesAfterAKillAtEveryStep() throws Exception {
        survives(1);
    }

    @Test
    @Tag("thorough")
    void eitherTheOldOrTheNewServesAfterAKillAtEveryStepManyTimes() throws Exception {
        survives(10);
    }

    private void survives(int rounds) throws Exception {
        Customs customs = Customs.in(
                folder, SlowAdapter.class, "probationMessages=1000\nprobationSeconds=600\nprobationMostSeconds=900\n");
        try (Platform platform = customs.platform) {
            int version = 1;
            for (int round = 0; round < rounds; round++) {
                for (String step : STEPS) {
                    killAt(step, version++, customs);
                }
            }
            Set<String> ids = new HashSet<>();
            Map<String, String> kept = customs.kept();
            acknowledged.forEach((number, id) -> {
                assertTrue(ids.add(id), "two messages under one row");
                assertTrue(kept.containsKey(id), "message " + number + " was acknowledged and is lost");
            });
            JsonNode log = customs.admin().post("/v1/log/verification").is(200).body();
            assertTrue(log.path("whole").asBoolean(), log::toPrettyString);
        }
    }

    private Path slow(Customs customs, int version) throws Exception {
        return customs.jar("slow-" + version, SlowAdapter.class, "1.0." + version);
    }

    private void killAt(String step, int version, Customs customs) throws Exception {
        Platform platform = customs.platform;
        String before = customs.runs();
        String staged = customs.stage(slow(customs, version)).is(201).text("digest");
        deliver(customs);
        Held held = step.equals("SWITCHED") ? new Held(platform) : null;
        String swap = customs.apply(customs.plan(staged));
        JsonNode seen = customs.await(swap, step);
        assertEquals(step, seen.path("step").asText(), "killed at that step");
        platform.kill();
        if (held != null) {
            held.close();
        }
        platform.start();

        String next = "1.0." + version;
        Platform.until("something serves", () -> !customs.runs().isEmpty());
        Platform.until(
                "what serves is what is to run",
                () -> customs.module().at("/health/satisfied").asBoolean());
        String serves = customs.runs();
        assertTrue(List.of(before, next).contains(serves), serves + " serves after a kill at " + step);
        JsonNode after = customs.swap(swap);
        List<String> passed = new ArrayList<>();
        after.path("passed").forEach(p -> passed.add(p.path("step").asText()));
        assertEquals(
                passed.contains("SWITCHED") && !passed.contains("ROLLED_BACK"),
                serves.equals(next),
                after::toPrettyString);
        deliver(customs);
        String log = platform.log();
        boolean given = after.path("step").asText().equals("ABORTED");
        assertTrue(
                given
                        ? log.contains("came to nothing: the server stopped while the new one was tried")
                        : log.contains("test.customs " + next),
                log);
        assertEquals(given, after.has("reason"), after::toPrettyString);
        assertTrue(platform.health() == 200);
    }

    private void deliver(Customs customs) {
        int number = ++messages;
        acknowledged.put(number, customs.deliver(number).is(201).text("signals/0/id"));
    }

    /** A message whose end doesn't come, so that somebody is inside the old plugin. */
    private static final class Held implements AutoCloseable {

        private final HttpURLConnection connection;

        Held(Platform platform) {
            try {
                connection = (HttpURLConnection)
                        URI.create(platform.address() + "/v1/participants/" + ModuleJar.PARTICIPANT + "/messages")
                                .toURL()
                                .openConnection();
                connection.setRequestMethod("POST");
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(1_000);
                connection.setRequestProperty("Content-Type", "text/plain");
                connection.setRequestProperty(
                        "Authorization", "Bearer " + platform.token(ModuleJar.PARTICIPANT + ".connection"));
                connection.getOutputStream().write("message ".getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
