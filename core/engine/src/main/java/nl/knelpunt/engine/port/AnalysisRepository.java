package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface AnalysisRepository {

    Optional<Analysis> find(UUID id);

    void insert(Analysis analysis);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code analysis}
     */
    void update(Analysis analysis);

    void destroy(UUID id);

    /** The newest of a knelpunt. */
    Optional<Analysis> last(UUID knelpunt);

    /**
     * Of a knelpunt in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<Analysis> ofKnelpunt(UUID knelpunt, UUID after, int limit);

    /** Those in one of these states, oldest first. */
    List<Analysis> in(Set<AnalysisState> states, int limit);
}
