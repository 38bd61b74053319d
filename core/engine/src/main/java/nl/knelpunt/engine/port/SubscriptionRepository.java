package nl.knelpunt.engine.port;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.event.Subscription;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface SubscriptionRepository {

    void insert(Subscription subscription);

    /** Replaces position, whether events were missed, and the trouble; harmless when it was removed. */
    void update(Subscription subscription);

    /** In order of id. */
    List<Subscription> list();

    /** Whether there was one. */
    boolean delete(UUID id);
}
