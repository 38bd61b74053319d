package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Waits until a server that was just started answers that it is well, and tells what it waits for. */
final class Readiness {

    /** Services come up one after the other; a check that fails for longer is broken. */
    private static final Duration SETTLING = Duration.ofSeconds(4);

    /** For a server that says nothing at all, and for one that says that it starts and never another word. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    private static final String STARTING = "starting";

    private static final int LIMIT = 64 * 1024;

    private Readiness() {}

    static void await(String address, Supplier<List<?>> lastErrors) throws Failure, InterruptedException {
        var told = "";
        var begun = System.nanoTime();
        var toldSince = begun;
        var soundSince = begun;
        var printedAt = begun;
        while (true) {
            var health = look(address);
            if (health.status() == 200) {
                return;
            }
            var starting = health.failing().get(STARTING);
            if (starting != null && !told.equals(starting)) {
                told = starting;
                toldSince = System.nanoTime();
                if (since(printedAt).compareTo(BETWEEN_LINES) > 0) {
                    printedAt = System.nanoTime();
                    Main.ERR.println(told);
                }
            }
            var broken = new TreeMap<>(health.failing());
            broken.remove(STARTING);
            if (broken.isEmpty()) {
                soundSince = System.nanoTime();
            }
            if (since(soundSince).compareTo(SETTLING) > 0) {
                throw new Failure("The server can't work and was stopped. " + text(broken));
            }
            if (since(toldSince).compareTo(told.isEmpty() || !lastErrors.get().isEmpty() ? SILENCE : PATIENCE) > 0) {
                throw new Failure("The server starts, but does not get ready. " + told + " "
                        + lastErrors.get().stream().map(Objects::toString).collect(Collectors.joining("; ")));
            }
            // A demo that is being filled needs its processors itself.
            Thread.sleep(since(begun).compareTo(BETWEEN_LINES) > 0 ? 100 : 25);
        }
    }

    private static String text(Map<String, String> checks) {
        return checks.entrySet().stream()
                .map(c -> c.getKey() + ": " + c.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /**
     * @param status 0 when there was no answer
     * @param failing name and message of the checks that fail
     */
    private record Health(int status, Map<String, String> failing) {}

    private static Health look(String address) {
        try {
            // The older client: the newer one costs a start-up of its own and threads that stay, in the server's
            // process.
            var connection = (HttpURLConnection)
                    URI.create(address + "/v1/health").toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            connection.setRequestProperty("Accept-Language", Texts.language());
            connection.setRequestProperty("Connection", "close");
            var status = connection.getResponseCode();
            if (status != 503) {
                return new Health(status, Map.of());
            }
            try (var in = connection.getErrorStream()) {
                return new Health(status, failing(Json.read(in.readNBytes(LIMIT))));
            }
        } catch (IOException e) {
            return new Health(0, Map.of());
        }
    }

    private static Map<String, String> failing(JsonNode health) {
        var failing = new TreeMap<String, String>();
        for (var check : health.path("checks")) {
            if ("fail".equals(check.path("status").asText())) {
                failing.put(check.path("name").asText(), check.path("message").asText());
            }
        }
        return failing;
    }
}
