package nl.knelpunt.support.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Characters;
import nl.knelpunt.support.internal.Limits;
import nl.knelpunt.support.internal.Reasons;

/** The row that the parser read last: of its cells only those that were asked for. */
final class Row extends AbstractBaseCsvCallbackHandler<Row> {

    private final Set<String> columns;

    /** By column that was asked for, its place from 0; null until the heading was read. */
    private Map<String, Integer> places;

    /** By place, the cells that were asked for; of the heading all of them. */
    private final Map<Integer, String> cells = new HashMap<>();

    private int width;
    private long line = 1;
    private int count;
    private int wrongCell;
    private Text wrong;

    Row(Set<String> columns) {
        this.columns = Set.copyOf(columns);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        count = 0;
        wrong = null;
        cells.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        count = index + 1;
        if (!quoted && contains(buffer, offset, length)) {
            wrong(index, Reasons.STRAY_QUOTE);
        }
        if (places == null || places.containsValue(index)) {
            if (length > Limits.TEXT) {
                wrong(index, Reasons.TOO_LONG);
            } else if (length > 0) {
                cells.put(index, new String(buffer, offset, length));
            }
        }
    }

    @Override
    protected RecordWrapper<Row> buildRecord() {
        return wrapRecord(this);
    }

    /** What was wrong in a cell, which can't be thrown through the parser. */
    void check() throws MessageException {
        if (wrong != null) {
            throw new MessageException(Characters.at((int) line, wrongCell), wrong);
        }
    }

    void takeHeading() throws MessageException {
        Map<String, List<Integer>> found = new HashMap<>();
        cells.forEach((place, heading) ->
                found.computeIfAbsent(plain(heading), h -> new ArrayList<>()).add(place));
        Map<String, Integer> asked = new HashMap<>();
        for (String column : columns.stream().sorted().toList()) {
            List<Integer> at = found.getOrDefault(plain(column), List.of());
            if (at.size() != 1) {
                throw new MessageException(
                        Characters.at((int) line, 1) + " (" + column + ")",
                        at.isEmpty() ? Reasons.NO_COLUMN : Reasons.COLUMN_TWICE);
            }
            asked.put(column, at.get(0));
        }
        places = asked;
        width = count;
        cells.clear();
    }

    void requireAllCells() throws MessageException {
        if (count != width) {
            throw new MessageException(where(), count < width ? Reasons.TOO_FEW_CELLS : Reasons.TOO_MANY_CELLS);
        }
    }

    /** Null when empty. */
    String cell(String column) {
        return cells.get(place(column));
    }

    String where() {
        return "line " + line;
    }

    String where(String column) {
        return Characters.at((int) line, place(column) + 1) + " (" + column + ")";
    }

    private int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalStateException("A column is named before the table is read");
        }
        return place;
    }

    private void wrong(int index, Text reason) {
        if (wrong == null) {
            wrong = reason;
            wrongCell = index + 1;
        }
    }

    private static boolean contains(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '"') {
                return true;
            }
        }
        return false;
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }
}
