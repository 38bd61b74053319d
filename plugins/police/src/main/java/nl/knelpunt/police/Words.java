package nl.knelpunt.police;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Dutch words for the codes of NIBRS. A code that isn't in the table gets general words and is never repeated. */
final class Words {

    private static final Properties TABLE = load();

    private Words() {}

    static String of(String kind, String code) {
        String other = TABLE.getProperty(kind);
        return code == null ? other : TABLE.getProperty(kind + "." + code, other);
    }

    private static Properties load() {
        Properties table = new Properties();
        try (InputStream file = Words.class.getResourceAsStream("nibrs.properties");
                InputStreamReader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            table.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
