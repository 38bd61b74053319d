package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import org.osgi.annotation.versioning.ProviderType;

/** Proposals to correct a datum. They go when the datum goes. */
@ProviderType
public interface CorrectionRepository {

    Optional<CorrectionProposal> find(UUID id);

    void insert(CorrectionProposal proposal);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code proposal}
     */
    void update(CorrectionProposal proposal);

    /**
     * In order of id, oldest first.
     *
     * @param participant that made it or is to decide; null for all
     * @param open only those that are still to be decided on
     * @param after only ids after this one; null from the start
     */
    List<CorrectionProposal> list(String participant, boolean open, UUID after, int limit);

    /** That wait for an owner, oldest first. */
    List<CorrectionProposal> toDecide(String owner, int limit);
}
