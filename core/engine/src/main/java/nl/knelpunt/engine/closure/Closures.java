package nl.knelpunt.engine.closure;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.plugin.InterventionType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What goes before a closure, and what stays of it. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Closures {

    /** A report as somebody writes it. */
    record NewReport(String summary, List<ClosingReport.Waived> waived, List<Lesson.Content> lessons) {

        public NewReport {
            waived = waived == null ? List.of() : List.copyOf(waived);
            lessons = lessons == null ? List.of() : List.copyOf(lessons);
        }
    }

    /**
     * @param report null when none was written yet
     * @param open provisions that are neither provided nor waived: they stand in the way of a closure
     * @param informationMissing it is not recorded yet whether the persons concerned were informed, or why not (AVG 14): that stands in
     *     the way too
     * @param version of the knelpunt, which counts for the report too
     */
    record ShownReport(ClosingReport report, List<UUID> open, boolean informationMissing, long version) {

        public ShownReport {
            open = List.copyOf(open);
        }
    }

    /**
     * Which lessons; null and empty leave it open.
     *
     * @param words all of which must be there, each as the beginning of a word
     */
    record Wanted(
            String words,
            Boolean worked,
            InterventionType.Category category,
            Manifestation manifestation,
            ObjectType objectType,
            String barrierStep) {}

    /** In the place of what was written before. */
    Done write(Call call, UUID knelpunt, NewReport report);

    ShownReport see(Call call, UUID knelpunt);

    /** In order of id, oldest first. */
    Page<Lesson> lessons(Call call, Wanted wanted, UUID after, int limit);

    /** Takes a lesson away that says more than it should. */
    Done withdraw(Call call, UUID lesson);
}
