package nl.knelpunt.engine.guard;

import java.util.Comparator;
import java.util.List;

/**
 * How long things last or wait that the law leaves to the RIEC.
 *
 * @param reminderDays days before the end of a term at which those concerned are reminded, the longest first
 * @param destroyAfterClosureDays days after a closure on which, at the latest, everything of the knelpunt is destroyed (Wgs 1.8(7):
 *     no longer necessary)
 * @param reviewHoldsMonths months after which a hold against destruction is looked at again
 * @param evaluateMonths months after which a case consultation, which has no term, is evaluated
 * @param keepBackupsDays days for which backups are kept: what was destroyed is in them until then
 */
public record Periods(
        List<Integer> reminderDays,
        int destroyAfterClosureDays,
        int reviewHoldsMonths,
        int evaluateMonths,
        int keepBackupsDays) {

    public static final Periods DEFAULT = new Periods(List.of(90, 30, 7), 30, 12, 12, 30);

    public static final int MOST_REMINDERS = 5;
    public static final int MOST_REMINDER_DAYS = 180;
    public static final int MOST_DESTROY_AFTER_CLOSURE_DAYS = 90;
    public static final int MOST_MONTHS = 12;
    public static final int MOST_KEEP_BACKUPS_DAYS = 365;

    public Periods {
        reminderDays = reminderDays.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        if (reminderDays.size() > MOST_REMINDERS
                || reminderDays.stream().anyMatch(days -> !isFrom1To(days, MOST_REMINDER_DAYS))) {
            throw new IllegalArgumentException(
                    "reminderDays are at most " + MOST_REMINDERS + " numbers from 1 to " + MOST_REMINDER_DAYS);
        }
        if (!isFrom1To(destroyAfterClosureDays, MOST_DESTROY_AFTER_CLOSURE_DAYS)
                || !isFrom1To(reviewHoldsMonths, MOST_MONTHS)
                || !isFrom1To(evaluateMonths, MOST_MONTHS)
                || !isFrom1To(keepBackupsDays, MOST_KEEP_BACKUPS_DAYS)) {
            throw new IllegalArgumentException("a period is at least one, and no longer than it may be");
        }
    }

    private static boolean isFrom1To(int number, int most) {
        return number >= 1 && number <= most;
    }

    /** Days before its end from which a term asks for attention; 0 when nobody is reminded. */
    public int longestReminder() {
        return reminderDays.isEmpty() ? 0 : reminderDays.get(0);
    }
}
