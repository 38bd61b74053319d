package nl.knelpunt.modules;

import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;

/**
 * @param bundle that it runs as
 * @param ownSubjects reads the list of its participant's own subjects; empty without
 * @param services behind its adapters and own subjects, to be given back
 * @param configurations of its components, to be taken away with it
 */
record RunningPlugin(
        PluginDescriptor descriptor,
        long generation,
        List<Adapter> adapters,
        Optional<OwnSubjects> ownSubjects,
        Bundle bundle,
        List<ServiceReference<?>> services,
        List<Configuration> configurations)
        implements Plugin {

    @Override
    public String toString() {
        return descriptor.id() + " " + descriptor.version() + " (generation " + generation + ")";
    }
}
