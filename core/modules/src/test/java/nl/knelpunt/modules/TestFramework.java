package nl.knelpunt.modules;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.booth.Booth;
import nl.knelpunt.engine.plugin.Plugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Felix with Declarative Services in this process. The packages of api and engine come from the class path, so that a test can
 * speak to the services that it finds.
 */
final class TestFramework implements AutoCloseable {

    private final Framework framework;

    TestFramework(Path storage, Map<String, String> properties) throws Exception {
        Map<String, String> configuration = new HashMap<>(properties);
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                Stream.of(
                                        homeOf(SignalAdapter.class),
                                        homeOf(Booth.class),
                                        homeOf(Plugin.class),
                                        jarOnClassPath("org.osgi.service.component"),
                                        jarOnClassPath("org.osgi.util.function"),
                                        jarOnClassPath("org.osgi.util.promise"),
                                        jarOnClassPath("org.apache.felix.healthcheck.api"),
                                        jarOnClassPath("org.osgi.service.event"),
                                        jarOnClassPath("slf4j-api"))
                                .map(TestFramework::exports)
                                .collect(Collectors.joining(","))
                        + ",org.osgi.service.cm;version=1.6.0,org.osgi.service.servlet.context;version=2.0.0");
        framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(configuration);
        framework.init();
        install(jarOnClassPath("org.apache.felix.scr")).start();
    }

    /** As the launcher does: what was installed starts with the framework. */
    TestFramework start() throws BundleException {
        framework.start();
        return this;
    }

    Bundle install(Path jarOrFolder) throws BundleException {
        String scheme = Files.isDirectory(jarOrFolder) ? "reference:" : "";
        return context().installBundle(scheme + jarOrFolder.toUri());
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    <S> S service(Class<S> type) {
        ServiceReference<S> reference = context().getServiceReference(type);
        return reference == null ? null : context().getService(reference);
    }

    <S> List<S> services(Class<S> type) {
        try {
            return context().getServiceReferences(type, null).stream()
                    .sorted()
                    .map(context()::getService)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Plugin> plugins() {
        return services(Plugin.class);
    }

    List<String> pluginBundles() {
        return Arrays.stream(context().getBundles())
                .map(Bundle::getLocation)
                .filter(location -> location.startsWith("plugin:"))
                .toList();
    }

    boolean hasRemovalPending() {
        return !framework
                .adapt(FrameworkWiring.class)
                .getRemovalPendingBundles()
                .isEmpty();
    }

    static Path jarOnClassPath(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("/" + name + "-"))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(30_000);
    }

    /** The jar, or the folder of classes during a build, that a class comes from. */
    static Path homeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String exports(Path jarOrFolder) {
        try {
            return manifest(jarOrFolder).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(Path jarOrFolder) throws IOException {
        if (Files.isDirectory(jarOrFolder)) {
            try (InputStream in = Files.newInputStream(jarOrFolder.resolve(JarFile.MANIFEST_NAME))) {
                return new Manifest(in);
            }
        }
        try (JarFile jar = new JarFile(jarOrFolder.toFile())) {
            return jar.getManifest();
        }
    }
}
