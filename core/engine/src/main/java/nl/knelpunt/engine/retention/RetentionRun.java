package nl.knelpunt.engine.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one run destroyed because its time had come. Holds numbers and references only, and so is a certificate too.
 *
 * @param id UUIDv7
 * @param at when
 * @param day in the Netherlands
 * @param nightly whether it is the run of that night, which looks at everything; else something fell due in between
 * @param planned what the dry run before it said would go: data, by dossier
 * @param destroyed data that went, by dossier and category
 * @param lists destruction lists that were executed
 * @param held data that stay past their last day, on a ground
 * @param backupsRemoved backups that had been kept for as long as the policy says
 */
public record RetentionRun(
        UUID id,
        Instant at,
        LocalDate day,
        boolean nightly,
        Map<UUID, Integer> planned,
        Map<UUID, Map<String, Integer>> destroyed,
        List<UUID> lists,
        int held,
        int backupsRemoved) {

    public RetentionRun {
        planned = Map.copyOf(planned);
        destroyed = Map.copyOf(destroyed);
        lists = List.copyOf(lists);
    }

    /** Data that went, over all dossiers. */
    public int total() {
        return destroyed.values().stream()
                .flatMap(byCategory -> byCategory.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }
}
