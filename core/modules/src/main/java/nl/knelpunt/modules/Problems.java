package nl.knelpunt.modules;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.knelpunt.api.Text;

/** Collects mistakes, so that their maker hears them all at once. */
final class Problems {

    /** Enough to mend a file in one go; a file that is wrong throughout can't fill the log. */
    private static final int MOST = 50;

    private static final int LONGEST = 1_000;

    private final List<Text> found = new ArrayList<>();
    private int more;

    void add(String file, String path, String nl, String en) {
        add(file, new Text(path, path), new Text(nl, en));
    }

    /** @param place within the file */
    void add(String file, Text place, Text sentence) {
        if (found.size() == MOST) {
            more++;
            return;
        }
        found.add(new Text(
                shortened(file + ", " + place.nl() + ": " + sentence.nl()),
                shortened(file + ", " + place.en() + ": " + sentence.en())));
    }

    private static String shortened(String problem) {
        String plain = problem.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    void throwIfAny() throws BrokenPluginException {
        if (more > 0) {
            found.add(new Text("en nog " + more, "and " + more + " more"));
        }
        if (!found.isEmpty()) {
            throw new BrokenPluginException(found);
        }
    }

    /** Every part of a descriptor is required, down to its last text. */
    void addMissing(String file, String path, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(file, path, "ontbreekt of is leeg", "is missing or empty");
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
