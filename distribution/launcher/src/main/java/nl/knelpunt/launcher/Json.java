package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reading and writing JSON. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An empty answer is an empty object. */
    static JsonNode read(byte[] text) throws IOException {
        var node = MAPPER.readTree(text);
        return node == null || node.isMissingNode() ? object() : node;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String line(JsonNode node) {
        return node.toPrettyString();
    }
}
