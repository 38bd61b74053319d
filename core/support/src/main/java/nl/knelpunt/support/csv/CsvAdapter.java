package nl.knelpunt.support.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;

/**
 * Reads tables by a mapping: an adapter that is a name and a setting.
 *
 * <pre>{@code
 * @Component(service = SignalAdapter.class)
 * @Designate(ocd = BerthsAdapter.Settings.class)
 * @Reads(format = "berths-csv", mediaTypes = "text/csv", fileEndings = "csv")
 * public final class BerthsAdapter extends CsvAdapter {
 *
 *     @ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%settings")
 *     public @interface Settings {
 *         @AttributeDefinition(name = "%mapping", description = "%mapping.description")
 *         String mapping() default "";
 *     }
 *
 *     @Activate
 *     public BerthsAdapter(Settings settings) {
 *         super("berths-csv", settings.mapping());
 *     }
 * }
 * }</pre>
 *
 * The plugin's own mapping lies in its jar as {@code knelpunt/mappings/berths-csv.json}. It serves until an administrator writes
 * another in the configuration of the plugin.
 */
public abstract class CsvAdapter implements SignalAdapter {

    private static final String FOLDER = "/knelpunt/mappings/";
    private static final Text MISSING = new Text(
            "De koppeltabel van de module ontbreekt in de jar. Waarschuw de beheerder.",
            "The plugin's mapping is missing in its jar. Tell the administrator.");

    private final String file;
    private final String written;

    /**
     * @param format that {@code @Reads} names; the plugin's own mapping bears this name
     * @param mapping the administrator's, JSON; empty or null for the plugin's own
     */
    protected CsvAdapter(String format, String mapping) {
        this.file = FOLDER + format + ".json";
        this.written = mapping == null || mapping.isBlank() ? null : mapping;
    }

    /** @throws MessageException also when the mapping is wrong; then its place begins with {@code mapping} */
    @Override
    public final void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        try (InputStream mapping = written == null
                ? getClass().getResourceAsStream(file)
                : new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8))) {
            if (mapping == null) {
                throw new MessageException(MappingReader.PLACE, MISSING);
            }
            CsvMapping.of(mapping).read(message, drafts);
        }
    }
}
