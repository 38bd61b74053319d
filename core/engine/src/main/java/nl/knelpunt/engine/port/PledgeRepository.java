package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.plan.CapacityTotal;
import nl.knelpunt.engine.plan.Pledge;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface PledgeRepository {

    Optional<Pledge> find(UUID id);

    void insert(Pledge pledge);

    /** Replaces what stands under the same id. */
    void update(Pledge pledge);

    /** All of a knelpunt, oldest first. */
    List<Pledge> ofKnelpunt(UUID knelpunt);

    /** Per participant, in order of its id. */
    List<CapacityTotal> totals(UUID knelpunt);

    /**
     * Knelpunten for which something was pledged, in order of id.
     *
     * @param after only ids after this one; null from the start
     */
    List<UUID> knelpunten(UUID after, int limit);
}
