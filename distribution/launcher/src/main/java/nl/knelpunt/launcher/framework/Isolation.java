package nl.knelpunt.launcher.framework;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.bundle.FindHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.ListenerHook;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps plugins apart: a bundle installed from {@code plugin:…} is wired to the plugin API and the JDK only, sees its own
 * services and no other bundle, and gives nothing to any other bundle but services. Encapsulation against mistakes and abuse,
 * not a sandbox.
 */
final class Isolation implements ResolverHookFactory, ResolverHook {

    private static final String PLUGIN = "plugin:";

    /** What the platform registers for plugins alone, by this property. */
    private static final String FOR_PLUGINS = "knelpunt.for.plugins";

    private static final Set<String> OPEN = Set.of("nl.knelpunt.api", "nl.knelpunt.support");

    /** What the Java platform itself exports; its implementation modules ({@code jdk.*}) are left out. */
    private static final Set<String> JAVA = ModuleLayer.boot().modules().stream()
            .filter(m -> m.getName().startsWith("java."))
            .flatMap(m -> m.getDescriptor().exports().stream())
            .filter(e -> !e.isQualified())
            .map(e -> e.source())
            .collect(Collectors.toUnmodifiableSet());

    private Isolation() {}

    /** To be called before anything is installed. */
    static void register(BundleContext system) {
        system.registerService(ResolverHookFactory.class, new Isolation(), null);
        system.registerService(FindHook.class, Isolation::findBundles, null);
        system.registerService(EventHook.class, Isolation::bundleEvent, null);
        system.registerService(
                org.osgi.framework.hooks.service.FindHook.class,
                (context, name, filter, all, references) -> findServices(context, references),
                null);
        system.registerService(EventListenerHook.class, Isolation::serviceEvent, null);
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        if (isPlugin(requirement.getRevision().getBundle())) {
            candidates.removeIf(c -> !isOpen(c));
        } else {
            candidates.removeIf(c -> isPlugin(c.getRevision().getBundle()));
        }
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // Every bundle may be tried.
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        // A plugin never pushes a bundle of the platform aside, nor the other way round.
        var plugin = isPlugin(singleton.getRevision().getBundle());
        collisions.removeIf(c -> isPlugin(c.getRevision().getBundle()) != plugin);
    }

    @Override
    public void end() {
        // Holds nothing.
    }

    private static boolean isOpen(BundleCapability capability) {
        var provider = capability.getRevision().getBundle();
        if (isPlugin(provider)) {
            return false;
        }
        return switch (capability.getNamespace()) {
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> true;
            case "osgi.extender" ->
                "osgi.component".equals(capability.getAttributes().get("osgi.extender"));
            case PackageNamespace.PACKAGE_NAMESPACE -> {
                var name = String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
                yield provider.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                        ? JAVA.contains(name)
                        : OPEN.contains(provider.getSymbolicName());
            }
            default -> false;
        };
    }

    private static void findServices(BundleContext context, Collection<ServiceReference<?>> references) {
        references.removeIf(r -> !isVisible(r, context.getBundle()));
    }

    private static void serviceEvent(
            ServiceEvent event, Map<BundleContext, Collection<ListenerHook.ListenerInfo>> listeners) {
        listeners.keySet().removeIf(c -> {
            var listener = bundle(c);
            return listener != null && !isVisible(event.getServiceReference(), listener);
        });
    }

    private static void findBundles(BundleContext context, Collection<Bundle> bundles) {
        var self = context.getBundle();
        if (isPlugin(self)) {
            bundles.removeIf(b -> !b.equals(self));
        }
    }

    private static void bundleEvent(BundleEvent event, Collection<BundleContext> contexts) {
        contexts.removeIf(c -> {
            var listener = bundle(c);
            return listener != null && isPlugin(listener) && !listener.equals(event.getBundle());
        });
    }

    /** For a plugin its own services, the condition that every component waits for, and what is for plugins; for others all but that. */
    private static boolean isVisible(ServiceReference<?> reference, Bundle bundle) {
        var forPlugins = reference.getProperty(FOR_PLUGINS) != null;
        return isPlugin(bundle)
                ? bundle.equals(reference.getBundle())
                        || forPlugins
                        || "true".equals(reference.getProperty("osgi.condition.id"))
                : !forPlugins;
    }

    static boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith(PLUGIN);
    }

    /** Null when it was stopped in the meantime. */
    private static Bundle bundle(BundleContext context) {
        try {
            return context.getBundle();
        } catch (IllegalStateException e) {
            return null;
        }
    }
}
