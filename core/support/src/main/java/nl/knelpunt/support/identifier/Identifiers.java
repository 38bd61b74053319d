package nl.knelpunt.support.identifier;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iban4j.IbanUtil;

/**
 * Each function gives the one written form of an identifier, so that two ways of writing it match, or nothing when the text
 * (null included) can't be one. That the form is right does not say that the identifier was ever given out.
 */
public final class Identifiers {

    /** What people write between the characters of a number, at most {@link #LONGEST} characters in all. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s./-]");

    private static final int LONGEST = 60;

    private static final Pattern BSN = Pattern.compile("\\d{8,9}");
    private static final Pattern RSIN = Pattern.compile("\\d{9}");
    private static final Pattern KVK = Pattern.compile("\\d{8}");
    private static final Pattern BRANCH = Pattern.compile("\\d{12}");
    private static final Pattern PAYROLL_TAX = Pattern.compile("(\\d{9})L(?!00)\\d{2}");
    private static final Pattern VAT = Pattern.compile("(?:NL)?(\\d{8,9})(B(?!00)\\d{2})");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern EORI = Pattern.compile("NL\\d{9}|(?!NL)[A-Z]{2}[A-Z0-9]{1,15}");
    private static final Pattern CONTAINER = Pattern.compile("[A-Z]{3}[UJZR]\\d{7}");
    private static final Pattern SHIP = Pattern.compile("(?:IMO)?([1-9]\\d{6})");

    /** After the register's number (10 the latest, 99 for tests) nine positions, of a KvK-nummer eight, and zeros. */
    private static final Pattern OIN =
            Pattern.compile("000000(?:0[12]\\d{9}|03\\d{8}0|(?:0[4-9]|10)[A-Z0-9]{9}|99[A-Z0-9]{9})000");

    /** Municipality, kind (dwelling, berth, pitch, building, number, street), then ten digits. */
    private static final Pattern BAG = Pattern.compile("(?!0000)\\d{4}(?:01|02|03|10|20|30)\\d{10}");

    private static final Pattern CBS_AREA = Pattern.compile("GM\\d{4}|WK\\d{6}|BU\\d{8}");
    private static final Pattern SBI = Pattern.compile("(?!00)\\d{2,6}");

