package nl.knelpunt.engine.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/** What goes by time: what would, and what did. Goes through the gate. */
@ProviderType
public interface Retention {

    /** References of one dossier in a dry run at most; the numbers are of all. */
    int MOST_REFERENCES = 100;

    /** Why something goes. */
    enum Why {
        /** Five years after it was first processed (G39). */
        TERM,
        /** It stands on a destruction list that was approved. */
        APPROVED_LIST,
        /** It stands on a destruction list whose last day has passed. */
        OVERDUE_LIST
    }

    /**
     * What would go of one dossier.
     *
     * @param dossier signal or knelpunt
     * @param list the destruction list, null with {@link Why#TERM}
     * @param categories numbers by category
     * @param data the first of them
     */
    record Going(UUID dossier, Why why, UUID list, Map<String, Integer> categories, List<UUID> data) {

        public Going {
            categories = Map.copyOf(categories);
            data = List.copyOf(data);
        }

        public int total() {
            return categories.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What would go if it were not held. */
    record Held(UUID dossier, UUID datum, Marks.Hold.Ground ground, LocalDate until) {}

    /**
     * @param on the day that was asked about
     * @param going by dossier
     * @param held the first that stay past their last day
     * @param drafts that would lapse; of whom is their reporters' own
     */
    record DryRun(LocalDate on, List<Going> going, List<Held> held, int drafts) {

        public DryRun {
            going = List.copyOf(going);
            held = List.copyOf(held);
        }

        public int total() {
            return going.stream().mapToInt(Going::total).sum();
        }
    }

    /**
     * Destroys nothing.
     *
     * @param on a day from today on; null for today
     */
    DryRun dryRun(Call call, LocalDate on);

    /** What was destroyed by time, the last run first. */
    Page<RetentionRun> runs(Call call, UUID before, int limit);
}
