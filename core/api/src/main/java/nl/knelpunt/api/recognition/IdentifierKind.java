package nl.knelpunt.api.recognition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;

/**
 * What identifies exactly one person, firm, account, vehicle or building, with the one written form of each by which two are
 * compared. Names, dates and addresses are not among them: many have the same.
 */
public enum IdentifierKind {
    /** Burgerservicenummer: nine digits; a leading zero may be missing (UAVG 46). */
    BSN("bsn", "burgerservicenummers", "citizen service numbers", "\\d{8,9}") {
        @Override
        String whole(String written) {
            return written.length() == 8 ? "0" + written : written;
        }
    },
    /** Of a legal person or partnership: nine digits. */
    RSIN("rsin", "RSIN's", "RSINs", "\\d{9}"),
    /** Of the trade register: eight digits. */
    KVK("kvk", "KvK-nummers", "company numbers", "\\d{8}"),
    /** Of a branch in the trade register: twelve digits. */
    BRANCH("vestiging", "vestigingsnummers", "branch numbers", "\\d{12}"),
    /** Dutch VAT number, as {@code NL004495445B01}. */
    VAT("btw", "btw-nummers", "VAT numbers", "(?:NL)?\\d{8,9}B(?!00)\\d{2}") {
        @Override
        String whole(String written) {
            String number = written.startsWith("NL") ? written.substring(2) : written;
            return "NL" + (number.indexOf('B') == 8 ? "0" : "") + number;
        }
    },
    /** Loonheffingennummer, as {@code 004495445L01}. */
    PAYROLL_TAX("loonheffing", "loonheffingennummers", "payroll tax numbers", "\\d{9}L(?!00)\\d{2}"),
    /** Bank account of any country. */
    IBAN("iban", "bankrekeningen", "bank accounts", "[A-Z]{2}\\d{2}[A-Z0-9]{11,30}"),
    /** Of an economic operator at the customs. */
    EORI("eori", "EORI-nummers", "EORI numbers", "NL\\d{9}|(?!NL)[A-Z]{2}[A-Z0-9]{1,15}"),
    /** Dutch licence plate without hyphens. */
    LICENCE_PLATE(
            "kenteken",
            "kentekens",
            "licence plates",
            "[A-Z]{2}\\d{4}|\\d{4}[A-Z]{2}|\\d{2}[A-Z]{2}\\d{2}|[A-Z]{2}\\d{2}[A-Z]{2}|[A-Z]{4}\\d{2}|\\d{2}[A-Z]{4}"
                    + "|\\d{2}[A-Z]{3}\\d|\\d[A-Z]{3}\\d{2}|[A-Z]{2}\\d{3}[A-Z]|[A-Z]\\d{3}[A-Z]{2}|[A-Z]{3}\\d{2}[A-Z]"
                    + "|[A-Z]\\d{2}[A-Z]{3}|\\d[A-Z]{2}\\d{3}|\\d{3}[A-Z]{2}\\d"),
    /** Container, ISO 6346. */
    CONTAINER("container", "containers", "containers", "[A-Z]{3}[UJZR]\\d{7}"),
    /** IMO number of a ship: seven digits. */
    SHIP("schip", "schepen", "ships", "(?:IMO)?[1-9]\\d{6}") {
        @Override
        String whole(String written) {
            return written.substring(written.length() - 7);
        }
    },
    /** Object in the BAG: sixteen digits. */
    BUILDING("bag", "BAG-objecten", "BAG objects", "(?!0000)\\d{4}(?:01|02|03|10|20|30)\\d{10}");

    private static final int LONGEST = 60;

    /** What people write between the characters of a number. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s./-]");

    private final String code;
    private final Text label;
    private final Pattern form;

    IdentifierKind(String code, String nl, String en, String form) {
        this.code = code;
        this.label = new Text(nl, en);
        this.form = Pattern.compile(form);
    }

    /** Makes what people leave out whole. */
    String whole(String written) {
        return written;
    }

    /** As lists write it: lower case letters. */
    public String code() {
        return code;
    }

    /** Of several. */
    public Text label() {
        return label;
    }

    /** The kind that lists write so, in whatever case. */
    public static Optional<IdentifierKind> ofCode(String code) {
        return code == null
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.code.equals(code.strip().toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    /**
     * The one written form, so that two ways of writing it are the same: letters as capitals, nothing in between, whole. Empty when
     * the text, null included, does not look like one. Check digits are not looked at.
     */
    public Optional<String> normal(String text) {
        return Optional.ofNullable(text)
                .filter(written -> written.length() <= LONGEST)
                .map(written -> SEPARATORS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT))
                .filter(form.asMatchPredicate())
                .map(this::whole);
    }
}
