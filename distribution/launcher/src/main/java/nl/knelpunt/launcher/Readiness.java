package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Waits until a server that was just started answers that it is well, and tells what it waits for. */
final class Readiness {

    /** Services come up one after the other; what fails for longer is broken. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** For a server that says nothing at all. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int LIMIT = 64 * 1024;

    private Readiness() {}

    static void await(String address, Supplier<List<?>> lastErrors) throws Failure, InterruptedException {
        var told = "";
        var failingSince = 0L;
        var silentSince = System.nanoTime();
        while (true) {
            var health = look(address);
            if (health.status() == 200) {
                return;
            }
            if (health.status() == 503 && !health.checks().isEmpty()) {
                silentSince = System.nanoTime();
                var starting = health.checks().stream()
                        .filter(c -> c.startsWith("starting: "))
                        .findFirst();
                if (starting.isPresent()) {
                    failingSince = 0;
                    if (!told.equals(starting.get())) {
                        told = starting.get();
                        System.out.println(told.substring("starting: ".length()));
                    }
                } else if (failingSince == 0) {
                    failingSince = System.nanoTime();
                } else if (since(failingSince).compareTo(SETTLING) > 0) {
                    throw new Failure("The server starts, but is not well. " + String.join(" ", health.checks()));
                }
            }
            if (since(silentSince).compareTo(SILENCE) > 0) {
                throw new Failure("The server starts, but does not answer. "
                        + lastErrors.get().stream().map(Objects::toString).collect(Collectors.joining("; ")));
            }
            Thread.sleep(25);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /**
     * @param status 0 when there was no answer
     * @param checks of those that fail: name and message
     */
    private record Health(int status, List<String> checks) {}

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
                return new Health(status, List.of());
            }
            try (var in = connection.getErrorStream()) {
                return new Health(status, failing(Json.read(in.readNBytes(LIMIT))));
            }
        } catch (IOException e) {
            return new Health(0, List.of());
        }
    }

    private static List<String> failing(JsonNode health) {
        var failing = new ArrayList<String>();
        for (var check : health.path("checks")) {
            if (!"pass".equals(check.path("status").asText())) {
                failing.add(check.path("name").asText() + ": "
                        + check.path("message").asText());
            }
        }
        return failing;
    }
}
