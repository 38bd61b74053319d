package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Knelpunt;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface KnelpuntRepository {

    Optional<Knelpunt> find(UUID id);

    void insert(Knelpunt knelpunt);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code knelpunt}
     */
    void update(Knelpunt knelpunt);

    /**
     * Knelpunten in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<Knelpunt> list(UUID after, int limit);

    /** About which the steering group is asked something, in order of id; perhaps others with them. */
    List<Knelpunt> voting(int limit);

    /** Designated, and with a last day no later than this one or with none, in order of that day; perhaps others with them. */
    List<Knelpunt> endingBy(LocalDate day, int limit);
}
