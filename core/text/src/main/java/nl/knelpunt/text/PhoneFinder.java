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
        boolean open = !Folded.digit(before) && before != '+' && !joined(folded, at);
        return c == '+' && Folded.digit(folded.at(at + 1))
                || c == '(' && (folded.at(at + 1) == '0' || folded.at(at + 1) == '+')
                || c == '0' && open && before != '(';
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
        int at = start;
        while (digits.length() <= LONGEST + 2) {
            int from = at;
            while (" -./()".indexOf(folded.at(at)) >= 0 && at - from < 3 && at < folded.length()) {
                at++;
            }
            if (at == start && folded.at(at) == '+') {
                at++;
            }
            if (!Folded.digit(folded.at(at)) && !(folded.at(at) == '+' && digits.isEmpty())) {
                break;
            }
            if (!digits.isEmpty()) {
                separators.add(folded.subSequence(from, at));
            }
            if (folded.at(at) == '+') {
                at++;
            }
            while (Folded.digit(folded.at(at))) {
                digits.append(folded.at(at++));
            }
            ends.add(at);
            lengths.add(digits.length());
        }
        boolean abroad = folded.at(start) == '+' || folded.at(start + 1) == '+' || digits.indexOf("00") == 0;
        for (int i = ends.size() - 1; i >= 0; i--) {
            int length = lengths.get(i);
            boolean fits = abroad ? length >= SHORTEST && length <= LONGEST + 2 : length == NATIONAL;
            if (fits
                    && !Character.isLetter(folded.at(ends.get(i)))
                    && alike(separators, i, abroad ? 2 : 1)
                    && valid(folded, start, digits.substring(0, length), abroad)) {
                return ends.get(i);
            }
        }
        return -1;
    }

    /** Behind the country and the area a number is grouped in one way; a date and an hour are not. */
    private static boolean alike(List<String> separators, int count, int free) {
        return separators.subList(Math.min(free, count), count).stream()
                        .distinct()
                        .count()
                <= 1;
    }

    private boolean valid(Folded folded, int start, String digits, boolean abroad) {
        try {
            String written = abroad && digits.indexOf("00") != 0 ? "+" + digits : digits;
            PhoneNumber number = numbers.parse(written, COUNTRY);
            return numbers.isValidNumber(number) && PERSONAL.contains(numbers.getNumberType(number));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
