package nl.knelpunt.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that runs as a process of its own, and its API. */
final class Server {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * One answer.
     *
     * @param body an empty object when there was none
     */
    record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {

        /** The answer itself, if it has this status; otherwise the test fails with what was said instead. */
        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(response.request().method() + " " + response.uri() + ": expected " + expected
                        + ", got " + status + " " + body.toPrettyString());
            }
            return this;
        }

        /** The text at a JSON pointer such as {@code /signals/0/id}. */
        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    private final Installation installation;
    private final String address;
    private final ProcessHandle process;
    private final String printed;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Server(Installation installation, String address, ProcessHandle process, String printed) {
        this.installation = installation;
        this.address = address;
        this.process = process;
        this.printed = printed;
    }

    String address() {
        return address;
    }

    ProcessHandle process() {
        return process;
    }

    /** What start printed. */
    String printed() {
        return printed;
    }

    /** Somebody who is not signed in. */
    Client anonymous() {
        return new Client(null);
    }

    Client as(String token) {
        return new Client(token);
    }

    Client signedIn(String name, String password) {
        var answer = anonymous()
                .post("/v1/session", MAPPER.createObjectNode().put("name", name).put("password", password))
                .expect(201);
        return as(answer.text("/token"));
    }

    /** One of the demo's accounts, such as {@code bureau.admin}. */
    Client signedInToDemo(String name) {
        try {
            return signedIn(
                    name,
                    Files.readString(installation.data().resolve("demo-password"))
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would, as far as a process can tell. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it has ended; one whose parent never asks after it stays in the list of processes. */
    void awaitEnd() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (isRunning()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The server does not end");
            }
            Thread.onSpinWait();
        }
    }

    boolean isRunning() {
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return process.isAlive() && !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    static JsonNode json(String text) {
        try {
            // Single quotes read better in Java.
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody at the API. */
    final class Client {

        private final String token;

        private Client(String token) {
            this.token = token;
        }

        String token() {
            return token;
        }

        Answer get(String path) {
            return ask("GET", path, BodyPublishers.noBody(), Map.of());
        }

        Answer post(String path, JsonNode body) {
            return ask(
                    "POST", path, BodyPublishers.ofString(body.toString()), Map.of("Content-Type", "application/json"));
        }

        /** With JSON in which single quotes stand for double ones. */
        Answer post(String path, String json) {
            return post(path, json(json));
        }

        /** A change of what was at this version. */
        Answer post(String path, JsonNode body, String version) {
            return ask(
                    "POST",
                    path,
                    BodyPublishers.ofString(body.toString()),
                    Map.of("Content-Type", "application/json", "If-Match", version));
        }

        Answer patch(String path, JsonNode body, String version) {
            return ask(
                    "PATCH",
                    path,
                    BodyPublishers.ofString(body.toString()),
                    Map.of("Content-Type", "application/json", "If-Match", version));
        }

        Answer delete(String path) {
            return ask("DELETE", path, BodyPublishers.noBody(), Map.of());
        }

        /** A native message. */
        Answer deliver(String participant, String mediaType, byte[] message) {
            return ask(
                    "POST",
                    "/v1/participants/" + participant + "/messages",
                    BodyPublishers.ofByteArray(message),
                    Map.of("Content-Type", mediaType));
        }

        Answer deliver(String participant, String mediaType, Path message) {
            try {
                return deliver(participant, mediaType, Files.readAllBytes(message));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Answer ask(String method, String path, BodyPublisher body, Map<String, String> headers) {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofMinutes(2))
                    .method(method, body);
            headers.forEach(request::setHeader);
            if (token != null) {
                request.setHeader("Authorization", "Bearer " + token);
            }
            try {
                var response = client.send(request.build(), BodyHandlers.ofByteArray());
                return new Answer(response.statusCode(), tree(response.body()), response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private static JsonNode tree(byte[] body) throws IOException {
            return body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
        }
    }
}
