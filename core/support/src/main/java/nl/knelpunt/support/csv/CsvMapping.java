package nl.knelpunt.support.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;

/**
 * Which column of a table is what in a draft. Written as JSON by the plugin's maker or an administrator; its schema is
 * {@code docs/integrators/schema/mapping.schema.json}. Never changes; for several threads.
 */
public final class CsvMapping {

    /** A row is a signal when this column holds one of these, in whatever case. */
    record Only(String column, Set<String> in) {}

    record Given(DataCategory category, String field, Template text, Form form) {}

    record About(SubjectKind kind, List<Given> data) {}

    /** Each null when the table has none. Columns by their heading. */
    record PlaceColumns(
            Template description,
            String postcode,
            Template town,
            String municipality,
            String longitude,
            String latitude) {}

    /** All but the lists may be null. */
    record Content(
            CsvReader.Layout layout,
            char decimalSign,
            DateTimeFormatter dates,
            DateTimeFormatter times,
            List<Only> only,
            Template messageId,
            List<Template> what,
            String date,
            String time,
            Template observedBy,
            PlaceColumns place,
            Map<String, Map<String, String>> words,
            List<About> subjects) {}

    private final Content content;
    private final Set<String> columns;

    private CsvMapping(Content content, Set<String> columns) {
        this.content = content;
        this.columns = Set.copyOf(columns);
    }

    /**
     * @param json not closed
     * @throws MessageException it is no sound mapping: with path, line and column
     */
    public static CsvMapping of(InputStream json) throws MessageException, IOException {
        Set<String> columns = new LinkedHashSet<>();
        return new CsvMapping(MappingReader.read(json, columns), columns);
    }

    /** Headings of the columns that are read; all others are passed over. */
    public Set<String> columns() {
        return columns;
    }

    /**
     * Reads a table: each row that is a signal becomes a draft.
     *
     * @throws MessageException a cell is not as the mapping says, or no row is a signal
     */
    public void read(InputStream table, DraftSink drafts) throws MessageException, IOException {
        new MappedTable(content, new CsvReader(table, content.layout(), columns)).read(drafts);
    }
}
