package nl.knelpunt.engine.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.gate.Versioned;

/**
 * What an analyst chose to look at, kept under a name. Holds no personal data, and shows nothing by itself: whoever looks sees
 * what it may see at that moment.
 *
 * @param id UUIDv7
 * @param version counts changes, from 1
 * @param name a few words
 * @param owner account of who made it; alone may change it
 * @param shared whether the other analysts of this knelpunt may use it
 * @param changed when it was last changed
 */
public record Selection(
        UUID id, UUID knelpunt, long version, String name, UUID owner, boolean shared, Filter filter, Instant changed)
        implements Versioned {

    /**
     * Each part narrows; an empty one, or null, does not.
     *
     * @param categories of the data
     * @param phases of the data; 0 is what came from a signal
     * @param suppliers ids of participants
     * @param subjects whom or what the data are about
     * @param from first day, of what is dated that day; what bears no date counts by the day of its first processing
     * @param until last day
     * @param area only subjects of which a place that may be seen lies in it, and observations made in it
     */
    public record Filter(
            Set<DataCategory> categories,
            Set<Integer> phases,
            Set<String> suppliers,
            List<UUID> subjects,
            LocalDate from,
            LocalDate until,
            Area area) {

        public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

        public Filter {
            categories = categories == null ? Set.of() : Set.copyOf(categories);
            phases = phases == null ? Set.of() : Set.copyOf(phases);
            suppliers = suppliers == null ? Set.of() : Set.copyOf(suppliers);
            subjects = subjects == null ? List.of() : List.copyOf(subjects);
        }

        /** Whether a day lies in the period. */
        public boolean takes(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
