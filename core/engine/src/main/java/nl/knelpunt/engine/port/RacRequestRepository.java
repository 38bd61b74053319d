package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.oversight.RacRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Questions to the legality advisory committee (Wgs 1.8(6)). */
@ProviderType
public interface RacRequestRepository {

    Optional<RacRequest> find(UUID id);

    void insert(RacRequest request);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code request}
     */
    void update(RacRequest request);

    /**
     * In order of id, oldest first.
     *
     * @param state null for all
     * @param after only ids after this one; null from the start
     */
    List<RacRequest> list(RacRequestState state, UUID after, int limit);
}
