package nl.knelpunt.engine.port;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Change;
import org.osgi.annotation.versioning.ProviderType;

/** Which fields of what changed with each version; kept as long as the thing itself. */
@ProviderType
public interface ChangeRepository {

    void add(UUID object, Change change);

    /** Those after a version, in order. */
    List<Change> after(UUID object, long version, int limit);

    /** The thing is gone. */
    void forget(UUID object);
}
