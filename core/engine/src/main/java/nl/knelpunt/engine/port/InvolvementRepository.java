package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Involvement;
import org.osgi.annotation.versioning.ProviderType;

/** Changes of who is involved in a knelpunt. */
@ProviderType
public interface InvolvementRepository {

    void insert(Involvement involvement);

    void update(Involvement involvement);

    /** What the steering group is asked about this knelpunt now. */
    Optional<Involvement> open(UUID knelpunt);

    /** In order of id, after {@code after} or from the first. */
    List<Involvement> ofKnelpunt(UUID knelpunt, UUID after, int limit);
}
