package nl.knelpunt.engine.plugin;

import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.recognition.OwnSubjects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One generation of a participant's plugin: started, described, ready. Registered as a service by the plugin manager, which
 * drains it through the {@link Router} before it takes it away.
 */
@ProviderType
public interface Plugin {

    PluginDescriptor descriptor();

    /** Counts from 1 within this process; a newer one takes the place of an older one of the same kind. */
    long generation();

    /** What it reads now; may be empty. */
    List<Adapter> adapters();

    /** Reads the list of its participant's own subjects, to be called only under a lease of the router; empty when it has none. */
    default Optional<OwnSubjects> ownSubjects() {
        return Optional.empty();
    }

    /**
     * @param format short name
     * @param mediaTypes without parameters
     * @param fileEndings without dot
     * @param reader to be called only under a lease of the router
     */
    record Adapter(String format, List<String> mediaTypes, List<String> fileEndings, SignalAdapter reader) {}
}
