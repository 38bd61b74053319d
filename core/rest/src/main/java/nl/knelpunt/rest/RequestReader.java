package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Area;

/**
 * Reads JSON into a request record. Not by databind, which stops at the first mistake and quotes what was sent: the API design
 * rules ask for all mistakes together, and values may be personal data.
 */
final class RequestReader {

    /** Characters of one text; more is refused. */
    static final int MOST_CHARACTERS = 10_000;

    private record Shape(RecordComponent[] components, Constructor<?> constructor) {}

    private record Kind(Text wanted, Function<JsonNode, Object> read) {}

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Shape(components, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private static final Kind BOOLEAN = new Kind(
            new Text("Hier hoort true of false.", "True or false belongs here."),
            n -> n.isBoolean() ? n.booleanValue() : null);

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            String.class,
            new Kind(
                    new Text(
                            "Hier hoort tekst van hoogstens " + MOST_CHARACTERS + " tekens, zonder stuurtekens.",
                            "A text of at most " + MOST_CHARACTERS
                                    + " characters belongs here, without control characters."),
                    n -> n.isTextual() && isPlain(n.textValue()) ? n.textValue() : null),
            boolean.class,
            BOOLEAN,
            Boolean.class,
            BOOLEAN,
            Integer.class,
            new Kind(
                    new Text("Hier hoort een geheel getal.", "A whole number belongs here."),
                    n -> n.isIntegralNumber() && n.canConvertToInt() ? n.intValue() : null),
            Long.class,
            new Kind(
                    new Text("Hier hoort een geheel getal.", "A whole number belongs here."),
                    n -> n.isIntegralNumber() && n.canConvertToLong() ? n.longValue() : null),
            Double.class,
            new Kind(
                    new Text("Hier hoort een getal.", "A number belongs here."),
                    n -> n.isNumber() && Double.isFinite(n.doubleValue()) ? n.doubleValue() : null),
            UUID.class,
            new Kind(new Text("Hier hoort een id (UUID).", "An id (UUID) belongs here."), n -> text(n, IdText::parse)),
            LocalDate.class,
            new Kind(
                    new Text("Hier hoort een datum: jjjj-mm-dd.", "A date belongs here: yyyy-mm-dd."),
                    n -> text(n, t -> t.length() == 10 ? LocalDate.parse(t) : null)),
            LocalTime.class,
            new Kind(
                    new Text("Hier hoort een tijd: uu:mm of uu:mm:ss.", "A time belongs here: hh:mm or hh:mm:ss."),
                    n -> text(n, LocalTime::parse)),
            Instant.class,
            new Kind(
                    new Text(
                            "Hier hoort een moment met tijdzone: 2026-01-31T12:00:00Z.",
                            "A moment with its time zone belongs here: 2026-01-31T12:00:00Z."),
                    n -> text(
                            n,
                            t -> Character.isDigit(t.charAt(0))
                                    ? OffsetDateTime.parse(t).toInstant()
                                    : null)));

    private final FieldErrors errors = new FieldErrors();
    private final boolean partial;

    /** @param partial for a merge patch, of which parts may be missing */
    RequestReader(boolean partial) {
        this.partial = partial;
    }

    /** @throws BadRequestException with everything that is wrong */
    <T> T read(ObjectNode tree, Class<T> type) {
        Object read = record(tree, type, "");
        errors.throwIfAny();
        return type.cast(read);
    }

    private Object value(JsonNode node, Type type, String path) {
        if (node == null || node.isNull()) {
            return type == boolean.class ? Boolean.FALSE : null;
        }
        if (type instanceof ParameterizedType collection) {
            return items(node, collection, path);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Area.class) {
            return GeoJson.read(node, path, partial, errors);
        }
        if (raw.isRecord()) {
            return record(node, raw, path);
        }
        if (raw == ObjectNode.class) {
            return object(node, path);
        }
        Kind kind = raw.isEnum() ? oneOf(raw) : KINDS.get(raw);
        Object read = kind.read().apply(node);
        if (read == null) {
            errors.add(path, kind.wanted());
            return type == boolean.class ? Boolean.FALSE : null;
        }
        return read;
    }

    private Object record(JsonNode node, Class<?> type, String path) {
        if (!(node instanceof ObjectNode object)) {
            errors.add(path, "Hier hoort een JSON-object.", "A JSON object belongs here.");
            return null;
        }
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.components().length];
        Set<String> known = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = shape.components()[i];
            known.add(component.getName());
            JsonNode given = object.get(component.getName());
            String at = below(path, component.getName());
            if (!partial && component.isAnnotationPresent(Mandatory.class) && isMissing(given)) {
                errors.add(at, "Dit veld is nodig.", "This field is needed.");
            }
            values[i] = value(given, component.getGenericType(), at);
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                errors.add(below(path, name), "Dit veld bestaat hier niet.", "This field does not exist here.");
            }
        }
        if (errors.size() > 0) {
            return null;
        }
        try {
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is: who takes it looks at it later. */
    private Object object(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        errors.add(path, "Hier hoort een JSON-object.", "A JSON object belongs here.");
        return null;
    }

    private Object items(JsonNode node, ParameterizedType type, String path) {
        if (!(node instanceof ArrayNode array)) {
            errors.add(path, "Hier hoort een lijst.", "A list belongs here.");
            return null;
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String at = path + "[" + i + "]";
            if (array.get(i).isNull()) {
                errors.add(at, "Hier staat niets.", "There is nothing here.");
            } else {
                items.add(value(array.get(i), type.getActualTypeArguments()[0], at));
            }
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(items) : items;
    }

    private static Kind oneOf(Class<?> type) {
        Map<String, Object> byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(c -> ((Enum<?>) c).name(), Function.identity()));
        String names = Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .collect(Collectors.joining(", "));
        return new Kind(
                new Text("Hier hoort een van: " + names + ".", "One of these belongs here: " + names + "."),
                n -> n.isTextual() ? byName.get(n.textValue()) : null);
    }

    private static <T> T text(JsonNode node, Function<String, T> parse) {
        if (!node.isTextual() || node.textValue().isEmpty()) {
            return null;
        }
        try {
            return parse.apply(node.textValue());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Text that every database, screen and log can carry. */
    private static boolean isPlain(String text) {
        return text.length() <= MOST_CHARACTERS
                && text.codePoints()
                        .noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'
                                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isMissing(JsonNode node) {
        return node == null
                || node.isNull()
                || node.isTextual() && node.textValue().isBlank();
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
