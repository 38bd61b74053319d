package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.oversight.RacAdvice;
import org.osgi.annotation.versioning.ProviderType;

/** Advices of the legality advisory committee (Wgs 1.8(6)). What an advice says is never changed: a later one takes its place. */
@ProviderType
public interface RacAdviceRepository {

    Optional<RacAdvice> find(UUID id);

    void insert(RacAdvice advice);

    /** Replaces what stands under the same id: that it was used. */
    void update(RacAdvice advice);

    /**
     * Advices in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<RacAdvice> list(UUID after, int limit);
}
