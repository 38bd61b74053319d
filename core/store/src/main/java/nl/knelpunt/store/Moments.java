package nl.knelpunt.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Moments as text: ISO 8601 in UTC, always with nine decimals, so that text sorts as time does and nothing is lost. */
final class Moments {

    private static final DateTimeFormatter FIXED_WIDTH =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    static String text(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > LAST_YEAR) {
            throw new IllegalArgumentException("A moment lies between the years 0 and " + LAST_YEAR);
        }
        return FIXED_WIDTH.format(moment);
    }
}
