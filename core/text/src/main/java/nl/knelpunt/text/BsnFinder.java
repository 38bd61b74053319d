package nl.knelpunt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/**
 * Nine digits that pass the eleven-test, together or in groups. One in eleven other numbers passes as well, so a number
 * that the text calls by another name is left alone. Where the text says BSN, eight digits are one too.
 */
final class BsnFinder implements Finder {

    private static final int DIGITS = 9;
    private static final String SEPARATORS = " .-/,\n";
    private static final Set<List<Integer>> USUAL =
            Set.of(List.of(9), List.of(3, 3, 3), List.of(4, 2, 3), List.of(4, 5));

    /** How far back a word is looked for that says what the number is. */
    private static final int NEAR = 3;

    private static final int FAR = 6;

    private final int labels;
    private final int companies;
    private final int others;
    private final int amounts;
    private final Set<String> glued = Set.of("bsn", "nummer", "nr", "sofi");

    BsnFinder(Lexicon lexicon) {
        labels = lexicon.list("bsn-label");
        companies = lexicon.list("company-number");
        others = lexicon.list("number-thing");
        amounts = lexicon.list("amount");
    }

    @Override
    public void find(ReadText text, Consumer<TextFind> found) {
        Folded folded = text.folded();
        int next = 0;
        while (next < folded.length()) {
            int end = Folded.digit(folded.at(next)) ? numberAt(text, next) : -1;
            if (end > 0) {
                found.accept(text.find(Kind.BSN, next, end));
            }
            next = end > 0 ? end : afterDigits(folded, next) + 1;
        }
    }

    /** Where the BSN that begins here ends, or -1. */
    private int numberAt(ReadText text, int start) {
        Folded folded = text.folded();
        boolean named = text.named(labels, start, NEAR) || glued(folded, start);
        if (!named && Folded.alphanumeric(folded.at(start - 1))) {
            return -1;
        }
        List<Integer> groups = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        int end = start;
        int group = start;
        boolean more = true;
        while (more && digits.length() < DIGITS) {
            end = afterDigits(folded, group);
            groups.add(end - group);
            if (end - group > DIGITS) {
                return -1;
            }
            digits.append(folded.subSequence(group, end));
            more = SEPARATORS.indexOf(folded.at(end)) >= 0 && Folded.digit(folded.at(end + 1));
            group = end + 1;
        }
        boolean alone = !more && !(SEPARATORS.indexOf(folded.at(start - 1)) >= 0 && Folded.digit(folded.at(start - 2)));
        if (named && alone && digits.length() == DIGITS - 1) {
            digits.insert(0, '0');
        }
        boolean whole = digits.length() == DIGITS && (named || alone || USUAL.contains(groups));
        return whole && passes11(digits) && !Character.isLetter(folded.at(end)) && (named || !called(text, start, end))
                ? end
                : -1;
    }

    private boolean called(ReadText text, int start, int end) {
        return text.named(companies, start, FAR)
                || text.named(others, start, NEAR)
                || text.followed(amounts, end)
                || text.folded().at(start - 1) == '€'
                || text.folded().at(start - 2) == '€';
    }

    private boolean glued(Folded folded, int start) {
        int from = start;
        while (start - from < 8 && Character.isLetter(folded.at(from - 1))) {
            from--;
        }
        return glued.contains(folded.subSequence(from, start).toLowerCase(Locale.ROOT));
    }

    private static int afterDigits(Folded folded, int start) {
        int end = start;
        while (Folded.digit(folded.at(end))) {
            end++;
        }
        return end;
    }

    private static boolean passes11(CharSequence nine) {
        int sum = -(nine.charAt(DIGITS - 1) - '0');
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (DIGITS - i) * (nine.charAt(i) - '0');
        }
        return sum % 11 == 0 && nine.chars().anyMatch(digit -> digit != '0');
    }
}
