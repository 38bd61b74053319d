package nl.knelpunt.support.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private final CsvMapping mapping;

    /**
     * @param format that {@code @Reads} names; the plugin's own mapping bears this name
     * @param mapping the administrator's, JSON; empty or null for the plugin's own
     * @throws IllegalArgumentException the mapping is wrong, with path, line and column; the plugin is then not taken into use
     */
    protected CsvAdapter(String format, String mapping) {
        try (InputStream json = mapping == null || mapping.isBlank()
                ? getClass().getResourceAsStream(FOLDER + format + ".json")
                : new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8))) {
            if (json == null) {
                throw new IllegalArgumentException("The jar lacks " + FOLDER + format + ".json");
            }
            this.mapping = CsvMapping.of(json);
        } catch (MessageException e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        mapping.read(message, drafts);
    }
}
