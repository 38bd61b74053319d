package nl.knelpunt.support.identifier;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.knelpunt.api.recognition.IdentifierKind;
import org.iban4j.IbanUtil;

/**
 * Each function gives the one written form of an identifier, so that two ways of writing it match, or nothing when the text
 * (null included) can't be one. That the form is right does not say that the identifier was ever given out.
 */
public final class Identifiers {

    /** What people write between the characters of a number, at most {@link #LONGEST} characters in all. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s./-]");

    private static final int LONGEST = 60;

    /** After the register's number (10 the latest, 99 for tests) nine positions, of a KvK-nummer eight, and zeros. */
    private static final Pattern OIN =
            Pattern.compile("000000(?:0[12]\\d{9}|03\\d{8}0|(?:0[4-9]|10)[A-Z0-9]{9}|99[A-Z0-9]{9})000");

    private static final Pattern CBS_AREA = Pattern.compile("GM\\d{4}|WK\\d{6}|BU\\d{8}");
    private static final Pattern SBI = Pattern.compile("(?!00)\\d{2,6}");

    /** PostNL never gives out SA, SD and SS. */
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3}(?!SA|SD|SS)[A-Z]{2}");

    private static final Pattern MUNICIPALITY = Pattern.compile("GM\\d{4}");

    /** Groups of letters that stand on no plate of any series. */
    private static final Pattern NEVER_GIVEN_OUT =
            Pattern.compile("(?<![A-Z])(?:GVD|KKK|KVT|LPF|NSB|PKK|PSV|TBS|SS|SD)(?![A-Z])");

    /** Values of A to Z in ISO 6346: from 10 on, without the multiples of 11. */
    private static final int[] CONTAINER_LETTERS = {
        10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38
    };

    private Identifiers() {}

    /** Of the kind that is named. */
    public static Optional<String> of(IdentifierKind kind, String text) {
        return switch (kind) {
            case BSN -> bsn(text);
            case RSIN -> rsin(text);
            case KVK -> kvk(text);
            case BRANCH -> branch(text);
            case VAT -> vat(text);
            case PAYROLL_TAX -> payrollTax(text);
            case IBAN -> iban(text);
            case EORI -> eori(text);
            case LICENCE_PLATE -> licencePlate(text);
            case CONTAINER -> container(text);
            case SHIP -> ship(text);
            case BUILDING -> bag(text);
        };
    }

    /** Burgerservicenummer: nine digits that pass the 11-proef; a leading zero may be missing. */
    public static Optional<String> bsn(String text) {
        return IdentifierKind.BSN.normal(text).filter(Identifiers::passes11);
    }

    /** Rechtspersonen en Samenwerkingsverbanden Informatienummer: nine digits that pass the same 11-proef. */
    public static Optional<String> rsin(String text) {
        return IdentifierKind.RSIN.normal(text).filter(Identifiers::passes11);
    }

    /** KvK-nummer: eight digits, without a check digit. */
    public static Optional<String> kvk(String text) {
        return IdentifierKind.KVK.normal(text);
    }

    /** Vestigingsnummer of the Handelsregister: twelve digits, without a check digit. */
    public static Optional<String> branch(String text) {
        return IdentifierKind.BRANCH.normal(text);
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
        return IdentifierKind.VAT.normal(text).filter(vat -> passes11(vat.substring(2, 11)) || passes97(vat));
    }

    /** Loonheffingennummer: nine digits, L and two digits. */
    public static Optional<String> payrollTax(String text) {
        return IdentifierKind.PAYROLL_TAX.normal(text);
    }

    /** Bank account of any country that has IBANs, with its length, form and check digits. */
    public static Optional<String> iban(String text) {
        return IdentifierKind.IBAN.normal(text).filter(IbanUtil::isValid);
    }

    /** Number of an economic operator at the customs of a country: its code and at most fifteen positions, of the Netherlands nine digits. */
    public static Optional<String> eori(String text) {
        return IdentifierKind.EORI.normal(text);
    }

    /** Container (ISO 6346) with its check digit, as {@code CSQU3054383}. */
    public static Optional<String> container(String text) {
        return IdentifierKind.CONTAINER.normal(text).filter(Identifiers::isContainer);
    }

    /**
     * IMO number of a ship, seven digits with a check digit. Of some ships that do sail the check digit is wrong; what gives nothing here is no
     * reason to refuse a message.
     */
    public static Optional<String> ship(String text) {
        return IdentifierKind.SHIP.normal(text).filter(Identifiers::isShip);
    }

    /** Identification in the BAG: sixteen digits of a known kind of object. */
    public static Optional<String> bag(String text) {
        return IdentifierKind.BUILDING.normal(text);
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
        return IdentifierKind.LICENCE_PLATE
                .normal(text)
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
