package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.rights.RightsRequest;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface RightsRequestRepository {

    Optional<RightsRequest> find(UUID id);

    void insert(RightsRequest request);

    /**
     * Writes it with {@code version + 1}. Whom it consults doesn't change.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code request}
     */
    void update(RightsRequest request);

    /**
     * In order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<RightsRequest> list(UUID after, int limit);

    /** Not decided, in order of id; perhaps others with them. */
    List<RightsRequest> undecided(int limit);

    /** On which a participant is consulted and did not answer, in order of id; perhaps others with them. */
    List<RightsRequest> awaiting(String participant, int limit);

    /** As {@link #list}, of those on which a participant is consulted. */
    List<RightsRequest> consulting(String participant, UUID after, int limit);
}
