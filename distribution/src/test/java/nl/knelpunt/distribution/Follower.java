package nl.knelpunt.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody who listens to {@code GET /v1/events} as server-sent events. */
final class Follower implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> heard = new ArrayList<>();
    private final Stream<String> lines;
    private volatile boolean over;
    private String id;

    private Follower(Stream<String> lines) {
        this.lines = lines;
        Thread reader = new Thread(this::read, "follower");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param after id of the event that was heard last, null to begin now */
    static Follower follow(Platform platform, String name, String after) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.address() + "/v1/events"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + platform.token(name));
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        try {
            HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines());
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
                throw new AssertionError(response.statusCode() + " " + type);
            }
            return new Follower(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            lines.forEach(this::line);
        } catch (UncheckedIOException e) {
            // The server is gone.
        }
        over = true;
    }

    private synchronized void line(String line) {
        if (line.startsWith("id: ")) {
            id = line.substring("id: ".length());
        } else if (line.startsWith("data: ")) {
            try {
                JsonNode event = JSON.readTree(line.substring("data: ".length()));
                if (!event.path("id").asText().equals(id)) {
                    throw new AssertionError("A message under another id than its event's: " + line);
                }
                heard.add(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    /** What was heard, as type and subject. */
    List<String> told() {
        return heard().stream().map(Follower::told).toList();
    }

    static String told(JsonNode event) {
        return event.path("type").asText().substring("nl.knelpunt.".length()) + " "
                + event.path("subject").asText();
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        lines.close();
    }
}
