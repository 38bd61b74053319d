package nl.knelpunt.text;

import java.util.Locale;
import java.util.function.Consumer;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;

/** A valid IBAN of any country, with or without single separators. */
final class IbanFinder implements Finder {

    private static final String SEPARATORS = " .-/\n";

    @Override
    public void find(ReadText text, Consumer<TextFind> found) {
        Folded folded = text.folded();
        int next = 0;
        while (next + 4 < folded.length()) {
            int end = begins(folded, next) ? ibanAt(folded, next) : -1;
            if (end > 0) {
                found.accept(text.find(Kind.IBAN, next, end));
            }
            next = Math.max(end, next + 1);
        }
    }

    private static boolean begins(Folded folded, int at) {
        return letter(folded.at(at))
                && letter(folded.at(at + 1))
                && Folded.digit(folded.at(SEPARATORS.indexOf(folded.at(at + 2)) >= 0 ? at + 3 : at + 2))
                && (!Folded.alphanumeric(folded.at(at - 1)) || glued(folded, at));
    }

    private static boolean glued(Folded folded, int at) {
        return at >= 4 && folded.subSequence(at - 4, at).equalsIgnoreCase("iban");
    }

    private static int ibanAt(Folded folded, int start) {
        CountryCode country =
                CountryCode.getByCode(folded.subSequence(start, start + 2).toUpperCase(Locale.ROOT));
        if (country == null || !IbanUtil.isSupportedCountry(country)) {
            return -1;
        }
        int length = IbanUtil.getIbanLength(country);
        StringBuilder iban = new StringBuilder(length);
        int at = start;
        while (iban.length() < length) {
            char c = folded.at(at);
            if (iban.length() > 0 && SEPARATORS.indexOf(c) >= 0) {
                c = folded.at(++at);
            }
            if (!letter(c) && !Folded.digit(c)) {
                return -1;
            }
            iban.append(Character.toUpperCase(c));
            at++;
        }
        return !Folded.alphanumeric(folded.at(at)) && IbanUtil.isValid(iban.toString()) ? at : -1;
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
