package nl.knelpunt.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.knelpunt.engine.gate.Done;

/**
 * What goes back.
 *
 * @param status of HTTP
 * @param body a record of this package that becomes JSON, bytes that are JSON already, or a file; null for no content
 * @param headers beside those that every answer has
 */
record Answer(int status, Object body, Map<String, String> headers) {

    static final String HTML = "text/html";

    static Answer of(Object body) {
        return new Answer(200, body, Map.of());
    }

    static Answer created(Object body) {
        return new Answer(201, body, Map.of());
    }

    /** A page, as it is. */
    static Answer html(String page) {
        return file(HTML + "; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** What is no JSON, as it is. */
    static Answer file(String mediaType, byte[] bytes) {
        return new Answer(200, new File(mediaType, bytes), Map.of());
    }

    private record File(String mediaType, byte[] bytes) {}

    static Answer nothing() {
        return new Answer(204, null, Map.of());
    }

    /** What was done to something that was there. */
    static Answer changed(Done done, String href) {
        return of(Shapes.Changed.of(done, href)).at(done.version());
    }

    /** What was made. */
    static Answer created(Done done, String href) {
        return created(Shapes.Changed.of(done, href)).at(done.version()).with("Location", href);
    }

    Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, body, all);
    }

    Answer withStatus(int other) {
        return new Answer(other, body, headers);
    }

    String mediaType() {
        return body instanceof File file ? file.mediaType() : Route.JSON;
    }

    /** The body as it is sent; there must be one. */
    byte[] bytes() throws IOException {
        return body instanceof File file ? file.bytes() : Json.write(body);
    }

    Answer at(long version) {
        return with("ETag", "\"" + version + "\"");
    }
}
