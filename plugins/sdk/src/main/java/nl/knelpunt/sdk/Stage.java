package nl.knelpunt.sdk;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.modules.PluginCheck;
import nl.knelpunt.support.text.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The framework that the platform runs plugins in, with nothing of the platform in it. For one thread. */
final class Stage implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Path folder;
    private final Framework framework;

    /** What an adapter says that it reads. */
    record Adapter(String format, List<String> mediaTypes, List<String> fileEndings, SignalAdapter reader) {}

    Stage() throws Exception {
        folder = Files.createTempDirectory("knelpunt-stage");
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, folder.toString());
        configuration.put(Constants.FRAMEWORK_BOOTDELEGATION, "sun.*");
        configuration.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                Stream.of(
                                home(SignalAdapter.class),
                                home(Texts.class),
                                home(Class.forName("org.osgi.service.component.ComponentConstants")),
                                home(Class.forName("org.osgi.util.function.Function")),
                                home(Class.forName("org.osgi.util.promise.Promise")))
                        .map(Stage::exports)
                        .collect(Collectors.joining(",")));
        framework = ServiceLoader.load(FrameworkFactory.class, Stage.class.getClassLoader())
                .iterator()
                .next()
                .newFramework(configuration);
        framework.init();
        Class<?> scr = Class.forName("org.apache.felix.scr.impl.Activator", false, Stage.class.getClassLoader());
        framework.getBundleContext().installBundle(home(scr).toUri().toString()).start();
        framework.start();
    }

    /** A plugin on the stage. */
    final class Plugin {

        private final Bundle bundle;
        private OwnSubjects ownSubjects;

        private Plugin(Bundle bundle) {
            this.bundle = bundle;
        }

        /** What is wrong with its manifest. */
        List<String> problems() {
            return PluginCheck.manifest(bundle);
        }

        /** Starts it and makes its adapters, and the reader of own subjects if it has one. */
        List<Adapter> start() throws BundleException, InterruptedException {
            bundle.start();
            long declared = declared();
            long end = System.currentTimeMillis() + PATIENCE_MILLIS;
            while (references().size() < declared && System.currentTimeMillis() < end) {
                Thread.sleep(5);
            }
            List<Adapter> adapters = new ArrayList<>();
            long made = 0;
            for (ServiceReference<?> reference : references()) {
                Object service = framework.getBundleContext().getService(reference);
                made += service == null ? 0 : 1;
                if (service instanceof OwnSubjects reader) {
                    ownSubjects = reader;
                }
                if (service instanceof SignalAdapter reader) {
                    adapters.add(new Adapter(
                            String.valueOf(reference.getProperty(Reads.PREFIX_ + "format")),
                            texts(reference.getProperty(Reads.PREFIX_ + "mediaTypes")),
                            texts(reference.getProperty(Reads.PREFIX_ + "fileEndings")),
                            reader));
                }
            }
            if (made < declared) {
                throw new IllegalStateException(
                        "Of " + declared + " components " + made + " could be made; the output above says why");
            }
            return adapters;
        }

        /** Empty until it was started, and when it offers none. */
        Optional<OwnSubjects> ownSubjects() {
            return Optional.ofNullable(ownSubjects);
        }

        /** Stops it and takes it away; gives its class loader, which is to be gone soon. */
        ClassLoader remove() throws BundleException, InterruptedException {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
            ownSubjects = null;
            for (ServiceReference<?> reference : references()) {
                framework.getBundleContext().ungetService(reference);
            }
            bundle.stop();
            bundle.uninstall();
            java.util.concurrent.CountDownLatch refreshed = new java.util.concurrent.CountDownLatch(1);
            framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> refreshed.countDown());
            refreshed.await();
            return loader;
        }

        private long declared() {
            String header = bundle.getHeaders("").get("Service-Component");
            return header == null ? 0 : header.split(",").length;
        }

        private List<ServiceReference<?>> references() {
            ServiceReference<?>[] all = bundle.getRegisteredServices();
            return all == null ? List.of() : Stream.of(all).sorted().collect(Collectors.toList());
        }
    }

    Plugin install(Path jar) throws BundleException {
        return new Plugin(framework.getBundleContext().installBundle(jar.toUri().toString()));
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(PATIENCE_MILLIS);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static List<String> texts(Object value) {
        return value instanceof Object[] several
                ? Stream.of(several).map(String::valueOf).toList()
                : value == null ? List.of() : List.of(value.toString());
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String exports(Path jarOrFolder) {
        try {
            if (Files.isDirectory(jarOrFolder)) {
                try (InputStream in = Files.newInputStream(jarOrFolder.resolve(JarFile.MANIFEST_NAME))) {
                    return new Manifest(in).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
                }
            }
            try (JarFile jar = new JarFile(jarOrFolder.toFile())) {
                return jar.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
