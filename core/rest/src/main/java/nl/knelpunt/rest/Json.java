package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.Map;
import nl.knelpunt.engine.dossier.Area;

/** JSON of this API: bounded and strict on the way in, without nulls on the way out. */
final class Json {

    /** Bytes of a JSON body; more is refused. */
    static final int MOST_BYTES = 1 << 20;

    /** Bytes of a JSON body of somebody who has not signed in: that only takes a name and a password. */
    static final int MOST_BYTES_OF_STRANGERS = 8 << 10;

    static final int MOST_DEPTH = 32;

    /** An area of the most positions fits; more would turn a small body into a large tree. */
    static final int MOST_TOKENS = 80_000;

    private Json() {}

    /** Made at the first use: it takes a while, and starting has no need of it. */
    private static final class Lazy {

        static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(MOST_DEPTH)
                                .maxTokenCount(MOST_TOKENS)
                                .maxStringLength(MOST_BYTES)
                                .maxNameLength(200)
                                .maxNumberLength(50)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addSerializer(LocalDate.class, ToStringSerializer.instance)
                        .addSerializer(LocalTime.class, ToStringSerializer.instance)
                        .addSerializer(Area.class, new GeoJson.AreaSerializer()))
                .build();
    }

    static ObjectMapper mapper() {
        return Lazy.MAPPER;
    }

    static byte[] write(Object body) throws IOException {
        return body instanceof byte[] bytes ? bytes : mapper().writeValueAsBytes(body);
    }

    static ObjectNode tree(Object body) {
        return mapper().valueToTree(body);
    }

    /** An object, not yet looked at. The parser's own messages quote what was sent, so they stay here. */
    static ObjectNode parse(byte[] bytes) {
        JsonNode tree;
        try {
            tree = mapper().readTree(bytes);
        } catch (StreamConstraintsException e) {
            throw BadRequestException.of(
                    "",
                    "De JSON is te diep of te lang. Hoogstens " + MOST_DEPTH + " lagen diep.",
                    "The JSON is too deep or too long. At most " + MOST_DEPTH + " levels deep.");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            throw BadRequestException.of(
                    "",
                    "Dit is geen JSON, of een veld staat er twee keer in: regel " + line + ", kolom " + column + ".",
                    "This is not JSON, or a field is in it twice: line " + line + ", column " + column + ".");
        } catch (IOException e) {
            throw BadRequestException.of("", "De tekens zijn geen UTF-8.", "The characters are not UTF-8.");
        }
        if (!(tree instanceof ObjectNode object)) {
            throw BadRequestException.of("", "Hier hoort een JSON-object.", "A JSON object belongs here.");
        }
        return object;
    }

    /** A schema of a plugin, which was looked at when the plugin was taken. */
    static JsonNode schema(String text) {
        try {
            return mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form's schema is no JSON", e);
        }
    }

    static <T> T read(ObjectNode tree, Class<T> type) {
        return new RequestReader(false).read(tree, type);
    }

    /** Looks whether a merge patch only names fields that there are, before anything is changed. */
    static void checkPatch(ObjectNode patch, Class<?> type) {
        new RequestReader(true).read(patch, type);
    }

    /** RFC 7396 on an object; the target itself is changed. */
    static <T> T merged(Object current, ObjectNode patch, Class<T> type) {
        ObjectNode target = tree(current);
        merge(target, patch);
        return read(target, type);
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = patch.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = field.getKey();
            if (field.getValue().isNull()) {
                target.remove(name);
            } else if (field.getValue() instanceof ObjectNode change) {
                ObjectNode inner = target.get(name) instanceof ObjectNode there ? there : target.putObject(name);
                merge(inner, change);
            } else {
                target.set(name, field.getValue());
            }
        }
    }
}
