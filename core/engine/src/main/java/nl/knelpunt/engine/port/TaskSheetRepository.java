package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.plan.TaskSheet;
import org.osgi.annotation.versioning.ProviderType;

/** Sheets are kept as they were released, so they never change. */
@ProviderType
public interface TaskSheetRepository {

    Optional<TaskSheet> find(UUID id);

    void insert(TaskSheet sheet);

    /** How many numbers of a year were given out. */
    int numbered(int year);

    /**
     * Of a knelpunt, in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<TaskSheet> ofKnelpunt(UUID knelpunt, UUID after, int limit);

    /** The newest of a knelpunt, oldest of them first. */
    List<TaskSheet> newest(UUID knelpunt, int limit);

    /** Destroys what stands on those of a knelpunt, and says how many: their numbers stay, so that none is given twice. */
    int destroyOf(UUID knelpunt);
}
