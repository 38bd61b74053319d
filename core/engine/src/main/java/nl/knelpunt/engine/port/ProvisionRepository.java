package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface ProvisionRepository {

    Optional<Provision> find(UUID id);

    void insert(Provision provision);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code provision}
     */
    void update(Provision provision);

    /**
     * Of a knelpunt, in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<Provision> ofKnelpunt(UUID knelpunt, UUID after, int limit);

    /** Removes those of a knelpunt that were never provided, and says how many. */
    int destroyUnprovided(UUID knelpunt);

    /** Prepared and not provided, in order of id. */
    List<Provision> prepared(int limit);

    /** Provided, and the feedback is still to come: the first due first. */
    List<Provision> owingFeedback(int limit);

    /** As {@link #owingFeedback(int)}, of what this recipient was given. */
    List<Provision> owingFeedback(Recipient recipient, int limit);

    /** The one whose feedback is longest overdue of those that this recipient was given, from whatever knelpunt. */
    Optional<Provision> overdue(Recipient recipient, LocalDate day);
}
