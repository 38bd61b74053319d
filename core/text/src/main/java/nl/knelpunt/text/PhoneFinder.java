package nl.knelpunt.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/**
 * Telephone numbers of persons: fixed and mobile, Dutch ones and those of other countries behind + or 00. Numbers of services (0800, 0900, 088)
 * are an organisation's. What may be one is cut out here in steps that the length bounds; the library says whether it is.
 */
final class PhoneFinder implements Finder {

    private static final String COUNTRY = "NL";
    private static final int NATIONAL = 10;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 15;

    private static final Set<PhoneNumberType> PERSONAL = EnumSet.of(
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.VOIP,
            PhoneNumberType.PERSONAL_NUMBER);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public void find(ReadText text, Consumer<TextFind> found) {
        Folded folded = text.folded();
        int next = 0;
        while (next < folded.length()) {
            int end = begins(folded, next) ? numberAt(folded, next) : -1;
            if (end > 0) {
                found.accept(text.find(Kind.TELEPHONE, next, end));
            }
            next = Math.max(end, next + 1);
        }
    }

    private static boolean begins(Folded folded, int at) {
        char c = folded.at(at);
        char before = folded.at(at - 1);
        boolean open = !Folded.digit(before) && !Character.isUpperCase(before) && before != '+' && !joined(folded, at);
        return c == '+' && Folded.digit(folded.at(at + 1))
                || c == '(' && bracketed(folded, at)
                || c == '0' && open && !(before == '(' && bracketed(folded, at - 1));
    }

    /** Whether brackets stand around an area only, not around the whole number. */
    private static boolean bracketed(Folded folded, int at) {
        int end = at + 1;
        while (Folded.digit(folded.at(end)) || end == at + 1 && folded.at(end) == '+') {
            end++;
        }
        return end > at + 1 && end - at < NATIONAL && folded.at(end) == ')';
    }

    /** Whether digits and a hyphen or a full stop go before, so that this is the end of another number. */
    private static boolean joined(Folded folded, int at) {
        return ("-.,".indexOf(folded.at(at - 1)) >= 0 && Folded.digit(folded.at(at - 2)))
                || Character.isLetter(folded.at(at - 1)) && Folded.digit(folded.at(at - 2));
    }

    /** Where the number that begins here ends, or -1. */
    private int numberAt(Folded folded, int start) {
        StringBuilder digits = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        List<String> separators = new ArrayList<>();
        int at = start + (folded.at(start) == '(' ? 1 : 0);
        boolean plus = folded.at(at) == '+';
        at += plus ? 1 : 0;
        boolean abroad = plus || folded.at(at) == '0' && folded.at(at + 1) == '0';
        while (Folded.digit(folded.at(at)) && digits.length() <= LONGEST + 2) {
            int group = at;
            while (Folded.digit(folded.at(at))) {
                at++;
            }
            digits.append(folded.subSequence(group, at));
            ends.add(at);
            lengths.add(digits.length());
            int next = afterSeparator(folded, at);
            separators.add(folded.subSequence(at, next));
            at = next;
        }
        if (abroad && !plus && digits.length() > 2 && digits.charAt(2) == '0') {
            return -1;
        }
        for (int i = ends.size() - 1; i >= 0; i--) {
            int length = lengths.get(i);
            boolean fits = abroad ? length >= SHORTEST && length <= LONGEST + 2 : length == NATIONAL;
            if (fits
                    && !Character.isLetter(folded.at(ends.get(i)))
                    && alike(separators, i, abroad ? 2 : 1)
                    && valid(plus ? "+" + digits.substring(0, length) : digits.substring(0, length))) {
                return ends.get(i);
            }
        }
        return -1;
    }

    /** A full stop, or at most three of space, hyphen, slash and brackets. */
    private static int afterSeparator(Folded folded, int at) {
        if (folded.at(at) == '.') {
            return at + 1;
        }
        int end = at;
        while (" -/()".indexOf(folded.at(end)) >= 0 && end - at < 3 && end < folded.length()) {
            end++;
        }
        return end;
    }

    /** Behind the country and the area a number is grouped in one way; a date and an hour are not. */
    private static boolean alike(List<String> separators, int count, int free) {
        return separators.subList(Math.min(free, count), count).stream()
                        .distinct()
                        .count()
                <= 1;
    }

    private boolean valid(String written) {
        try {
            PhoneNumber number = numbers.parse(written, COUNTRY);
            return numbers.isValidNumber(number) && PERSONAL.contains(numbers.getNumberType(number));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
