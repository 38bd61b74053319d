package nl.knelpunt.launcher.framework;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.log.LogService;
import org.osgi.service.log.LoggerFactory;

/**
 * The framework with all its bundles. Known to the command only by the types of the JDK that it implements, since it lives in
 * a class loader of its own.
 */
public final class Server implements Callable<String>, Supplier<List<String>>, AutoCloseable {

    /** What plugins hold in their hands has no bundle context, so leads nowhere. */
    static final Set<String> NEVER_STARTED = Set.of("nl.knelpunt.api", "nl.knelpunt.booth", "nl.knelpunt.support");

    private static final Logger LOG = Logger.getLogger(Server.class.getName());

    private static final String SLF4J = "org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version=";

    /**
     * On the class path, for the bundles: all of them log through the JDK's logging in the end. SLF4J says of itself that it is the older
     * version too.
     */
    private static final String LIBRARIES =
            "org.osgi.service.log;version=1.5.0," + SLF4J + "2.0.17," + SLF4J + "1.7.36";

    private static final long STOP_MILLIS = 30_000;

    private final Map<String, String> settings;
    private ServerLog log;
    private Framework framework;

    /**
     * @param settings the framework properties of the platform, with {@code knelpunt.bundles}: where the copied jars are
     */
    public Server(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts all bundles.
     *
     * @return its address, such as {@code http://127.0.0.1:8080}
     * @throws IllegalStateException a bundle does not start, or the port is taken; says which
     */
    @Override
    public synchronized String call() throws IOException, BundleException {
        var data = Path.of(settings.get("knelpunt.data"));
        System.setProperty(
                "org.sqlite.tmpdir",
                Files.createDirectories(data.resolve("run/tmp")).toString());
        log = new ServerLog(data.resolve("log"), Boolean.parseBoolean(settings.get("knelpunt.console")));
        System.setOut(ServerLog.lines("stdout", Level.INFO));
        System.setErr(ServerLog.lines("stderr", Level.WARNING));
        LOG.log(Level.INFO, "Knelpunt {0} starts on Java {1}", new Object[] {
            settings.get("knelpunt.version"), System.getProperty("java.version")
        });
        framework = new FrameworkFactory().newFramework(properties(data));
        framework.init();
        FrameworkAccess.register(framework.getBundleContext());
        Isolation.register(framework.getBundleContext());
        framework
                .getBundleContext()
                .registerService(
                        new String[] {LogService.class.getName(), LoggerFactory.class.getName()},
                        new BundleLog(),
                        null);
        var bundles = install(framework.getBundleContext());
        framework.start();
        start(bundles);
        return address(framework.getBundleContext());
    }

    /** The messages of the last errors. */
    @Override
    public List<String> get() {
        return log == null ? List.of() : log.lastErrors();
    }

    /** Stops all bundles and waits until they have; closes the log. Harmless when it never started. */
    @Override
    public synchronized void close() throws BundleException, InterruptedException {
        if (framework != null) {
            framework.stop();
            var end = framework.waitForStop(STOP_MILLIS);
            LOG.log(
                    Level.INFO,
                    end.getType() == FrameworkEvent.STOPPED ? "Stopped" : "Not all bundles stopped in time");
            framework = null;
        }
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private Map<String, Object> properties(Path data) {
        var properties = new HashMap<String, Object>(settings);
        properties.put(Constants.FRAMEWORK_STORAGE, data.resolve("run/cache").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, LIBRARIES + "," + java());
        // Each start reads and makes them anew, and some hold secrets that have no business in a file.
        properties.put("felix.cm.pm", "memory");
        // Otherwise the JDK's own classes find more through a bundle than the bundle itself does.
        properties.put("felix.bootdelegation.implicit", "false");
        properties.put("felix.log.logger", new FrameworkLog());
        properties.put("felix.fileinstall.dir", settings.get("knelpunt.conf"));
        properties.put("felix.fileinstall.filter", ".*\\.cfg");
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.enableConfigSave", "false");
        properties.put("felix.fileinstall.disableNio2", "true");
        properties.put("felix.fileinstall.tmpdir", data.resolve("run/tmp").toString());
        return properties;
    }

    /** What Java exports. The framework itself looks in the layer of its own module only. */
    private static String java() {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private List<Bundle> install(BundleContext context) throws IOException, BundleException {
        var folder = Path.of(settings.get("knelpunt.bundles"));
        var jars = jars(folder);
        if (Boolean.parseBoolean(settings.get("knelpunt.demo"))) {
            jars.addAll(jars(folder.resolve("demo")));
        }
        var bundles = new ArrayList<Bundle>();
        for (var jar : jars) {
            bundles.add(context.installBundle("reference:" + jar.toUri()));
        }
        return bundles;
    }

    private static List<Path> jars(Path folder) throws IOException {
        var jars = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.newDirectoryStream(folder, "*.jar")) {
                entries.forEach(jars::add);
            }
        }
        jars.sort(null);
        return jars;
    }

    private static void start(List<Bundle> bundles) {
        for (var bundle : bundles) {
            var fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
            if (fragment || NEVER_STARTED.contains(bundle.getSymbolicName())) {
                continue;
            }
            try {
                bundle.start();
            } catch (BundleException e) {
                LOG.log(Level.SEVERE, "A bundle did not start", e);
                throw new IllegalStateException(
                        "The bundle " + bundle.getSymbolicName() + " does not start: " + e.getMessage(), e);
            }
        }
    }

    /** What the HTTP server says it listens on; it logs a port that is taken, and goes on without. */
    private String address(BundleContext context) {
        try {
            var references = context.getAllServiceReferences(
                    "org.osgi.service.servlet.runtime.HttpServiceRuntime", "(osgi.http.endpoint=*)");
            for (var reference : references == null ? new org.osgi.framework.ServiceReference<?>[0] : references) {
                if (reference.getProperty("osgi.http.endpoint") instanceof String[] endpoints && endpoints.length > 0) {
                    return endpoints[0].replaceAll("/+$", "");
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("The HTTP server does not listen on port "
                + settings.get("org.osgi.service.http.port") + ": " + String.join("; ", log.lastErrors()));
    }
}
