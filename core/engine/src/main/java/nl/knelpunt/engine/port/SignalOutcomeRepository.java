package nl.knelpunt.engine.port;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.signal.SignalOutcome;
import org.osgi.annotation.versioning.ProviderType;

/** What became of signals, also of those that are gone. */
@ProviderType
public interface SignalOutcomeRepository {

    void insert(SignalOutcome outcome);

    /**
     * Of the signals of one reporter, in order of id.
     *
     * @param signal only of this one; null for all
     * @param after only ids after this one; null from the start
     */
    List<SignalOutcome> ofReporter(String reporter, UUID signal, UUID after, int limit);
}