    /** PostNL never gives out SA, SD and SS. */
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3}(?!SA|SD|SS)[A-Z]{2}");

    private static final Pattern MUNICIPALITY = Pattern.compile("GM\\d{4}");

    /** The RDW's sidecodes 1 to 14, in that order. */
    private static final Pattern LICENCE_PLATE = Pattern.compile("[A-Z]{2}\\d{4}|\\d{4}[A-Z]{2}|\\d{2}[A-Z]{2}\\d{2}"
            + "|[A-Z]{2}\\d{2}[A-Z]{2}|[A-Z]{4}\\d{2}|\\d{2}[A-Z]{4}|\\d{2}[A-Z]{3}\\d|\\d[A-Z]{3}\\d{2}|[A-Z]{2}\\d{3}[A-Z]"
            + "|[A-Z]\\d{3}[A-Z]{2}|[A-Z]{3}\\d{2}[A-Z]|[A-Z]\\d{2}[A-Z]{3}|\\d[A-Z]{2}\\d{3}|\\d{3}[A-Z]{2}\\d");

    /** Groups of letters that stand on no plate of any series. */
    private static final Pattern NEVER_GIVEN_OUT =
            Pattern.compile("(?<![A-Z])(?:GVD|KKK|KVT|LPF|NSB|PKK|PSV|TBS|SS|SD)(?![A-Z])");

    /** Values of A to Z in ISO 6346: from 10 on, without the multiples of 11. */
    private static final int[] CONTAINER_LETTERS = {
        10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38
    };

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

    /** Vestigingsnummer of the Handelsregister: twelve digits, without a check digit. */
    public static Optional<String> branch(String text) {
        return form(BRANCH, text);
    }

    /** Organisatie-identificatienummer: twenty positions of a known register; of an RSIN or fiscal number with its 11-proef. */
    public static Optional<String> oin(String text) {
        return form(OIN, text).filter(oin -> !oin.matches("0000000[12].*") || passes11(oin.substring(8, 17)));
    }

    /**
     * Dutch btw-identificatienummer as {@code NL004495445B01}: passes the 11-proef of its first nine digits or, as those of one-man
     * businesses since 2020, the check of ISO 7064 over all of it.
     */
    public static Optional<String> vat(String text) {
        return form(VAT, text).flatMap(written -> {
            Matcher parts = VAT.matcher(written);
            parts.matches();
            String digits = parts.group(1).length() == 8 ? "0" + parts.group(1) : parts.group(1);
            String vat = "NL" + digits + parts.group(2);
            return passes11(digits) || passes97(vat) ? Optional.of(vat) : Optional.empty();
        });
    }

    /** Loonheffingennummer: nine digits, L and two digits. */
    public static Optional<String> payrollTax(String text) {
        return form(PAYROLL_TAX, text);
    }

    /** Bank account of any country that has IBANs, with its length, form and check digits. */
    public static Optional<String> iban(String text) {
        return form(IBAN, text).filter(IbanUtil::isValid);
    }

    /** Number of an economic operator at the customs of a country: its code and at most fifteen positions, of the Netherlands nine digits. */
    public static Optional<String> eori(String text) {
        return form(EORI, text);
    }

    /** Container (ISO 6346) with its check digit, as {@code CSQU3054383}. */
    public static Optional<String> container(String text) {
        return form(CONTAINER, text).filter(Identifiers::isContainer);
    }

    /**
     * IMO number of a ship, seven digits with a check digit. Of some ships that do sail the check digit is wrong; what gives nothing here is no
     * reason to refuse a message.
     */
    public static Optional<String> ship(String text) {
        return form(SHIP, text).map(imo -> imo.substring(imo.length() - 7)).filter(Identifiers::isShip);
    }

    /** Identification in the BAG: sixteen digits of a known kind of object. */
    public static Optional<String> bag(String text) {
        return form(BAG, text);
    }

    /** CBS code of a municipality, district or neighbourhood: GM, WK or BU and four, six or eight digits. */
    public static Optional<String> cbsArea(String text) {
        return form(CBS_AREA, text);
    }

    /** Standaard Bedrijfsindeling: two to six digits without the points, as {@code 46381}; whether the code exists isn't looked up. */
    public static Optional<String> sbi(String text) {
        return form(SBI, text);
    }

    /** Dutch postcode as {@code 1234AB}. */
    public static Optional<String> postcode(String text) {
        return form(POSTCODE, text);
    }

    /** Dutch licence plate without hyphens, as {@code AB12CD}. */
    public static Optional<String> licencePlate(String text) {
        return form(LICENCE_PLATE, text)
                .filter(plate -> !NEVER_GIVEN_OUT.matcher(plate).find());
    }

    /** CBS code of a municipality: {@code GM} and four digits. */
    public static Optional<String> municipality(String text) {
        return form(MUNICIPALITY, text);
    }

    private static Optional<String> form(Pattern pattern, String text) {
        return Optional.ofNullable(text)
                .filter(written -> written.length() <= LONGEST)
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

    /** ISO 7064 mod 97-10, a letter counting as two digits from 10 on. */
    private static boolean passes97(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static boolean isContainer(String container) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            char c = container.charAt(i);
            sum += (i < 4 ? CONTAINER_LETTERS[c - 'A'] : c - '0') << i;
        }
        return sum % 11 % 10 == container.charAt(10) - '0';
    }

    private static boolean isShip(String imo) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (imo.charAt(i) - '0') * (7 - i);
        }
        return sum % 10 == imo.charAt(6) - '0';
    }
}
