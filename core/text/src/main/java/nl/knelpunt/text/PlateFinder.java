package nl.knelpunt.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/**
 * Dutch licence plates, by the forms of {@code licence-plates.txt}: with their hyphens; in one piece and in capitals, unless that
 * form has look-alikes; and in any way where the text itself calls it a plate.
 */
final class PlateFinder implements Finder {

    private static final int SIGNS = 6;
    private static final String ONLY_NAMED = " only named";

    /** Vowels, C and Q are not given out, so that no words or look-alikes arise. O is for heavy trailers. */
    private static final String NEVER_GIVEN = "ACEIQU";

    /** How far back a word is looked for that says that it is a plate. */
    private static final int NEAR = 3;

    /** The form without hyphens, to whether it may stand without them and without a name. */
    private final Map<String, Boolean> forms = new HashMap<>();

    private final Map<String, String> hyphens = new HashMap<>();
    private final int labels;

    PlateFinder(DataFiles files, Lexicon lexicon) {
        labels = lexicon.list("plate-label");
        for (DataFiles.Line line : files.fixed("licence-plates.txt")) {
            boolean named = line.text().endsWith(ONLY_NAMED);
            String form = line.text().replace(ONLY_NAMED, "");
            String signs = form.replace("-", "");
            if (!form.matches("[X9]{1,3}-[X9]{1,3}-[X9]{1,3}") || signs.length() != SIGNS) {
                throw new DataException(
                        line.place(),
                        "geef zes keer X of 9 in drie delen, zoals XX-99-99",
                        "give six times X or 9 in three parts, as XX-99-99");
            }
            forms.put(signs, !named);
            hyphens.put(signs, form);
        }
    }

    @Override
    public void find(ReadText text, Consumer<TextFind> found) {
        Folded folded = text.folded();
        int next = 0;
        while (next < folded.length()) {
            int end = sign(folded.at(next)) && !Folded.alphanumeric(folded.at(next - 1)) ? plateAt(text, next) : -1;
            if (end > 0) {
                found.accept(text.find(Kind.LICENCE_PLATE, next, end));
            }
            next = Math.max(end, next + 1);
        }
    }

    private int plateAt(ReadText text, int start) {
        Folded folded = text.folded();
        StringBuilder signs = new StringBuilder(SIGNS);
        StringBuilder form = new StringBuilder();
        int at = start;
        while (signs.length() < SIGNS) {
            char c = folded.at(at);
            if (signs.length() > 0 && (c == '-' || c == ' ' || c == '.')) {
                form.append(c);
                c = folded.at(++at);
            }
            if (!sign(c)) {
                return -1;
            }
            signs.append(c);
            form.append(Folded.digit(c) ? '9' : 'X');
            at++;
        }
        String compact = form.toString().replaceAll("[ .-]", "");
        boolean partOfMore = folded.at(start - 1) == '-' && Folded.alphanumeric(folded.at(start - 2))
                || folded.at(at) == '-' && Folded.alphanumeric(folded.at(at + 1));
        if (partOfMore || Folded.alphanumeric(folded.at(at)) || !forms.containsKey(compact)) {
            return -1;
        }
        return text.named(labels, start, NEAR) || unnamed(signs, form.toString(), compact) ? at : -1;
    }

    private boolean unnamed(CharSequence signs, String form, String compact) {
        boolean given = signs.toString().toUpperCase(Locale.ROOT).chars().noneMatch(c -> NEVER_GIVEN.indexOf(c) >= 0);
        boolean capitals = signs.chars().noneMatch(Character::isLowerCase);
        return given && (form.equals(hyphens.get(compact)) || capitals && form.equals(compact) && forms.get(compact));
    }

    private static boolean sign(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || Folded.digit(c);
    }
}
