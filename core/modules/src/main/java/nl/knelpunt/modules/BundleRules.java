package nl.knelpunt.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
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
        List<Text> breaches = new ArrayList<>();
        BundleRevision revision = installed.adapt(BundleRevision.class);
        if ((revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            breaches.add(new Text(
                    "is een fragment van een andere bundel; een module staat op zichzelf",
                    "is a fragment of another bundle; a plugin stands on its own"));
        }
        for (String header : FORBIDDEN_HEADERS) {
            if (installed.getHeaders("").get(header) != null) {
                breaches.add(new Text(
                        "heeft " + header + ", en dat mag een module niet",
                        "has " + header + ", which a plugin can't have"));
            }
        }
        String classPath = installed.getHeaders("").get(Constants.BUNDLE_CLASSPATH);
        if (classPath != null && !classPath.strip().equals(".")) {
            breaches.add(
                    new Text(
                            "heeft " + Constants.BUNDLE_CLASSPATH
                                    + ", dus klassen in een jar in de jar, die niet bekeken worden; zet ze in de jar zelf",
                            "has " + Constants.BUNDLE_CLASSPATH
                                    + ", so classes in a jar within the jar, which are not looked at; put them in the jar itself"));
        }
        for (BundleCapability capability : revision.getDeclaredCapabilities(null)) {
            String namespace = capability.getNamespace();
            if (namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)) {
                Object name = capability.getAttributes().get(namespace);
                breaches.add(new Text(
                        "exporteert " + name + "; een module exporteert niets",
                        "exports " + name + "; a plugin exports nothing"));
            } else if (!PROVIDED.contains(namespace)) {
                breaches.add(new Text(
                        "biedt de capability " + namespace + "; een module biedt anderen niets",
                        "provides the capability " + namespace + "; a plugin provides nothing to others"));
            }
            if ("true".equals(capability.getDirectives().get(Constants.SINGLETON_DIRECTIVE))) {
                breaches.add(new Text(
                        "is een singleton; twee versies van een module draaien naast elkaar terwijl de ene het overneemt",
                        "is a singleton; two versions of a plugin run side by side while one takes over"));
            }
        }
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)) {
                checkImport(requirement, breaches);
            } else if (!REQUIRED.contains(requirement.getNamespace())
                    && !HostNamespace.HOST_NAMESPACE.equals(requirement.getNamespace())
                    && !BundleRevision.BUNDLE_NAMESPACE.equals(requirement.getNamespace())) {
                breaches.add(new Text(
                        "vraagt de capability " + requirement.getNamespace() + ", en dat mag een module niet",
                        "requires the capability " + requirement.getNamespace() + ", which a plugin can't have"));
            }
        }
        if (!breaches.isEmpty()) {
            throw new BrokenPluginException(breaches.stream()
                    .map(b -> new Text("META-INF/MANIFEST.MF: hij " + b.nl(), "META-INF/MANIFEST.MF: it " + b.en()))
                    .toList());
        }
    }

    private static void checkImport(BundleRequirement requirement, List<Text> breaches) {
        String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        String name = importedPackage(requirement);
        if (PACKAGES.stream().noneMatch(root -> name.equals(root) || name.startsWith(root + "."))) {
            breaches.add(new Text(
                    "importeert " + name + "; een module importeert alleen nl.knelpunt.api en nl.knelpunt.support",
                    "imports " + name + "; a plugin imports only nl.knelpunt.api and nl.knelpunt.support"));
        } else if (Constants.RESOLUTION_OPTIONAL.equals(resolution)) {
            breaches.add(new Text(
                    "importeert " + name + " als het er is; een module heeft nodig wat zij importeert",
                    "imports " + name + " optionally; a plugin needs what it imports"));
        }
    }

    /** The framework keeps the name of a declared import only at the head of the filter that it makes of it. */
    private static String importedPackage(BundleRequirement requirement) {
        String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
        Matcher named = NAME.matcher(filter == null ? "" : filter);
        return named.lookingAt() ? named.group(1) : requirement.toString();
    }
}
