package nl.knelpunt.engine.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way to the participants' plugins. Every call to one goes under a lease of its generation, so that a plugin is taken away
 * only when nobody is inside. Never blocks but in {@link #drain}.
 */
@ProviderType
public interface Router {

    /** The plugins that take calls now, one per kind of participant: the newest. */
    List<PluginDescriptor> active();

    /** Kinds of participants that a plugin serves now. Data of all others are frozen (G51). */
    Set<String> activeKinds();

    /** A type of intervention of a kind of participant, as its plugin describes it now. */
    Optional<InterventionType> interventionType(String kind, String code);

    /**
     * A lease of the plugin of a kind of participant.
     *
     * @return empty when there is none now; to be closed after the call
     */
    Optional<Lease> lease(String kind);

    /**
     * Gives no more leases of this plugin and waits until all are back. To be called before the plugin is stopped.
     *
     * @return whether all leases came back in time; when not, the plugin takes calls again
     * @throws InterruptedException while waiting; the plugin takes calls again
     */
    boolean drain(Plugin plugin, Duration atMost) throws InterruptedException;

    /** The right to call one plugin until closed. */
    interface Lease extends AutoCloseable {

        Plugin plugin();

        @Override
        void close();
    }
}
