package nl.knelpunt.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * What keeps a plugin on its own, so that it can be exchanged without touching anything else: it exports nothing and imports
 * only the plugin API. Read from the framework's own view of the manifest, so that nothing is understood in two ways.
 */
final class BundleRules {

    private static final Set<String> PACKAGES = Set.of("nl.knelpunt.api", "nl.knelpunt.support");

    private static final Pattern NAME =
            Pattern.compile("\\(?&?\\(" + Pattern.quote(PackageNamespace.PACKAGE_NAMESPACE) + "=([\\w.]+)\\)");

    /** What bnd writes for Declarative Services, and the Java version. */
    private static final Set<String> REQUIRED = Set.of("osgi.ee", "osgi.extender", "osgi.service");

    private static final Set<String> PROVIDED = Set.of(
            "osgi.service",
            IdentityNamespace.IDENTITY_NAMESPACE,
            BundleRevision.BUNDLE_NAMESPACE,
            BundleRevision.HOST_NAMESPACE);

    private static final List<String> FORBIDDEN_HEADERS = List.of(
            Constants.BUNDLE_ACTIVATOR,
            Constants.BUNDLE_NATIVECODE,
            Constants.DYNAMICIMPORT_PACKAGE,
            Constants.REQUIRE_BUNDLE);

    private BundleRules() {}

    /**
     * @param installed not started
     * @throws BrokenPluginException with every breach
     */
    static void check(Bundle installed) throws BrokenPluginException {
        List<String> breaches = new ArrayList<>();
        BundleRevision revision = installed.adapt(BundleRevision.class);
        if ((revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            breaches.add("is a fragment of another bundle; a plugin stands on its own");
        }
        for (String header : FORBIDDEN_HEADERS) {
            if (installed.getHeaders("").get(header) != null) {
                breaches.add("has " + header + ", which a plugin can't have");
            }
        }
        String classPath = installed.getHeaders("").get(Constants.BUNDLE_CLASSPATH);
        if (classPath != null && !classPath.strip().equals(".")) {
            breaches.add("has " + Constants.BUNDLE_CLASSPATH
                    + ", so classes in a jar within the jar, which are not looked at;" + " put them in the jar itself");
        }
        for (BundleCapability capability : revision.getDeclaredCapabilities(null)) {
            String namespace = capability.getNamespace();
            if (namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)) {
                breaches.add("exports " + capability.getAttributes().get(namespace) + "; a plugin exports nothing");
            } else if (!PROVIDED.contains(namespace)) {
                breaches.add("provides the capability " + namespace + "; a plugin provides nothing to others");
            }
            if ("true".equals(capability.getDirectives().get(Constants.SINGLETON_DIRECTIVE))) {
                breaches.add("is a singleton; two versions of a plugin run side by side while one takes over");
            }
        }
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
                checkImport(requirement, breaches);
            } else if (!REQUIRED.contains(requirement.getNamespace())
                    && !HostNamespace.HOST_NAMESPACE.equals(requirement.getNamespace())
                    && !BundleRevision.BUNDLE_NAMESPACE.equals(requirement.getNamespace())) {
                breaches.add("requires the capability " + requirement.getNamespace() + ", which a plugin can't have");
            }
        }
        if (!breaches.isEmpty()) {
            throw new BrokenPluginException(breaches.stream()
                    .map(breach -> "META-INF/MANIFEST.MF: it " + breach)
                    .toList());
        }
    }

    private static void checkImport(BundleRequirement requirement, List<String> breaches) {
        String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        String name = importedPackage(requirement);
        if (PACKAGES.stream().noneMatch(root -> name.equals(root) || name.startsWith(root + "."))) {
            breaches.add("imports " + name + "; a plugin imports only nl.knelpunt.api and nl.knelpunt.support");
        } else if (Constants.RESOLUTION_OPTIONAL.equals(resolution)) {
            breaches.add("imports " + name + " optionally; a plugin needs what it imports");
        }
    }

    /** The framework keeps the name of a declared import only at the head of the filter that it makes of it. */
    private static String importedPackage(BundleRequirement requirement) {
        String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
        Matcher named = NAME.matcher(filter == null ? "" : filter);
        return named.lookingAt() ? named.group(1) : requirement.toString();
    }
}
