package nl.knelpunt.support.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Words for codes, out of a properties file in UTF-8 with lines such as {@code port.NLRTM = Rotterdam}. A line without a code, such as {@code party =
 * betrokkene}, is for every code of that list that has no line. Made once; for many threads.
 */
public final class CodeWords {

    private final Properties words = new Properties();

    /** @param file read to its end and closed */
    public CodeWords(InputStream file) {
        try (InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word of the code; else that of the list; else null. */
    public String of(String list, String code) {
        String word = find(list, code);
        return word == null ? words.getProperty(list) : word;
    }

    /** The word of the code, null when it has no line. */
    public String find(String list, String code) {
        return code == null ? null : words.getProperty(list + "." + code);
    }
}
