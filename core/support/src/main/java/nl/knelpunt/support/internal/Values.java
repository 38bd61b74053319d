package nl.knelpunt.support.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Turns text into values; null says that it is no such value, so that no exception carries the text. */
public final class Values {

    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    /** xs:decimal without sign: no exponent, so that a few characters can't become a gigabyte of digits. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    private Values() {}

    /** Without an offset the time is taken to be Dutch. */
    public static LocalDateTime moment(String text) {
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

    public static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
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
