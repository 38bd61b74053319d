package nl.knelpunt.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Area;

/** Records in which every component has something in it, and every text says in which component it stands. */
final class Filled {

    private final Map<String, UUID> ids = new LinkedHashMap<>();

    /** From here on a component of this name has this id. */
    Filled with(String component, UUID id) {
        ids.put(component, id);
        return this;
    }

    <T> T record(Class<T> type) {
        return type.cast(value(type, "value", ""));
    }

    /** What stands in the text of a component, such as {@code MARKreasonX}. */
    static String mark(String component) {
        return "MARK" + component + "X";
    }

    private Object value(Type type, String name, String within) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, name, within);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Area.class) {
            // Has rules of its own, and everywhere stands beside texts.
            return null;
        }
        if (raw == String.class) {
            return mark(within + name);
        } else if (raw == UUID.class) {
            return ids.containsKey(name) ? ids.get(name) : Samples.id();
        } else if (raw == Instant.class) {
            return Installation.NOON;
        } else if (raw == LocalDate.class) {
            return LocalDate.of(2026, 11, 23);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return true;
        } else if (raw == int.class || raw == Integer.class) {
            return 1;
        } else if (raw == long.class || raw == Long.class) {
            return 1L;
        } else if (raw == double.class || raw == Double.class) {
            return 1.0;
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[raw.getEnumConstants().length - 1];
        }
        return filled(raw);
    }

    private Object container(ParameterizedType generic, String name, String within) {
        Type[] of = generic.getActualTypeArguments();
        Object first = value(of[0], name, within);
        if (generic.getRawType() == Map.class) {
            return Map.of(first, value(of[1], name, within));
        }
        return generic.getRawType() == Set.class ? Set.of(first) : List.of(first);
    }

    private Object filled(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new AssertionError("No record: " + type);
        }
        try {
            Constructor<?> made = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return made.newInstance(Arrays.stream(components)
                    .map(c -> value(c.getGenericType(), c.getName(), type.getSimpleName()))
                    .toArray());
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new AssertionError(e);
        } catch (InvocationTargetException e) {
            throw new AssertionError("Can't be filled: " + type, e.getCause());
        }
    }
}
