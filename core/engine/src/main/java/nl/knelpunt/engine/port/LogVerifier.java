package nl.knelpunt.engine.port;

import nl.knelpunt.engine.oversight.Verification;
import org.osgi.annotation.versioning.ProviderType;

/** Proves that the processing log of the running installation is whole. */
@ProviderType
public interface LogVerifier {

    /**
     * Recomputes the whole chain, up to all that was durable when this was called or further. Takes its time, and holds up no
     * other work: so it is called outside a transaction.
     *
     * @throws UnavailableException can't be read now
     */
    Verification verifyLog();
}
