package nl.knelpunt.engine.port;

import org.osgi.annotation.versioning.ProviderType;

/** What a database leaves on the disk of what was destroyed. */
@ProviderType
public interface Traces {

    /**
     * Rewrites the database, so that nothing that was destroyed or replaced before is left in its files. Holds up all other work
     * meanwhile; does nothing, quickly, when nothing was destroyed since the last time, also by an earlier process.
     *
     * @throws UnavailableException not possible now, such as on a disk without room for a second copy
     */
    void remove();
}
