package nl.knelpunt.support.edifact;

import java.time.LocalDateTime;
import nl.knelpunt.support.internal.Values;

/** Days and times by the codes of data element 2379. */
final class EdifactTime {

    private static final String MIDNIGHT = "0000";

    private EdifactTime() {}

    /**
     * @param code 101, 102, 201, 203 or 204; null for what the length says
     * @return null when it is no such moment
     */
    static LocalDateTime read(String value, String code) {
        int length = code == null ? value.length() : length(code);
        if (value.length() != length || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return switch (length) {
            case 6 -> Values.moment(century(value) + value + MIDNIGHT);
            case 8 -> Values.moment(value + MIDNIGHT);
            case 10 -> Values.moment(century(value) + value);
            case 12, 14 -> Values.moment(value);
            default -> null;
        };
    }

    private static int length(String code) {
        return switch (code) {
            case "101" -> 6;
            case "102" -> 8;
            case "201" -> 10;
            case "203" -> 12;
            case "204" -> 14;
            default -> -1;
        };
    }

    /** Years without one lie between 1970 and 2069. */
    private static String century(String value) {
        return value.charAt(0) < '7' ? "20" : "19";
    }
}
