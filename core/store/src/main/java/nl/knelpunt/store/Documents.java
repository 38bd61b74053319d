package nl.knelpunt.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.result.Recipient;

/** Values of the engine as JSON: the components of a record, nothing that is derived from them; times as ISO text. */
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(times())
            .addModule(texts())
            .addMixIn(Recipient.class, Tagged.class)
            .build();

    /** A recipient says by name, never by class, what it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Recipient.OwnParticipant.class, name = "PARTICIPANT"),
        @JsonSubTypes.Type(value = Recipient.ThirdParty.class, name = "THIRD_PARTY"),
        @JsonSubTypes.Type(value = Recipient.OtherRiec.class, name = "OTHER_RIEC"),
        @JsonSubTypes.Type(value = Recipient.OtherVerband.class, name = "OTHER_VERBAND")
    })
    private interface Tagged {}

    private Documents() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Can't be written as a document: " + value.getClass().getName());
        }
    }

    static <T> T read(String document, Class<T> type) {
        try {
            return MAPPER.readValue(document, type);
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes the document.
            throw new IllegalStateException("A stored document can't be read as " + type.getName());
        }
    }

    private static SimpleModule times() {
        SimpleModule module = new SimpleModule("times");
        iso(module, Instant.class, Instant::parse);
        iso(module, LocalDate.class, LocalDate::parse);
        iso(module, LocalTime.class, LocalTime::parse);
        return module;
    }

    /** A text that was stored when it had one language is the same in both. */
    private static SimpleModule texts() {
        return new SimpleModule("texts").addDeserializer(Text.class, new StdDeserializer<>(Text.class) {

            private static final long serialVersionUID = 1L;

            @Override
            public Text deserialize(JsonParser in, DeserializationContext context) throws IOException {
                JsonNode stored = in.readValueAsTree();
                return stored.isTextual()
                        ? new Text(stored.textValue(), stored.textValue())
                        : new Text(
                                stored.path("nl").textValue(), stored.path("en").textValue());
            }
        });
    }

    private static <T> void iso(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new ToText<>(type));
        module.addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class ToText<T> extends StdScalarSerializer<T> {

        private static final long serialVersionUID = 1L;

        ToText(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return parse.apply(in.getText());
        }
    }
}
