package nl.knelpunt.rest;

import java.nio.charset.StandardCharsets;

/**
 * A body that is no JSON.
 *
 * @param mediaType with its charset where it is text
 */
record Document(String mediaType, byte[] bytes) {

    static final String HTML = "text/html";
    static final String CSV = "text/csv";

    static Document html(String page) {
        return text(HTML, page);
    }

    static Document text(String mediaType, String text) {
        return new Document(mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
