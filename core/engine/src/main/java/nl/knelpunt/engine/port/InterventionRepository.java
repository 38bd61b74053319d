package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.plan.Intervention;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface InterventionRepository {

    Optional<Intervention> find(UUID id);

    void insert(Intervention intervention);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code intervention}
     */
    void update(Intervention intervention);

    /** All of a knelpunt, oldest first; at most {@link Intervention#MOST_IN_A_PLAN}. */
    List<Intervention> ofKnelpunt(UUID knelpunt);

    /**
     * Of a participant, those for which something is still to be done: open, or done and not reported on. In order of their last
     * day, those without one last.
     */
    List<Intervention> waiting(String participant, int limit);
}
