package nl.knelpunt.support.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Each function gives the one written form of an identifier, or nothing when the text (null included) can't be one. That
 * the form is right does not say that the identifier was ever given out.
 */
public final class Identifiers {

    private static final Pattern SEPARATORS = Pattern.compile("[ .-]");
    private static final Pattern BSN = Pattern.compile("\\d{8,9}");
    private static final Pattern RSIN = Pattern.compile("\\d{9}");
    private static final Pattern KVK = Pattern.compile("\\d{8}");

    /** PostNL never gives out SA, SD and SS. */
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3}(?!SA|SD|SS)[A-Z]{2}");

    private static final Pattern MUNICIPALITY = Pattern.compile("GM\\d{4}");

    /** The RDW's sidecodes 1 to 14, in that order. */
    private static final Pattern LICENCE_PLATE = Pattern.compile("[A-Z]{2}\\d{4}|\\d{4}[A-Z]{2}|\\d{2}[A-Z]{2}\\d{2}"
            + "|[A-Z]{2}\\d{2}[A-Z]{2}|[A-Z]{4}\\d{2}|\\d{2}[A-Z]{4}|\\d{2}[A-Z]{3}\\d|\\d[A-Z]{3}\\d{2}|[A-Z]{2}\\d{3}[A-Z]"
            + "|[A-Z]\\d{3}[A-Z]{2}|[A-Z]{3}\\d{2}[A-Z]|[A-Z]\\d{2}[A-Z]{3}|\\d[A-Z]{2}\\d{3}|\\d{3}[A-Z]{2}\\d");

    private Identifiers() {}

    /** Burgerservicenummer: nine digits that pass the 11-proef; a leading zero may be missing. */
    public static Optional<String> bsn(String text) {
        return form(BSN, text)
                .map(digits -> digits.length() == 8 ? "0" + digits : digits)
                .filter(Identifiers::passes11);
    }

    /** Rechtspersonen en Samenwerkingsverbanden Informatienummer: nine digits that pass the same 11-proef. */
    public static Optional<String> rsin(String text) {
        return form(RSIN, text).filter(Identifiers::passes11);
    }

    /** KvK-nummer: eight digits, without a check digit. */
    public static Optional<String> kvk(String text) {
        return form(KVK, text);
    }

    /** Dutch postcode as {@code 1234AB}. */
    public static Optional<String> postcode(String text) {
        return form(POSTCODE, text);
    }

    /** Dutch licence plate without hyphens, as {@code AB12CD}. */
    public static Optional<String> licencePlate(String text) {
        return form(LICENCE_PLATE, text);
    }

    /** CBS code of a municipality: {@code GM} and four digits. */
    public static Optional<String> municipality(String text) {
        return form(MUNICIPALITY, text);
    }

    private static Optional<String> form(Pattern pattern, String text) {
        return Optional.ofNullable(text)
                .map(written -> SEPARATORS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT))
                .filter(pattern.asMatchPredicate());
    }

    private static boolean passes11(String nineDigits) {
        int sum = -(nineDigits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (nineDigits.charAt(i) - '0');
        }
        return sum % 11 == 0 && !nineDigits.equals("000000000");
    }
}
