package nl.knelpunt.modules;

import java.io.IOException;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * What a plugin may know of configurations: its own. Declarative Services looks for the configuration of a component with the eyes of the component's
 * bundle, and a plugin does not see the services of the platform: this one is for plugins alone.
 */
final class OwnConfigurations implements ServiceFactory<ConfigurationAdmin> {

    /** Service property by which the framework shows it to plugins and to nobody else. */
    static final String FOR_PLUGINS = "knelpunt.for.plugins";

    private final ConfigurationAdmin all;

    OwnConfigurations(ConfigurationAdmin all) {
        this.all = all;
    }

    @Override
    public ConfigurationAdmin getService(Bundle bundle, ServiceRegistration<ConfigurationAdmin> registration) {
        String location = bundle.getLocation();
        // Told of every change, Declarative Services also asks here for the platform's own components.
        return location.startsWith(PluginBundles.LOCATION) ? new Own(location) : all;
    }

    @Override
    public void ungetService(
            Bundle bundle, ServiceRegistration<ConfigurationAdmin> registration, ConfigurationAdmin service) {
        // Holds nothing.
    }

    private final class Own implements ConfigurationAdmin {

        private final String location;

        private Own(String location) {
            this.location = location;
        }

        @Override
        public Configuration[] listConfigurations(String filter) throws IOException, InvalidSyntaxException {
            Configuration[] found = all.listConfigurations(filter);
            Configuration[] own = found == null
                    ? new Configuration[0]
                    : Arrays.stream(found)
                            .filter(configuration -> location.equals(configuration.getBundleLocation()))
                            .toArray(Configuration[]::new);
            return own.length == 0 ? null : own;
        }

        @Override
        public Configuration createFactoryConfiguration(String factoryPid) {
            throw notForPlugins();
        }

        @Override
        public Configuration createFactoryConfiguration(String factoryPid, String otherLocation) {
            throw notForPlugins();
        }

        @Override
        public Configuration getConfiguration(String pid) {
            throw notForPlugins();
        }

        @Override
        public Configuration getConfiguration(String pid, String otherLocation) {
            throw notForPlugins();
        }

        @Override
        public Configuration getFactoryConfiguration(String factoryPid, String name) {
            throw notForPlugins();
        }

        @Override
        public Configuration getFactoryConfiguration(String factoryPid, String name, String otherLocation) {
            throw notForPlugins();
        }

        private IllegalStateException notForPlugins() {
            return new IllegalStateException("A plugin is configured by an administrator");
        }
    }
}
