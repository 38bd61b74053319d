package nl.knelpunt.support.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** What happens to a message's free text before it goes into a draft. */
public final class Texts {

    /** Most characters of an observation and of a value. */
    private static final int TEXT = 4_000;

    /** Most characters of everything else in a draft: who observed, a place, a town. */
    private static final int LINE = 200;

    private static final String CUT = " [ingekort]";
    private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w.-]{1,255}");

    /** Ten digits from 0, or from + or 00 the digits of another country, however they are grouped; but not a date. */
    private static final Pattern PHONE = Pattern.compile("(?<!\\w)(?<!\\d[-./])(?!\\d{2}[-./]\\d{2}[-./]\\d{4})(?:"
            + "\\(?0[1-9](?:[ ().-]{0,2}\\d){8}|(?:\\+|00)[1-9](?:[ ().-]{0,3}\\d){7,13})(?!\\w)");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));

    private Texts() {}

    /** A day as one writes it in a Dutch sentence, such as {@code 3 mei 2026}. Never null. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The text in at most the 4,000 characters of an observation; says so when it had to be shortened. Null stays null. */
    public static String fit(String text) {
        return fit(text, TEXT);
    }

    /** The text in at most the 200 characters of a place or of who observed; as {@link #fit}. */
    public static String fitLine(String text) {
        return fit(text, LINE);
    }

    /** The parts with something between them, without those that are null or empty; null when nothing is left. */
    public static String joined(String between, String... parts) {
        StringJoiner joined = new StringJoiner(between);
        int count = 0;
        for (String part : parts) {
            if (part != null && !part.isEmpty()) {
                joined.add(part);
                count++;
            }
        }
        return count == 0 ? null : joined.toString();
    }

    private static String fit(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /**
     * The text without e-mail addresses and telephone numbers: in a report by a citizen they are nearly always the
     * complainant's own. Null stays null.
     */
    public static String withoutContact(String text) {
        if (text == null) {
            return null;
        }
        String withoutEmail = EMAIL.matcher(text).replaceAll("[e-mailadres weggelaten]");
        return PHONE.matcher(withoutEmail).replaceAll("[telefoonnummer weggelaten]");
    }
}
