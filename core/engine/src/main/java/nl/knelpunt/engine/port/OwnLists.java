package nl.knelpunt.engine.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The lists of own subjects that participants lay ready, each out of reach of the others. Read where they lie, never copied. */
@ProviderType
public interface OwnLists {

    /**
     * The list of a participant as it is now.
     *
     * @return to be closed; empty when none lies ready
     * @throws IOException there is one that can't be read; the message names no file
     */
    Optional<InputStream> open(String participant) throws IOException;
}
