package nl.knelpunt.support.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Characters;
import nl.knelpunt.support.internal.Limits;
import nl.knelpunt.support.internal.Reasons;
import nl.knelpunt.support.internal.Values;

/**
 * Walks through one JSON message. An adapter names the members that it wants; everything else is passed over without
 * being copied:
 *
 * <pre>{@code
 * JsonReader json = new JsonReader(message);
 * json.object();
 * while (json.next()) {
 *     switch (json.name()) {
 *         case "berth" -> berth = json.string();
 *         case "arrival" -> arrival = json.moment();
 *     }
 * }
 * }</pre>
 *
 * <p>Takes UTF-8 and UTF-16; refuses duplicate names; bounds depth and length; JSON's null is read as absent. What can't
 * be read is a {@link MessageException} with path, line and column, such as {@code $.location.geometrie, line 7, column
 * 20}. Neither path nor reason quotes the message: a path holds only names that the adapter asked for. What the stream
 * itself throws is passed on. For one thread.
 */
public final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.TEXT)
                    .maxNameLength(Limits.NAME)
                    .maxNumberLength(Limits.NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Nothing of a message outlives it: no shared table of names, no buffers kept with a thread.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private final JsonParser parser;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** Whether the parser stands at a value that was neither read nor entered yet. */
    private boolean pending;

    private enum Kind {
        OBJECT,
        ARRAY,
        /** One value where several would be allowed. */
        SINGLE,
        /** JSON's null where an object or array may stand. */
        ABSENT
    }

    private static final class Level {
        private final Kind kind;
        private String name;
        private int index = -1;
        private boolean asked;

        private Level(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String toString() {
            return switch (kind) {
                case OBJECT -> asked ? "." + name : "";
                case ARRAY -> index < 0 ? "" : "[" + index + "]";
                case SINGLE, ABSENT -> "";
            };
        }
    }

    /**
     * Stands at the message's value.
     *
     * @param message not closed
     */
    public JsonReader(InputStream message) throws MessageException, IOException {
        this.parser = FACTORY.createParser(Characters.ofJson(message));
        if (token() == null) {
            throw error(Reasons.NOT_JSON);
        }
        pending = true;
    }

    /** Goes into an object; {@link #next} then goes along its members. */
    public void object() throws MessageException {
        enter(JsonToken.START_OBJECT, Kind.OBJECT, Reasons.NO_OBJECT);
    }

    /** Goes into an array; {@link #next} then goes along its values. */
    public void array() throws MessageException {
        enter(JsonToken.START_ARRAY, Kind.ARRAY, Reasons.NO_ARRAY);
    }

    /** Goes into an array, or takes a single value as if it stood alone in one. */
    public void each() throws MessageException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            array();
        } else {
            requirePending();
            ask();
            levels.push(new Level(Kind.SINGLE));
        }
    }

    /**
     * Goes to the next value inside the object or array entered last; passes over what was not read. At the end leaves it
     * and says false. The end of the outermost is also the end of the message: anything behind it is refused.
     */
    public boolean next() throws MessageException, IOException {
        if (levels.isEmpty()) {
            throw new IllegalStateException("Nothing was entered");
        }
        Level level = levels.peek();
        level.asked = false;
        if (level.kind == Kind.SINGLE && level.index++ < 0) {
            return true;
        }
        pass();
        if (level.kind == Kind.OBJECT || level.kind == Kind.ARRAY) {
            JsonToken token = token();
            if (token == JsonToken.FIELD_NAME) {
                level.name = parser.currentName();
                token = token();
            }
            if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                level.index++;
                pending = true;
                return true;
            }
        }
        levels.pop();
        if (levels.isEmpty() && token() != null) {
            throw error(Reasons.NOT_JSON);
        }
        return false;
    }

    /** Name of the member where the reader stands. */
    public String name() {
        Level level = levels.peek();
        if (level == null || level.kind != Kind.OBJECT) {
            throw new IllegalStateException("Only a member of an object has a name");
        }
        return level.name;
    }

    /** Text without white space around it; null when absent or empty. */
    public String string() throws MessageException, IOException {
        if (isAbsent()) {
            return null;
        }
        require(JsonToken.VALUE_STRING, Reasons.NO_STRING);
        String text = parsed(parser::getText);
        if (!Values.isClean(text)) {
            throw error(Reasons.CONTROL_CHARACTER);
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** As {@link #string()}, of at most so many characters. */
    public String string(int atMost) throws MessageException, IOException {
        String text = string();
        if (text != null && text.length() > atMost) {
            throw error(Reasons.TOO_LONG);
        }
        return text;
    }

    /** Text, or a whole number as text, for what some senders write with and some without quotes; null when absent. */
    public String stringOrWhole() throws MessageException, IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return string();
        }
        return String.valueOf(whole());
    }

    /** An array of numbers, such as a point; null when absent. */
    public double[] numbers(int atMost) throws MessageException, IOException {
        if (isAbsent()) {
            return null;
        }
        array();
        double[] numbers = new double[atMost];
        int size = 0;
        while (next()) {
            Double number = number();
            if (number == null) {
                throw error(Reasons.NO_NUMBER);
            }
            if (size == atMost) {
                throw error(Reasons.TOO_LONG);
            }
            numbers[size++] = number;
        }
        return Arrays.copyOf(numbers, size);
    }

    /** A number; null when absent. */
    public Double number() throws MessageException, IOException {
        if (isAbsent()) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            require(JsonToken.VALUE_NUMBER_FLOAT, Reasons.NO_NUMBER);
        }
        pending = false;
        double number = parsed(parser::getDoubleValue);
        if (!Double.isFinite(number)) {
            throw error(Reasons.NO_NUMBER);
        }
        return number;
    }

    /** A whole number; null when absent. */
    public Long whole() throws MessageException, IOException {
        if (isAbsent()) {
            return null;
        }
        require(JsonToken.VALUE_NUMBER_INT, Reasons.NO_WHOLE_NUMBER);
        if (parsed(parser::getNumberType) == JsonParser.NumberType.BIG_INTEGER) {
            throw error(Reasons.NO_WHOLE_NUMBER);
        }
        return parsed(parser::getLongValue);
    }

    /** True or false; null when absent. */
    public Boolean flag() throws MessageException {
        if (isAbsent()) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_TRUE) {
            require(JsonToken.VALUE_FALSE, Reasons.NO_BOOLEAN);
        }
        pending = false;
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** A day and time in the Netherlands, to the second; null when absent. */
    public LocalDateTime moment() throws MessageException, IOException {
        String text = string();
        if (text == null) {
            return null;
        }
        LocalDateTime moment = Values.moment(text);
        if (moment == null) {
            throw error(Reasons.NO_MOMENT);
        }
        return moment;
    }

    /** A day, with or without hyphens; null when absent. */
    public LocalDate date() throws MessageException, IOException {
        String text = string();
        if (text == null) {
            return null;
        }
        LocalDate date = Values.date(text);
        if (date == null) {
            throw error(Reasons.NO_DATE);
        }
        return date;
    }

    /** An error at the value that was read last, or else at what holds it. */
    public MessageException error(Text reason) {
        return error(reason, parser.currentTokenLocation());
    }

    private MessageException error(Text reason, JsonLocation location) {
        return new MessageException(
                path() + ", " + Characters.at(location.getLineNr(), location.getColumnNr()), reason);
    }

    private String path() {
        StringBuilder path = new StringBuilder("$");
        levels.descendingIterator().forEachRemaining(path::append);
        return path.toString();
    }

    private void enter(JsonToken start, Kind kind, Text otherwise) throws MessageException {
        if (isAbsent()) {
            levels.push(new Level(Kind.ABSENT));
        } else {
            require(start, otherwise);
            levels.push(new Level(kind));
        }
    }

    private boolean isAbsent() {
        requirePending();
        ask();
        boolean absent = parser.currentToken() == JsonToken.VALUE_NULL;
        pending = !absent;
        return absent;
    }

    private void require(JsonToken expected, Text otherwise) throws MessageException {
        if (parser.currentToken() != expected) {
            throw error(otherwise);
        }
        pending = false;
    }

    /** From here on the name may stand in an error: the adapter knows it. */
    private void ask() {
        if (!levels.isEmpty()) {
            levels.peek().asked = true;
        }
    }

    private void requirePending() {
        if (!pending) {
            throw new IllegalStateException("This value was read already");
        }
    }

    private void pass() throws MessageException, IOException {
        if (pending) {
            parsed(parser::skipChildren);
            pending = false;
        }
    }

    private JsonToken token() throws MessageException, IOException {
        return parsed(parser::nextToken);
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T parsed(Step<T> step) throws MessageException, IOException {
        try {
            return step.run();
        } catch (StreamConstraintsException e) {
            boolean tooDeep = parser.getParsingContext().getNestingDepth() > Limits.DEPTH;
            throw error(tooDeep ? Reasons.TOO_DEEP : Reasons.TOO_LONG, parser.currentLocation());
        } catch (JsonProcessingException e) {
            boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
            throw error(duplicate ? Reasons.DUPLICATE : Reasons.NOT_JSON, parser.currentLocation());
        } catch (Characters.NotReadable e) {
            throw new MessageException(path() + ", " + e.where(), Reasons.ENCODING);
        }
    }
}
