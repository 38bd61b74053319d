package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.steering.Mandate;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface MandateRepository {

    Optional<Mandate> find(UUID id);

    void insert(Mandate mandate);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code mandate}
     */
    void update(Mandate mandate);

    /** What a participant gave to somebody, also what ended. */
    List<Mandate> of(String participant, UUID holder);

    /** What a participant gave and did not withdraw. */
    List<Mandate> standingOf(String participant);

    List<Mandate> list(UUID after, int limit);
}
