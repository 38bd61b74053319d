package nl.knelpunt.launcher.framework;

import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Gives the framework's packages to the platform's bundles, each as it is resolved and before a class of it is loaded. A plugin
 * gets none, nor does what plugins hold in their hands: where the framework is a module of Java, whoever got hold of one of its objects
 * can't call it, not by reflection either.
 */
final class FrameworkAccess implements SynchronousBundleListener {

    private static final Module FRAMEWORK = FrameworkAccess.class.getModule();

    private static final Set<String> PACKAGES = FRAMEWORK.getPackages().stream()
            .filter(name -> name.startsWith("org.osgi."))
            .collect(Collectors.toUnmodifiableSet());

    private FrameworkAccess() {}

    /** To be called before anything is installed. */
    static void register(BundleContext system) {
        system.addBundleListener(new FrameworkAccess());
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        var bundle = event.getBundle();
        if (event.getType() != BundleEvent.RESOLVED || !isTrusted(bundle)) {
            return;
        }
        var wiring = bundle.adapt(BundleWiring.class);
        // A fragment has none of its own.
        var loader = wiring == null ? null : wiring.getClassLoader();
        if (loader != null && loader != FRAMEWORK.getClassLoader()) {
            var its = loader.getUnnamedModule();
            PACKAGES.forEach(name -> FRAMEWORK.addExports(name, its));
        }
    }

    private static boolean isTrusted(Bundle bundle) {
        return !Isolation.isPlugin(bundle) && !Server.NEVER_STARTED.contains(bundle.getSymbolicName());
    }
}
