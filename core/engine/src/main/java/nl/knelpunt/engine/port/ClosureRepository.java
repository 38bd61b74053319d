package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.closure.Lesson;
import org.osgi.annotation.versioning.ProviderType;

/** Closing reports, and lessons with the words by which they are found. */
@ProviderType
public interface ClosureRepository {

    Optional<ClosingReport> report(UUID knelpunt);

    /** In the place of the one before. */
    void put(ClosingReport report);

    /** Whether there was one. */
    boolean destroyReport(UUID knelpunt);

    void insert(Lesson lesson);

    /**
     * In order of id.
     *
     * @param after only ids after this one; null from the start
     */
    List<Lesson> find(Closures.Wanted wanted, UUID after, int limit);

    /** Whether there was one. */
    boolean destroyLesson(UUID id);
}
