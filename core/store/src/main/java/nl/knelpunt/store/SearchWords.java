package nl.knelpunt.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text as they are searched: without capitals and accents, each once. */
final class SearchWords {

    private static final int MOST_CHARACTERS = 60;
    private static final int MOST_WORDS = 1_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{1," + MOST_CHARACTERS + "}");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private SearchWords() {}

    static Set<String> in(String text) {
        String folded = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(folded);
        while (words.size() < MOST_WORDS && word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
