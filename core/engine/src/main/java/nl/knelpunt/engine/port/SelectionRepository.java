package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import org.osgi.annotation.versioning.ProviderType;

/** Selections that were kept, and that something was exported. */
@ProviderType
public interface SelectionRepository {

    Optional<Selection> find(UUID id);

    void insert(Selection selection);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code selection}
     */
    void update(Selection selection);

    void remove(UUID id);

    /**
     * Of a knelpunt, somebody's own and what is shared, in order of id.
     *
     * @param after only ids after this one; null from the start
     */
    List<Selection> ofKnelpunt(UUID knelpunt, UUID owner, UUID after, int limit);

    /** Of a knelpunt, of everybody. */
    int count(UUID knelpunt);

    void insert(Export export);

    /**
     * Of a knelpunt in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<Export> exportsOf(UUID knelpunt, UUID after, int limit);

    /** Destroys those of a knelpunt, whoever's, and says how many. */
    int destroyOf(UUID knelpunt);

    /** Destroys what was noted of exports of a knelpunt, and says how many. */
    int destroyExportsOf(UUID knelpunt);
}
