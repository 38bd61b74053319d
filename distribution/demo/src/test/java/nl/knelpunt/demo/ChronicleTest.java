package nl.knelpunt.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Chronicle chronicle = new Chronicle(TODAY);

    @Test
    void storiesThatAreToldApartArePlayedTogetherInOrderOfTime() {
        List<String> played = new ArrayList<>();
        chronicle.on(30, () -> played.add("first story, early"));
        chronicle.on(5, () -> played.add("first story, late"));
        chronicle.on(20, () -> played.add("second story"));
        chronicle.on(20, () -> played.add("second story, same day"));

        chronicle.play(moment -> {}, day -> {});

        assertEquals(
                List.of("first story, early", "second story", "second story, same day", "first story, late"), played);
    }

    @Test
    void theClockOnlyGoesForwardAndStaysInThePast() {
        List<Instant> moments = new ArrayList<>();
        for (int daysAgo : new int[] {1, 400, 3, 400, 1, 2}) {
            chronicle.on(daysAgo, () -> {});
        }

        chronicle.play(moments::add, day -> {});

        for (int i = 1; i < moments.size(); i++) {
            assertTrue(moments.get(i).isAfter(moments.get(i - 1)));
        }
        assertTrue(moments.get(moments.size() - 1).isBefore(TODAY.atStartOfDay().toInstant(java.time.ZoneOffset.UTC)));
        assertThrows(IllegalArgumentException.class, () -> chronicle.on(0, () -> {}));
    }

    @Test
    void nobodyWorksAtTheWeekend() {
        for (int daysAgo = 1; daysAgo < 15; daysAgo++) {
            LocalDate day = chronicle.day(daysAgo);
            assertTrue(day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0, day.toString());
            assertTrue(!day.isAfter(TODAY.minusDays(daysAgo)));
        }
    }
}
