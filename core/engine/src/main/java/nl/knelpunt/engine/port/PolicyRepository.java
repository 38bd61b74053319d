package nl.knelpunt.engine.port;

import java.util.List;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.oversight.PolicyChange;
import org.osgi.annotation.versioning.ProviderType;

/** What this RIEC decided for itself. Changed by an act of its own only (G47). */
@ProviderType
public interface PolicyRepository {

    /** {@link Policy#DEFAULT} until it was changed for the first time. */
    Policy current();

    /** Every change is kept, so that a decision of long ago can be understood. */
    void put(PolicyChange change);

    /** All of them, the last one first. */
    List<PolicyChange> changes();
}
