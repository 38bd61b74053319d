package nl.knelpunt.engine.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A designation is for one year at a time: the last day is the day before the same date a year later. */
class TermTest {

    @ParameterizedTest(name = "from {0} the last day is {1}")
    @CsvSource({
        "2026-05-11, 2027-05-10",
        "2026-01-01, 2026-12-31",
        "2026-12-31, 2027-12-30",
        "2027-03-01, 2028-02-29",
        "2028-02-28, 2029-02-27",
        "2028-02-29, 2029-02-28",
        "2028-03-01, 2029-02-28"
    })
    void lastsUntilTheDayBeforeTheSameDate(LocalDate first, LocalDate last) {
        assertEquals(new Term(first, last), Term.yearFrom(first));
    }

    @ParameterizedTest(name = "after a term from {0} the next runs from {1} to {2}")
    @CsvSource({
        "2026-05-11, 2027-05-11, 2028-05-10",
        "2027-02-28, 2028-02-28, 2029-02-27",
        "2028-02-29, 2029-03-01, 2030-02-28"
    })
    void theNextYearFollowsWithoutAGap(LocalDate first, LocalDate nextFirst, LocalDate nextLast) {
        assertEquals(new Term(nextFirst, nextLast), Term.yearFrom(first).next());
    }

    @Property
    void isNeverLongerThanAYear(@ForAll("days") LocalDate first) {
        Term term = Term.yearFrom(first);
        assertFalse(term.last().isAfter(first.plusYears(1)));
        assertTrue(term.last().isAfter(first.plusDays(363)));
    }

    @Property
    void holdsItsFirstAndLastDayAndNoOther(@ForAll("days") LocalDate first, @ForAll("days") LocalDate day) {
        Term term = Term.yearFrom(first);
        assertTrue(term.contains(term.first()) && term.contains(term.last()));
        assertFalse(term.contains(term.first().minusDays(1))
                || term.contains(term.last().plusDays(1)));
        assertEquals(!day.isBefore(first) && day.isBefore(term.next().first()), term.contains(day));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2025, 3, 1).toEpochDay(),
                        LocalDate.of(2060, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
