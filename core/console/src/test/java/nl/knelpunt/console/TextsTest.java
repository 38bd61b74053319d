package nl.knelpunt.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the screens say is there in Dutch and in English, and is used. */
class TextsTest {

    private static final Path ROOT = Path.of("src/main/resources/console");

    /** {@code key: ['Nederlands', 'English'],}, on one line or more. */
    private static final Pattern ENTRY =
            Pattern.compile("\\s*(?:'([\\w.-]+)'|(\\w+)):\\s*\\[\\s*" + literal() + ",\\s*" + literal() + ",?\\s*\\],");

    /** Their keys are codes, which the API gives. */
    private static final Set<String> OF_CODES = Set.of("events", "words", "menu");

    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern IMPORT = Pattern.compile("import (\\w+) from '(?:\\.\\./|\\./)+texts/([\\w-]+)\\.js'");
    private static final Pattern DICTIONARY = Pattern.compile("const (\\w+) = dictionary\\((\\w+)\\)");

    private static String literal() {
        return "(?:'((?:[^'\\\\]|\\\\.)+)'|\"((?:[^\"\\\\]|\\\\.)+)\")";
    }

    @Test
    void everyTextIsThereInBothLanguagesWithTheSameHoles() throws IOException {
        for (Path file : files("texts")) {
            Map<String, List<String>> texts = read(file);
            assertTrue(!texts.isEmpty(), file + " has no texts");
            texts.forEach((key, pair) -> assertEquals(
                    holes(pair.get(0)),
                    holes(pair.get(1)),
                    file.getFileName() + ", " + key + ": not the same {names}"));
        }
    }

    @Test
    void everyTextThatIsAskedForIsThereAndNoneIsLeftOver() throws IOException {
        Map<String, Set<String>> asked = new TreeMap<>();
        TreeSet<String> missing = new TreeSet<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            Map<String, String> imported = IMPORT.matcher(source)
                    .results()
                    .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (one, same) -> one));
            for (MatchResult dictionary : DICTIONARY.matcher(source).results().toList()) {
                String texts = imported.get(dictionary.group(2));
                Set<String> keys = read(ROOT.resolve("texts/" + texts + ".js")).keySet();
                for (String key : literals(source, dictionary.group(1))) {
                    asked.computeIfAbsent(texts, t -> new TreeSet<>()).add(key);
                    if (!keys.contains(key)) {
                        missing.add(file.getFileName() + " asks for " + key + " of texts/" + texts + ".js");
                    }
                }
            }
        }
        assertTrue(missing.isEmpty(), missing::toString);
        TreeSet<String> left = new TreeSet<>();
        String all = sources().stream().map(TextsTest::content).collect(Collectors.joining());
        for (Path file : files("texts")) {
            String texts = file.getFileName().toString().replace(".js", "");
            for (String key : read(file).keySet()) {
                String plain = key.replaceAll("_one$", "");
                boolean computed = key.contains("_") && all.contains("`" + key.replaceAll("_.*$", "") + "_$")
                        || OF_CODES.contains(texts);
                boolean named = all.contains("'" + plain + "'");
                if (!computed && !named && !asked.getOrDefault(texts, Set.of()).contains(plain)) {
                    left.add(texts + ": " + key);
                }
            }
        }
        assertTrue(left.isEmpty(), () -> "Nobody uses " + left);
    }

    private static Set<String> literals(String source, String function) {
        return Pattern.compile("(?<![\\w.])" + function + "\\('([\\w.-]+)'")
                .matcher(source)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> read(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^\\s*//.*$", "").strip();
        assertTrue(text.startsWith("export default {") && text.endsWith("};"), file + " is not a dictionary");
        String body = text.substring("export default {".length(), text.length() - "};".length());
        Map<String, List<String>> texts = new TreeMap<>();
        Matcher entry = ENTRY.matcher(body);
        int at = 0;
        while (entry.find(at) && entry.start() == at) {
            String key = entry.group(1) == null ? entry.group(2) : entry.group(1);
            texts.put(key, List.of(either(entry, 3), either(entry, 5)));
            at = entry.end();
        }
        assertTrue(
                body.substring(at).isBlank(),
                file + ": not a pair of texts: "
                        + body.substring(at).strip().lines().findFirst().orElse(""));
        return texts;
    }

    private static String either(Matcher entry, int group) {
        return entry.group(group) == null ? entry.group(group + 1) : entry.group(group);
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
            return found.filter(f -> f.toString().endsWith(".js")).sorted().toList();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> found = Files.walk(ROOT)) {
            return found.filter(f -> f.toString().endsWith(".js")
                            && !f.getParent().getFileName().toString().equals("texts"))
                    .sorted()
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
