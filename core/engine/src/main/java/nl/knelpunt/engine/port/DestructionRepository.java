package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.RetentionRun;
import org.osgi.annotation.versioning.ProviderType;

/** Destruction lists, and what was destroyed by time. */
@ProviderType
public interface DestructionRepository {

    Optional<DestructionList> find(UUID id);

    void insert(DestructionList list);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code list}
     */
    void update(DestructionList list);

    /**
     * In order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<DestructionList> list(UUID after, int limit);

    /** Not executed, those with the nearest last day first. */
    List<DestructionList> open(int limit);

    /** To be executed on a day: approved, or past their last day. */
    List<DestructionList> toExecute(LocalDate day, int limit);

    void insert(RetentionRun run);

    /**
     * The last run first.
     *
     * @param before only ids before this one; null from the last
     */
    List<RetentionRun> runs(UUID before, int limit);

    /** Those of a dossier that were not executed. */
    List<DestructionList> openOf(UUID dossier);
}
