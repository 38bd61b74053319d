package nl.knelpunt.support.csv;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MappedAdapter;
import nl.knelpunt.api.adapter.MessageException;

/**
 * Reads tables by a mapping: an adapter that is nothing but a name.
 *
 * <pre>{@code
 * @Component(service = SignalAdapter.class)
 * @Reads(format = "berths-csv", mediaTypes = "text/csv", fileEndings = "csv")
 * public final class BerthsAdapter extends CsvAdapter {
 *     public BerthsAdapter() {
 *         super("berths-csv");
 *     }
 * }
 * }</pre>
 *
 * The plugin's own mapping lies in its jar as {@code knelpunt/mappings/berths-csv.json}.
 */
public abstract class CsvAdapter implements MappedAdapter {

    private static final String FOLDER = "/knelpunt/mappings/";
    private static final Text MISSING = new Text(
            "De koppeltabel van de module ontbreekt in de jar. Waarschuw de beheerder.",
            "The plugin's mapping is missing in its jar. Tell the administrator.");

    private final String file;

    /** @param format that {@code @Reads} names; the mapping bears this name */
    protected CsvAdapter(String format) {
        this.file = FOLDER + format + ".json";
    }

    @Override
    public final void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        try (InputStream mapping = getClass().getResourceAsStream(file)) {
            if (mapping == null) {
                throw new MessageException(MAPPING, MISSING);
            }
            read(message, mapping, drafts);
        }
    }

    @Override
    public final void read(InputStream message, InputStream mapping, DraftSink drafts)
            throws MessageException, IOException {
        CsvMapping.of(mapping).read(message, drafts);
    }
}
