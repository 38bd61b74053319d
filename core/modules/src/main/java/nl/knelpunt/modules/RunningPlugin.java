package nl.knelpunt.modules;

import java.util.List;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;

/**
 * @param bundle that it runs as
 * @param services behind its adapters, to be given back
 * @param configurations of its components, to be taken away with it
 */
record RunningPlugin(
        PluginDescriptor descriptor,
        long generation,
        List<Adapter> adapters,
        Bundle bundle,
        List<ServiceReference<SignalAdapter>> services,
        List<Configuration> configurations)
        implements Plugin {

    @Override
    public String toString() {
        return descriptor.id() + " " + descriptor.version() + " (generation " + generation + ")";
    }
}
