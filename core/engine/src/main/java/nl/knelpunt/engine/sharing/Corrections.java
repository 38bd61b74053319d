package nl.knelpunt.engine.sharing;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Getting data right that others supplied, and telling whoever received them (Bgs 1.7; AVG 16, 19). Every method goes through the
 * gate and throws what {@link nl.knelpunt.engine.signal.Signals} throws. Who may not know of a proposal or a notice hears the same
 * as of one that is not there.
 */
@ProviderType
public interface Corrections {

    /**
     * Proposes another value for another participant's datum, or its destruction.
     *
     * @param content null to propose that it is destroyed
     * @return the id is the proposal's
     */
    Done propose(Call call, UUID knelpunt, UUID datum, String content, String reason);

    /**
     * Proposals that the caller's participant made or is to decide on, oldest first; the case director sees all of them, without
     * content.
     *
     * @param open only those that are still to be decided on
     */
    Page<CorrectionProposal> list(Call call, boolean open, UUID after, int limit);

    CorrectionProposal see(Call call, UUID proposal);

    /** The owner takes it over: the datum is corrected or destroyed, with its copies. */
    Done accept(Call call, UUID proposal);

    Done decline(Call call, UUID proposal, String reason);

    Done withdraw(Call call, UUID proposal);

    /**
     * What the caller's participant, or the bureau, is told, oldest first.
     *
     * @param open only what nobody took note of yet
     */
    Page<CorrectionNotice> notices(Call call, boolean open, UUID after, int limit);

    /** Takes note. A second time changes nothing. */
    Done acknowledge(Call call, UUID notice);

    /** Who received a datum or a copy of it, for its supplier and the case director. */
    List<Receiver> receivers(Call call, UUID dossier, UUID datum);
}
