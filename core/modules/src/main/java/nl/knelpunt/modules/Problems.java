package nl.knelpunt.modules;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects mistakes, so that their maker hears them all at once. */
final class Problems {

    /** Enough to mend a file in one go; a file that is wrong throughout can't fill the log. */
    private static final int MOST = 50;

    private static final int LONGEST = 1_000;

    private final List<String> found = new ArrayList<>();
    private int more;

    void add(String file, String path, String sentence) {
        if (found.size() == MOST) {
            more++;
            return;
        }
        String problem = (file + ", " + path + ": " + sentence).replaceAll("\\p{Cntrl}", "?");
        found.add(problem.length() > LONGEST ? problem.substring(0, LONGEST) + "…" : problem);
    }

    void throwIfAny() throws BrokenPluginException {
        if (more > 0) {
            found.add("and " + more + " more");
        }
        if (!found.isEmpty()) {
            throw new BrokenPluginException(found);
        }
    }

    /** Every part of a descriptor is required, down to its last text. */
    void addMissing(String file, String path, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(file, path, "is missing or empty");
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                addMissing(file, path + "." + component.getName(), part(value, component));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                addMissing(file, path + "[" + i + "]", list.get(i));
            }
        }
    }

    private static Object part(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(Objects.toString(component), e);
        }
    }
}
