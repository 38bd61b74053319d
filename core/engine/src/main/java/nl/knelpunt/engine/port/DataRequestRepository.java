package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.sharing.DataRequest;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface DataRequestRepository {

    Optional<DataRequest> find(UUID id);

    void insert(DataRequest request);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code request}
     */
    void update(DataRequest request);

    /**
     * Of a knelpunt, in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<DataRequest> ofKnelpunt(UUID knelpunt, UUID after, int limit);

    /** That wait for a holder, oldest first. */
    List<DataRequest> askedOf(String holder, DataRequestState state, int limit);

    /** Of an asker, oldest first. */
    List<DataRequest> askedBy(String asker, DataRequestState state, int limit);

    /** In which something is still to be done though their last day has passed. */
    List<DataRequest> due(LocalDate today, int limit);

    /** Destroys those of a knelpunt, and says how many. */
    int destroyOf(UUID knelpunt);
}
