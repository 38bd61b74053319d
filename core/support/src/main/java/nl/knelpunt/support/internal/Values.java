package nl.knelpunt.support.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns text into values; null says that it is no such value, so that no exception carries the text. */
public final class Values {

    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    /** xs:decimal without sign: no exponent, so that a few characters can't become a gigabyte of digits. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    /** ISO 8601 without hyphens, colons and T, as in EDIFACT, StUF and the WCO's messages; parts of a second are passed over. */
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T?(\\d{2})(\\d{2})(\\d{2})?\\d{0,3}(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    private Values() {}

    /** Without an offset the time is taken to be Dutch. */
    public static LocalDateTime moment(String text) {
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            String offset = compact.group(7) == null ? "" : compact.group(7);
            return moment("%s-%s-%sT%s:%s:%s%s"
                    .formatted(
                            compact.group(1),
                            compact.group(2),
                            compact.group(3),
                            compact.group(4),
                            compact.group(5),
                            compact.group(6) == null ? "00" : compact.group(6),
                            offset.length() == 3 ? offset + ":00" : offset.replaceFirst("(\\d{2})(\\d{2})$", "$1:$2")));
        }
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            LocalDateTime dutch = parsed instanceof OffsetDateTime offset
                    ? offset.atZoneSameInstant(NETHERLANDS).toLocalDateTime()
                    : (LocalDateTime) parsed;
            return dutch.getYear() < 1 || dutch.getYear() > 9999 ? null : dutch.truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** With or without hyphens. */
    public static LocalDate date(String text) {
        try {
            LocalDate date = text.length() == 8
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text);
            return date.getYear() < 1 || date.getYear() > 9999 ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    public static BigDecimal decimal(String text) {
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    public static Boolean flag(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** Whether a database, a screen and a log can all take the text: no control characters, no half surrogate pairs. */
    public static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                        || c == 0xFFFE
                        || c == 0xFFFF);
    }
}
