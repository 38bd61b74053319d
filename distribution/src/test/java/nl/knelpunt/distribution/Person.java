package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Somebody at the HTTP API, signed in or not. */
final class Person {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String address;
    private final String token;

    private final String onBehalfOf;
    private final String language;

    Person(HttpClient client, String address, String token) {
        this(client, address, token, null, "nl");
    }

    private Person(HttpClient client, String address, String token, String onBehalfOf, String language) {
        this.client = client;
        this.address = address;
        this.token = token;
        this.onBehalfOf = onBehalfOf;
        this.language = language;
    }

    /** The same person, who wants to read English. */
    Person inEnglish() {
        return new Person(client, address, token, onBehalfOf, "en");
    }

    /** The same person, who acts for a participant under its mandate. */
    Person onBehalfOf(String participant) {
        return new Person(client, address, token, participant, language);
    }

    /** A file as it comes, with its headers. */
    HttpResponse<byte[]> file(String path, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", accept)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param headers names and values in turn */
    Answer upload(String path, String type, byte[] bytes, String... headers) {
        return ask("POST", path, type, BodyPublishers.ofByteArray(bytes), headers);
    }

    Answer get(String path) {
        return ask("GET", path, null, BodyPublishers.noBody());
    }

    /** What is no JSON, as a browser reads it. */
    String page(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", "text/html, */*")
                .header("Accept-Language", "nl")
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), path);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer delete(String path) {
        return ask("DELETE", path, null, BodyPublishers.noBody());
    }

    /** @param body anything that is JSON: maps, lists, texts */
    Answer post(String path, Object body, String... headers) {
        return ask("POST", path, "application/json", json(body), headers);
    }

    Answer post(String path) {
        return ask("POST", path, null, BodyPublishers.noBody());
    }

    Answer put(String path, Object body, String... headers) {
        return ask("PUT", path, "application/json", json(body), headers);
    }

    /** A merge patch on the version that is there now. */
    Answer patch(String path, Object body) {
        return ask(
                "PATCH",
                path,
                "application/merge-patch+json",
                json(body),
                "If-Match",
                get(path).is(200).etag());
    }

    Answer patch(String path, Object body, String etag) {
        return ask("PATCH", path, "application/merge-patch+json", json(body), "If-Match", etag);
    }

    Answer deliver(String participant, String mediaType, String message) {
        return ask(
                "POST", "/v1/participants/" + participant + "/messages", mediaType, BodyPublishers.ofString(message));
    }

    Answer upload(String path, String mediaType, String content) {
        return ask("POST", path, mediaType, BodyPublishers.ofString(content));
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer ask(String method, String path, String type, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .timeout(PATIENCE)
                .header("Accept-Language", language);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (onBehalfOf != null) {
            request.header("On-Behalf-Of", onBehalfOf);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode answered =
                    response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    answered,
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back, and what is expected of it. */
    record Answer(String asked, int status, JsonNode body, String etag) {

        Answer is(int expected) {
            assertEquals(expected, status, this::toString);
            return this;
        }

        Answer isIn(String state) {
            assertTrue(status == 200 || status == 201, this::toString);
            assertEquals(state, text("state"), asked);
            return this;
        }

        /** Refused by exactly these rules, each with its article, its message and the way out. */
        Answer refusedBy(String... rules) {
            Set<String> named = new TreeSet<>();
            for (JsonNode refusal : body.path("refusals")) {
                named.add(refusal.path("rule").asText());
                for (String part : List.of("article", "message", "remedy")) {
                    assertFalse(refusal.path(part).asText().isBlank(), () -> part + " is missing in " + refusal);
                }
            }
            assertEquals(new TreeSet<>(Set.of(rules)), named, this::toString);
            assertTrue(status == 403 || status == 409, this::toString);
            return this;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(asked + ": " + status + " " + text("detail"));
            body.path("refusals")
                    .forEach(r -> text.append("\n  ")
                            .append(r.path("rule").asText())
                            .append(' ')
                            .append(r.path("field").asText()));
            return body.has("detail") ? text.toString() : text + body.toString();
        }

        /** The fields that a refusal or a problem names. */
        Set<String> fields() {
            Set<String> fields = new TreeSet<>();
            for (JsonNode refusal : body.path("refusals")) {
                fields.add(refusal.path("field").asText());
            }
            return fields;
        }

        String text(String pointer) {
            return at(pointer).asText();
        }

        /** @param pointer names with slashes between them */
        JsonNode at(String pointer) {
            return body.at("/" + pointer);
        }

        String id() {
            return text("id");
        }

        List<JsonNode> items() {
            List<JsonNode> items = new ArrayList<>();
            is(200).body.path("items").forEach(items::add);
            return items;
        }
    }
}
