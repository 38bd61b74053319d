package nl.knelpunt.engine.signal;

import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/** What became of the signals of the caller's participant. Goes through the gate and throws what {@link Signals} throws. */
@ProviderType
public interface SignalOutcomes {

    /**
     * Oldest first.
     *
     * @param signal only of this one; null for all
     */
    Page<SignalOutcome> list(Call call, UUID signal, UUID after, int limit);
}
