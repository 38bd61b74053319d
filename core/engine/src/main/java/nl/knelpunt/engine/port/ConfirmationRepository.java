package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What writers confirmed of their texts, by keyed digest: the words themselves stand in the text alone. */
@ProviderType
public interface ConfirmationRepository {

    /** Digests of all that was confirmed of the texts of one signal or knelpunt. */
    Set<String> of(UUID object);

    /**
     * Confirming twice is once.
     *
     * @param digest hex
     * @param actor who confirmed, as the log names it
     */
    void add(UUID object, String digest, String actor, Instant at);

    /** The texts are destroyed. */
    void forget(UUID object);
}
