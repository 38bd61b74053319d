package nl.knelpunt.engine.dossier;

import java.time.LocalDate;

/**
 * The days for which a knelpunt is designated, in Europe/Amsterdam; at most one year (G21).
 *
 * @param first day of the designation or prolongation
 * @param last day on which may be shared, until 24:00
 */
public record Term(LocalDate first, LocalDate last) {

    /** A year: its last day is the day before the same date a year later, of 29 February the 28th. */
    public static Term yearFrom(LocalDate first) {
        boolean leapDay = first.getMonthValue() == 2 && first.getDayOfMonth() == 29;
        LocalDate sameDate = first.plusYears(1);
        return new Term(first, leapDay ? sameDate : sameDate.minusDays(1));
    }

    /** Days before its end from which on may be decided that another year follows: who decides sees most of this year. */
    public static final int DECIDED_BEFORE = 90;

    /** First day on which may be decided that another year follows. */
    public LocalDate prolongedFrom() {
        return last.minusDays(DECIDED_BEFORE);
    }

    /** The year that follows without a gap. */
    public Term next() {
        return yearFrom(last.plusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
