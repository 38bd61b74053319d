package nl.knelpunt.engine.port;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The time as the domain and the log see it: the real one, or that of a demo. Tokens and log files use the real one. */
@ProviderType
public interface DomainClock {

    /** Now, to the millisecond. */
    Instant now();
}
