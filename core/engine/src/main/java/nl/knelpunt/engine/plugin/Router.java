package nl.knelpunt.engine.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.knelpunt.api.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way to the participants' plugins. Every call to one goes under a lease of its generation, so that a plugin is taken away
 * only when nobody is inside. Blocks only in {@link #drain}, and in {@link #lease}
 * while a kind is held.
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
     * Lets whoever wants a lease of this kind wait, until it is released or {@code atMost} has passed. The kind stays active
     * meanwhile.
     */
    void hold(String kind, Duration atMost);

    /** Lets those who wait go on. Harmless when nobody does. */
    void release(String kind);

    /** Leases of this plugin that are not back. */
    int inside(Plugin plugin);

    /**
     * Gives no more leases of this plugin and waits until all are back. To be called before the plugin is stopped.
     *
     * @return whether all leases came back in time; when not, the plugin takes calls again
     * @throws InterruptedException while waiting; the plugin takes calls again
     */
    boolean drain(Plugin plugin, Duration atMost) throws InterruptedException;

    /**
     * Gives no more leases of this plugin, for good: a call to it harmed the platform. Its kind is not active any more, so
     * the data of its participants are frozen (G51), unless another generation serves it.
     *
     * @param reason for the administrator
     */
    void cutOff(Plugin plugin, Text reason);

    /** Whether a plugin of this kind was cut off and is still there: it is about to be put in quarantine, or back. */
    boolean isCutOff(String kind);

    /** Why a plugin was cut off; empty when it was not. */
    Optional<Text> cutOff(Plugin plugin);

    /** The right to call one plugin until closed. */
    interface Lease extends AutoCloseable {

        Plugin plugin();

        @Override
        void close();
    }
}
