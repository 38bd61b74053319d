package nl.knelpunt.customs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dutch words for codes, of {@code codes.properties}. */
final class Words {

    private static final Properties CODES = load();

    private Words() {}

    /** Null where the list has no such code. */
    static String find(String list, String code) {
        return code == null ? null : CODES.getProperty(list + "." + code);
    }

    static String of(String list, String code) {
        String word = find(list, code);
        return word == null ? CODES.getProperty(list) : word;
    }

    /** Without what is null; null when nothing is left. */
    static String joined(String between, String... parts) {
        String joined = Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
        return joined.isEmpty() ? null : joined;
    }

    private static Properties load() {
        Properties codes = new Properties();
        try (InputStream file = Words.class.getResourceAsStream("codes.properties")) {
            codes.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes;
    }
}
