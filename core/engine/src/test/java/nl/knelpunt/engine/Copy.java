package nl.knelpunt.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** A record with one value changed, named by its path, so that a test says no more than what differs. */
public final class Copy {

    private Copy() {}

    /** {@code path} goes through records by the name of a component and through lists by number. */
    public static <T> T with(T value, String path, Object changed) {
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        String tail = dot < 0 ? null : path.substring(dot + 1);
        @SuppressWarnings("unchecked")
        T copy = (T)
                (value instanceof List<?> list
                        ? inList(list, head, tail, changed)
                        : inRecord(value, head, tail, changed));
        return copy;
    }

    private static List<Object> inList(List<?> list, String head, String tail, Object changed) {
        List<Object> copy = new ArrayList<>(list);
        int index = Integer.parseInt(head);
        copy.set(index, tail == null ? changed : with(copy.get(index), tail, changed));
        return copy;
    }

    private static Object inRecord(Object value, String head, String tail, Object changed) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        boolean known = false;
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getAccessor().invoke(value);
                if (components[i].getName().equals(head)) {
                    known = true;
                    values[i] = tail == null ? changed : with(values[i], tail, changed);
                }
            }
            if (!known) {
                throw new AssertionError(value.getClass().getSimpleName() + " has no " + head);
            }
            return value.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(head + " can't be " + changed, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
