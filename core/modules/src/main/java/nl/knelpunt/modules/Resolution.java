package nl.knelpunt.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.port.ModuleRuntime.Resolved;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Whether a jar would run on what is here today, asked of the framework's own wiring. Installs nothing. */
final class Resolution {

    private static final String PACKAGE = PackageNamespace.PACKAGE_NAMESPACE;
    private static final String JAVA = ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE;

    /** Given by a plugin's own bundle, or at hand in every one. */
    private static final String SERVICE = "osgi.service";

    private final FrameworkWiring wiring;

    Resolution(BundleContext context) {
        wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** A plugin exports nothing, so nobody is wired to it: none but its own bundle is touched. */
    Resolved resolve(Path jar) throws IOException, BrokenPluginException {
        List<ModulePlan.Refusal> refusals = new ArrayList<>();
        Manifest manifest = manifest(jar);
        try {
            for (Headers.Clause clause : clauses(manifest, Constants.IMPORT_PACKAGE)) {
                clause.paths().forEach(name -> checkPackage(name, clause, refusals));
            }
            for (Headers.Clause clause : clauses(manifest, Constants.REQUIRE_CAPABILITY)) {
                clause.paths().forEach(namespace -> checkCapability(namespace, clause, refusals));
            }
        } catch (IllegalArgumentException e) {
            throw new BrokenPluginException(
                    "zijn manifest is niet te begrijpen; " + BrokenPluginException.saidBy(e),
                    "its manifest can't be understood: " + e.getMessage());
        }
        return new Resolved(List.of(), refusals);
    }

    private static Manifest manifest(Path jar) throws IOException, BrokenPluginException {
        try (JarFile file = JarCheck.unverified(jar)) {
            if (file.getManifest() == null) {
                throw new BrokenPluginException("hij heeft geen manifest", "it has no manifest");
            }
            return file.getManifest();
        }
    }

    private static List<Headers.Clause> clauses(Manifest manifest, String header) {
        return Headers.clauses(manifest.getMainAttributes().getValue(header));
    }

    private void checkPackage(String name, Headers.Clause clause, List<ModulePlan.Refusal> refusals) {
        VersionRange range =
                VersionRange.valueOf(clause.attributes().getOrDefault(Constants.VERSION_ATTRIBUTE, "0.0.0"));
        String filter = "(&(" + PACKAGE + "=" + name + ")" + range.toFilterString(Constants.VERSION_ATTRIBUTE) + ")";
        if (!wiring.findProviders(new Needed(PACKAGE, filter)).isEmpty()) {
            return;
        }
        String here = versions(wiring.findProviders(new Needed(PACKAGE, "(" + PACKAGE + "=" + name + ")")));
        refusals.add(
                here.isEmpty()
                        ? refusal(
                                "De module gebruikt " + name + ", en dat heeft dit platform niet.",
                                "The module uses " + name + ", which this platform does not have.",
                                PACKAGE + " " + filter)
                        : refusal(
                                "De module heeft " + name + " " + range + " nodig; dit platform heeft " + here + ".",
                                "The module needs " + name + " " + range + "; this platform has " + here + ".",
                                PACKAGE + " " + filter));
    }

    private void checkCapability(String namespace, Headers.Clause clause, List<ModulePlan.Refusal> refusals) {
        String filter = clause.directives().getOrDefault(Constants.FILTER_DIRECTIVE, "(" + namespace + "=*)");
        boolean isEffective = Constants.EFFECTIVE_RESOLVE.equals(
                clause.directives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
        if (!isEffective
                || namespace.equals(SERVICE)
                || !wiring.findProviders(new Needed(namespace, filter)).isEmpty()) {
            return;
        }
        refusals.add(
                namespace.equals(JAVA)
                        ? refusal(
                                "De module heeft een andere Java nodig; dit platform draait op Java "
                                        + Runtime.version().feature() + ".",
                                "The module needs another Java; this platform runs on Java "
                                        + Runtime.version().feature() + ".",
                                namespace + " " + filter)
                        : refusal(
                                "De module heeft iets nodig dat dit platform niet heeft: " + namespace + ".",
                                "The module needs something that this platform does not have: " + namespace + ".",
                                namespace + " " + filter));
    }

    private static String versions(Collection<BundleCapability> found) {
        return found.stream()
                .map(c -> String.valueOf(c.getAttributes().get(Constants.VERSION_ATTRIBUTE)))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static ModulePlan.Refusal refusal(String nl, String en, String detail) {
        return new ModulePlan.Refusal(new Text(nl, en), detail);
    }

    private record Needed(String namespace, String filter) implements Requirement {

        @Override
        public String getNamespace() {
            return namespace;
        }

        @Override
        public Map<String, String> getDirectives() {
            return Map.of(Constants.FILTER_DIRECTIVE, filter);
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Resource getResource() {
            return null;
        }
    }
}
