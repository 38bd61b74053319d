package nl.knelpunt.engine.port;

import java.time.LocalDate;
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

    /** Refused, while no exception stands in the way any more; in order of id, perhaps others with them. */
    List<RightsRequest> toBeDecidedAnew(int limit);

    /** On which an exception of this participant is to be looked at anew by a day, what is due first before the rest. */
    List<RightsRequest> toBeRechecked(String participant, LocalDate day, int limit);

    /** Granted, so that this participant has data to correct; in order of id, perhaps others with them. */
    List<RightsRequest> toBeMended(String participant, int limit);

    /** Those of which, on this day, what ties them to a person is to go; in order of id. */
    List<RightsRequest> toBeForgotten(LocalDate day, int limit);
}
