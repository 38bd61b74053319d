package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The server's API, as seen from the command. */
final class Api {

    /** A verification of a long log takes a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * @param status the HTTP status
     * @param body an empty object when there was none
     */
    record Answer(int status, JsonNode body) {

        boolean isDone() {
            return status / 100 == 2;
        }

        /** The body of an answer that says: done. */
        JsonNode orFail() throws Failure {
            if (!isDone()) {
                throw new Failure(problem());
            }
            return body;
        }

        /** The problem in a few words: what the server says, or else its status. */
        String problem() {
            var detail = body.path("detail").asText(body.path("title").asText(""));
            var text = new StringBuilder(detail.isBlank() ? "The server answered with status " + status : detail);
            append(text, " (", body.path("where"), ")");
            for (var refusal : body.path("refusals")) {
                append(text, "\n  ", refusal.path("rule"), "");
                append(text, " (", refusal.path("article"), ")");
                append(text, ": ", refusal.path("message"), "");
                append(text, " ", refusal.path("remedy"), "");
                append(text, " [", refusal.path("field"), "]");
                if (refusal.path("rule").asText().equals("G49")) {
                    text.append("\n  ").append(Secrecy.HOW);
                }
            }
            for (var error : body.path("errors")) {
                append(text, "\n  ", error.path("field"), ": ");
                text.append(error.path("message").asText());
            }
            return text.toString();
        }

        private static void append(StringBuilder text, String before, JsonNode value, String after) {
            if (!value.asText("").isBlank()) {
                text.append(before).append(value.asText()).append(after);
            }
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final String token;

    /**
     * @param token null before signing in
     */
    Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    Api with(String newToken) {
        return new Api(address, newToken);
    }

    /** Whatever the server says of itself; an empty object when it says nothing. */
    JsonNode health() throws InterruptedException {
        try {
            return ask("GET", "/v1/health", null, BodyPublishers.noBody(), Duration.ofSeconds(10))
                    .body();
        } catch (Failure e) {
            return Json.object().put("status", "fail");
        }
    }

    Answer get(String path) throws Failure, InterruptedException {
        return ask("GET", path, null, BodyPublishers.noBody(), PATIENCE);
    }

    Answer post(String path, JsonNode body) throws Failure, InterruptedException {
        return ask("POST", path, "application/json", BodyPublishers.ofString(body.toString()), PATIENCE);
    }

    Answer put(String path, JsonNode body) throws Failure, InterruptedException {
        return ask("PUT", path, "application/json", BodyPublishers.ofString(body.toString()), PATIENCE);
    }

    /** @param headers names and values in turn */
    Answer post(String path, String type, BodyPublisher body, String... headers) throws Failure, InterruptedException {
        return ask("POST", path, type, body, PATIENCE, headers);
    }

    /**
     * @param version that was read of what is changed
     */
    Answer patch(String path, long version, JsonNode patch) throws Failure, InterruptedException {
        return ask(
                "PATCH",
                path,
                "application/merge-patch+json",
                BodyPublishers.ofString(patch.toString()),
                PATIENCE,
                "If-Match",
                "\"" + version + "\"");
    }

    Answer delete(String path) throws Failure, InterruptedException {
        return ask("DELETE", path, null, BodyPublishers.noBody(), Duration.ofSeconds(10));
    }

    private Answer ask(
            String method, String path, String type, BodyPublisher body, Duration patience, String... headers)
            throws Failure, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", Texts.language());
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new Failure("The server at " + address + " does not answer: " + Failure.reason(e) + ".");
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.read(body);
        } catch (IOException e) {
            return Json.object();
        }
    }
}
