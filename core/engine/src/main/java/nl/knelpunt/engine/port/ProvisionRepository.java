package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
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

    /** The one whose feedback is longest overdue of those that this recipient was given, from whatever knelpunt. */
    Optional<Provision> overdue(Recipient recipient, LocalDate day);

    /**
     * The register, in order of id, oldest first.
     *
     * @param today against which overdue is measured
     * @param after only ids after this one; null from the start
     */
    List<Provision> search(ProvisionFilter filter, LocalDate today, UUID after, int limit);

    /** Those whose round is open and in which this participant did not answer yet, what ends first before the rest. */
    List<Provision> asking(String participant, int limit);

    /** Those that were asked and did not go yet, what ends first before the rest. */
    List<Provision> inRound(int limit);

    /**
     * Those whose feedback is due on or before a day and was not given, what is due first before the rest.
     *
     * @param recipient key of the recipient; null for all
     */
    List<Provision> feedbackDue(String recipient, LocalDate day, int limit);

    /** Those that rest on a datum, also when it was destroyed since, in order of id. */
    List<Provision> restingOn(UUID datum);
}
