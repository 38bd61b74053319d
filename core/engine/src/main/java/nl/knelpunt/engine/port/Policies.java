package nl.knelpunt.engine.port;

import nl.knelpunt.engine.guard.Policy;
import org.osgi.annotation.versioning.ProviderType;

/** What this RIEC decided for itself. */
@ProviderType
public interface Policies {

    /**
     * @throws UnavailableException its configuration is broken; says where
     */
    Policy current();
}
