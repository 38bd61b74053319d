package nl.knelpunt.engine.plugin;

import java.util.Objects;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;

/**
 * What a plugin says on a screen of data that its participants supplied. Its script is asked in the browser of who reads the datum, shut
 * off from everything else there, so that nothing is processed that the reader does not see already.
 *
 * @param name unique within the plugin
 * @param title stands over what is said
 * @param data of which something is said
 * @param script an ES module, whose default export is the function that is asked
 */
public record DatumPanel(String name, Text title, Set<Of> data, String script) {

    /** Data of this category with this name. */
    public record Of(DataCategory category, String field) {

        public Of {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(field, "field");
        }
    }

    public DatumPanel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(script, "script");
        data = Set.copyOf(data);
    }

    /** Without the script, which is long. */
    @Override
    public String toString() {
        return "DatumPanel[" + name + "]";
    }
}
