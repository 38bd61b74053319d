package nl.knelpunt.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/**
 * A made-up sentence, with what must be found in it. How it is written stands at the top of {@code before.txt}.
 *
 * @param place file and line
 */
record Sentence(String place, String text, List<TextFind> expected) {

    private static final Pattern SIGN = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final Pattern MARK = Pattern.compile("\\[([A-Z_]+):([^\\]]+)\\]");

    static List<Sentence> of(String file) {
        List<Sentence> sentences = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Sentence.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    sentences.add(read(file + ":" + number, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    private static Sentence read(String place, String line) {
        String plain = SIGN.matcher(line)
                .replaceAll(
                        sign -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(sign.group(1), 16))));
        StringBuilder text = new StringBuilder();
        List<TextFind> expected = new ArrayList<>();
        Matcher mark = MARK.matcher(plain);
        while (mark.find()) {
            mark.appendReplacement(text, "");
            int from = text.length();
            text.append(mark.group(2));
            expected.add(new TextFind(Kind.valueOf(mark.group(1)), from, text.length()));
        }
        mark.appendTail(text);
        return new Sentence(place, text.toString(), expected);
    }
}
