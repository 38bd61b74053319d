package nl.knelpunt.engine.component;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Keys;

/**
 * The keys of recognition help. Each is of one region, one participant and one period, so that lists of two participants, or of two
 * periods, can't be laid side by side. A period has as many days as the policy says, and its name says how many: when that is
 * changed, no key of before holds.
 */
final class HelpKeys {

    private static final String PURPOSE = "recognition";

    private final Keys keys;

    HelpKeys(Keys keys) {
        this.keys = keys;
    }

    /** The period of a day. */
    static String period(LocalDate day, Policy.Help help) {
        return help.keyDays() + "-" + Math.floorDiv(day.toEpochDay(), (long) help.keyDays());
    }

    /** The last day on which what was hashed in the period of a day still counts. */
    static LocalDate countsUntil(LocalDate day, Policy.Help help) {
        long next = (Math.floorDiv(day.toEpochDay(), (long) help.keyDays()) + 1) * help.keyDays();
        return LocalDate.ofEpochDay(next - 1).plusDays(help.overlapDays());
    }

    /** The periods whose keys hold on a day: its own first, and the one before for the days that they overlap. */
    static List<String> periods(LocalDate today, Policy.Help help) {
        List<String> periods = new ArrayList<>(List.of(period(today, help)));
        String before = period(today.minusDays(help.overlapDays()), help);
        if (!periods.contains(before)) {
            periods.add(before);
        }
        return periods;
    }

    byte[] of(Region region, String participant, String period) {
        return keys.keyed(
                PURPOSE, String.join("\n", region.id(), participant, period).getBytes(StandardCharsets.UTF_8));
    }

    /** Of every period that holds. */
    Map<String, byte[]> of(Region region, String participant, List<String> periods) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        periods.forEach(period -> all.put(period, of(region, participant, period)));
        return all;
    }
}
