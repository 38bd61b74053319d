package nl.knelpunt.engine.port;

import nl.knelpunt.engine.participant.Region;
import org.osgi.annotation.versioning.ProviderType;

/** The region of this installation. */
@ProviderType
public interface Regions {

    /**
     * @throws UnavailableException its configuration is broken; says where
     */
    Region current();
}
