package nl.knelpunt.engine.port;

import nl.knelpunt.engine.guard.Policy;
import org.osgi.annotation.versioning.ProviderType;

/** What this RIEC decided for itself. Changed by an act of its own only (G47). */
@ProviderType
public interface PolicyRepository {

    /** {@link Policy#DEFAULT} until it was changed for the first time. */
    Policy current();

    /** Every version is kept, so that a decision of long ago can be understood. */
    void put(Policy policy);
}
