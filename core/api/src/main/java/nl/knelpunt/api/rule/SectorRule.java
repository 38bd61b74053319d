package nl.knelpunt.api.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;

/**
 * One rule of a participant's own sector, on the data that its participants supply. It can only refuse: what the law's own rules
 * refuse stays refused, whatever stands here.
 *
 * @param id within the plugin, such as {@code P1}: a capital letter, then capitals, digits or hyphens, at most 16 characters. The
 *     platform puts the kind before it: {@code police:P1}. Logs keep it for years: don't use one again for something else
 * @param title in a few words, at most 200 characters
 * @param article on which it rests, such as {@code Wpg 9(3)}, at most 200 characters
 * @param checkedByJurist false: shown as "to be checked by a jurist"
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds, null while no end is known
 * @param moments at which it looks, at least one
 * @param message why the act is refused, at most 1,000 characters; shown to whoever may know of the datum
 * @param remedy what to do, at most 1,000 characters
 * @param refuseWhen when it refuses. Who receives can't be asked at {@link RuleMoment#SUPPLY}
 */
public record SectorRule(
        String id,
        Text title,
        String article,
        boolean checkedByJurist,
        LocalDate validFrom,
        LocalDate validTo,
        Set<RuleMoment> moments,
        Text message,
        Text remedy,
        Condition refuseWhen) {

    /** Most rules of one plugin. */
    public static final int MOST = 50;

    /** Characters of a title or article. */
    public static final int LONGEST_LINE = 200;
    /** Characters of a message or remedy. */
    public static final int LONGEST_TEXT = 1_000;

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{0,15}");

    public SectorRule {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "an id is a capital letter, then at most 15 capitals, digits or hyphens, such as P1");
        }
        fits(title, LONGEST_LINE);
        fits(new Text(article, article), LONGEST_LINE);
        Objects.requireNonNull(validFrom, "validFrom");
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("the last day is not before the first");
        }
        Set<RuleMoment> some = EnumSet.noneOf(RuleMoment.class);
        some.addAll(moments);
        moments = Collections.unmodifiableSet(some);
        if (moments.isEmpty()) {
            throw new IllegalArgumentException("name at least one moment");
        }
        fits(message, LONGEST_TEXT);
        fits(remedy, LONGEST_TEXT);
        Objects.requireNonNull(refuseWhen, "refuseWhen");
        if (moments.contains(RuleMoment.SUPPLY) && refuseWhen.asksForTheRecipient()) {
            throw new IllegalArgumentException(
                    "at SUPPLY nobody receives the datum yet, so the recipient can't be asked");
        }
    }

    /** As a sentence in both languages: when it looks and when it refuses. */
    public Text words() {
        Text when = Wording.oneOf("Geweigerd", "Refused", moments, RuleMoment::label);
        Text what = refuseWhen.words();
        return new Text(
                when.nl() + ", als dit geldt: " + what.nl() + ".", when.en() + ", if this holds: " + what.en() + ".");
    }

    /** A brace would be taken for the place of a name that the platform fills in. */
    private static void fits(Text text, int most) {
        for (String one : new String[] {text.nl(), text.en()}) {
            if (one.length() > most || one.indexOf('{') >= 0 || one.indexOf('}') >= 0) {
                throw new IllegalArgumentException("a text has at most " + most + " characters and no braces");
            }
        }
    }
}
