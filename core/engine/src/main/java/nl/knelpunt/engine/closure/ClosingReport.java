package nl.knelpunt.engine.closure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the steering group reads before it closes a knelpunt. Destroyed with it, but for the lessons.
 *
 * @param knelpunt that is to be closed
 * @param summary how it ends
 * @param waived results that were prepared and will not be provided
 * @param lessons what was learnt; published at the closure
 * @param person who wrote it last
 * @param at when
 */
public record ClosingReport(
        UUID knelpunt, String summary, List<Waived> waived, List<Lesson.Content> lessons, UUID person, Instant at) {

    public static final int MOST_LESSONS = 50;

    public ClosingReport {
        waived = waived == null ? List.of() : List.copyOf(waived);
        lessons = lessons == null ? List.of() : List.copyOf(lessons);
    }

    /** @param reason why it is not provided */
    public record Waived(UUID provision, String reason) {}

    public Optional<Waived> waiverOf(UUID provision) {
        return waived.stream().filter(w -> w.provision().equals(provision)).findFirst();
    }
}
