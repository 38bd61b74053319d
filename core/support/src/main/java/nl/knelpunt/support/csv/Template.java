package nl.knelpunt.support.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.api.adapter.MessageException;

/** Words with columns in braces, such as {@code Geïnspecteerd: {Wet}.} */
record Template(List<Part> parts) {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)}");

    /** Words, or the heading of a column. */
    record Part(String text, boolean isColumn) {}

    interface Cells {
        /** Null when empty. */
        String cell(String column) throws MessageException;
    }

    Template {
        parts = List.copyOf(parts);
    }

    static Template of(String written) {
        List<Part> parts = new ArrayList<>();
        Matcher column = COLUMN.matcher(written);
        int from = 0;
        while (column.find()) {
            parts.add(new Part(written.substring(from, column.start()), false));
            parts.add(new Part(column.group(1).strip(), true));
            from = column.end();
        }
        parts.add(new Part(written.substring(from), false));
        return new Template(
                parts.stream().filter(p -> p.isColumn || !p.text.isEmpty()).toList());
    }

    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        parts.stream().filter(Part::isColumn).forEach(p -> columns.add(p.text));
        return columns;
    }

    /** Null when all its columns are empty; what is empty beside others is left out. */
    String fill(Cells cells) throws MessageException {
        StringBuilder filled = new StringBuilder();
        boolean any = false;
        for (Part part : parts) {
            String text = part.isColumn ? cells.cell(part.text) : part.text;
            any |= part.isColumn && text != null;
            filled.append(text == null ? "" : text);
        }
        String plain = filled.toString().replaceAll(" {2,}", " ").strip();
        return (any || columns().isEmpty()) && !plain.isEmpty() ? plain : null;
    }
}
