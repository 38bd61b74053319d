package nl.knelpunt.engine.sharing;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asking a participant for data in a knelpunt (Wgs 2.23(6), 1.5(1)). Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws. Who may not know of a request hears the same as of one that is not there.
 */
@ProviderType
public interface DataRequests {

    /**
     * @param mine only those that the caller's participant made or is to answer; of the bureau, those that it made
     * @param open only those in which something is still to be done
     */
    record Filter(boolean mine, boolean open) {}

    /** The id in the answer is the request's. */
    Done make(Call call, UUID knelpunt, DataRequest.Wanted wanted);

    /** What the caller may know of, oldest first; with the ground only of what the caller's own participant refused. */
    Page<DataRequest> list(Call call, UUID knelpunt, Filter filter, UUID after, int limit);

    DataRequest see(Call call, UUID request);

    /** The holder says which of the data that it shared in the knelpunt answer the request. May be done again, for more. */
    Done supply(Call call, UUID request, List<UUID> data);

    /** The holder does not supply. Final; only the ground and the moment are kept. */
    Done refuse(Call call, UUID request, DataRequest.Ground ground);

    /** The holder has a question first. */
    Done askBack(Call call, UUID request, String question);

    Done answerBack(Call call, UUID request, String answer);

    Done withdraw(Call call, UUID request);
}
