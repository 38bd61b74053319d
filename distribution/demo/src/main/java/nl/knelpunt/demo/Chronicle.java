package nl.knelpunt.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What happens on which day. Stories are told one after the other and played together, day by day. */
final class Chronicle {

    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 5);
    private static final int MINUTES_PER_SCENE = 19;

    private final LocalDate today;
    private final Map<LocalDate, List<Runnable>> days = new TreeMap<>();

    Chronicle(LocalDate today) {
        this.today = today;
    }

    /** A working day, so many days ago or just before. */
    LocalDate day(int daysAgo) {
        LocalDate day = today.minusDays(daysAgo);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.minusDays(1)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }

    /** Scenes of one day follow each other in the order in which they were told. */
    void on(int daysAgo, Runnable scene) {
        if (daysAgo < 1) {
            throw new IllegalArgumentException("The story ends yesterday");
        }
        days.computeIfAbsent(day(daysAgo), d -> new ArrayList<>()).add(scene);
    }

    /**
     * @param clock is set before each scene
     * @param daily hears of each day
     */
    void play(Consumer<Instant> clock, Consumer<LocalDate> daily) {
        days.forEach((day, scenes) -> {
            daily.accept(day);
            LocalTime time = OFFICE_OPENS;
            for (Runnable scene : scenes) {
                clock.accept(day.atTime(time).atZone(NETHERLANDS).toInstant());
                scene.run();
                time = time.plusMinutes(MINUTES_PER_SCENE);
            }
        });
    }
}
