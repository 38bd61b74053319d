package nl.knelpunt.launcher.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

@DisplayName("A plugin")
class IsolationTest {

    @TempDir
    private Path folder;

    private Framework framework;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.slf4j;version=2.0.17"));
        framework.init();
        Isolation.register(framework.getBundleContext());
        framework.start();
        platform("nl.knelpunt.api", Map.of(Constants.EXPORT_PACKAGE, "nl.knelpunt.api,nl.knelpunt.api.adapter"));
        platform("nl.knelpunt.support", Map.of(Constants.EXPORT_PACKAGE, "nl.knelpunt.support.xml"));
        platform("nl.knelpunt.engine", Map.of(Constants.EXPORT_PACKAGE, "nl.knelpunt.engine.port"));
        platform("com.fasterxml.jackson.core", Map.of(Constants.EXPORT_PACKAGE, "com.fasterxml.jackson.core"));
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private Bundle platform(String name, Map<String, String> headers) throws BundleException, IOException {
        return install("reference-of:" + name, name, headers);
    }

    private Bundle plugin(String name, Map<String, String> headers) throws BundleException, IOException {
        return install("plugin:" + name + "/1", name, headers);
    }

    private Bundle install(String location, String name, Map<String, String> headers)
            throws BundleException, IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        headers.forEach(main::putValue);
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            for (var exported :
                    headers.getOrDefault(Constants.EXPORT_PACKAGE, "").split(",")) {
                if (!exported.isBlank()) {
                    jar.putNextEntry(new ZipEntry(exported.replace('.', '/') + "/there"));
                    jar.write("x".getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return framework.getBundleContext().installBundle(location, new ByteArrayInputStream(bytes.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nl.knelpunt.api",
                "nl.knelpunt.api.adapter",
                "nl.knelpunt.support.xml",
                "org.xml.sax",
                "org.w3c.dom",
                "javax.xml.stream"
            })
    void isWiredToThePluginApiAndTheJdk(String imported) throws Exception {
        var plugin = plugin("good", Map.of(Constants.IMPORT_PACKAGE, imported));

        plugin.start();

        assertEquals(Bundle.ACTIVE, plugin.getState());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nl.knelpunt.engine.port",
                "com.fasterxml.jackson.core",
                "org.osgi.framework",
                "org.slf4j",
                "sun.misc"
            })
    void isWiredToNothingElse(String imported) throws Exception {
        var header = Map.of(Constants.IMPORT_PACKAGE, imported);
        platform("trusted", header).start();

        assertThrows(BundleException.class, plugin("curious", header)::start);
    }

    @Test
    void doesNotReachElsewhereByADynamicImport() throws Exception {
        var plugin = plugin("dynamic", Map.of(Constants.DYNAMICIMPORT_PACKAGE, "*"));
        plugin.start();

        assertThrows(ClassNotFoundException.class, () -> plugin.loadClass("org.osgi.framework.Bundle"));
        assertNotNull(plugin.loadClass("org.xml.sax.XMLReader"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Constants.REQUIRE_BUNDLE, Constants.FRAGMENT_HOST})
    void doesNotTieItselfToABundle(String header) throws Exception {
        var plugin = plugin("tied", Map.of(header, "nl.knelpunt.engine"));

        framework.adapt(FrameworkWiring.class).resolveBundles(List.of(plugin));

        assertEquals(Bundle.INSTALLED, plugin.getState());
    }

    @Test
    void givesItsPackagesToNobody() throws Exception {
        plugin("giver", Map.of(Constants.EXPORT_PACKAGE, "org.example.given")).start();
        var header = Map.of(Constants.IMPORT_PACKAGE, "org.example.given");

        assertThrows(BundleException.class, platform("taker", header)::start);
        assertThrows(BundleException.class, plugin("other", header)::start);
    }

    @Test
    void doesNotStandInForTheApi() throws Exception {
        plugin("impostor", Map.of(Constants.EXPORT_PACKAGE, "nl.knelpunt.api;version=\"99\""));
        var other = plugin("other", Map.of(Constants.IMPORT_PACKAGE, "nl.knelpunt.api"));
        other.start();

        var wires = other.adapt(BundleWiring.class).getRequiredWires(null);

        assertEquals("nl.knelpunt.api", wires.get(0).getProvider().getBundle().getSymbolicName());
    }

    @Test
    void seesItsOwnServicesOnly() throws Exception {
        var plugin = plugin("lonely", Map.of());
        var trusted = platform("trusted", Map.of());
        plugin.start();
        trusted.start();
        framework.getBundleContext().registerService(Callable.class, () -> "the platform's", null);
        var own = plugin.getBundleContext().registerService(Runnable.class, () -> {}, null);

        assertNull(plugin.getBundleContext().getServiceReference(Callable.class));
        assertNull(plugin.getBundleContext().getAllServiceReferences(Callable.class.getName(), null));
        assertEquals(own.getReference(), plugin.getBundleContext().getServiceReference(Runnable.class));
        assertNotNull(trusted.getBundleContext().getServiceReference(Callable.class));
        assertNotNull(trusted.getBundleContext().getServiceReference(Runnable.class), "the platform sees the plugin's");
    }

    @Test
    void seesWhatIsForPluginsAndNobodyElseDoes() throws Exception {
        var plugin = plugin("lonely", Map.of());
        var trusted = platform("trusted", Map.of());
        plugin.start();
        trusted.start();
        var heard = new ArrayList<ServiceEvent>();
        trusted.getBundleContext().addServiceListener(heard::add);

        framework
                .getBundleContext()
                .registerService(
                        Callable.class, () -> "for plugins", new Hashtable<>(Map.of("knelpunt.for.plugins", true)));

        assertNotNull(plugin.getBundleContext().getServiceReference(Callable.class));
        assertNull(trusted.getBundleContext().getServiceReference(Callable.class));
        assertEquals(List.of(), heard);
    }

    @Test
    void hearsOfItsOwnServicesOnly() throws Exception {
        var plugin = plugin("lonely", Map.of());
        plugin.start();
        var heard = new ArrayList<ServiceEvent>();
        plugin.getBundleContext().addServiceListener(heard::add);

        framework.getBundleContext().registerService(Callable.class, () -> "the platform's", null);
        var own = plugin.getBundleContext().registerService(Runnable.class, () -> {}, null);

        assertEquals(
                List.of(own.getReference()),
                heard.stream().map(ServiceEvent::getServiceReference).toList());
    }

    @Test
    void seesAndHearsOfNoOtherBundle() throws Exception {
        var plugin = plugin("lonely", Map.of());
        plugin.start();
        var heard = new ArrayList<BundleEvent>();
        plugin.getBundleContext().addBundleListener((SynchronousBundleListener) heard::add);

        platform("trusted", Map.of()).start();

        assertEquals(List.of(plugin), List.of(plugin.getBundleContext().getBundles()));
        assertNull(plugin.getBundleContext().getBundle(0));
        assertTrue(heard.isEmpty(), heard::toString);
        assertTrue(framework.getBundleContext().getBundles().length > 2);
    }

    @Test
    void isFoundByDeclarativeServicesAndNoOtherExtender() throws Exception {
        platform("scr", Map.of(Constants.PROVIDE_CAPABILITY, "osgi.extender;osgi.extender=osgi.component"));
        platform("web", Map.of(Constants.PROVIDE_CAPABILITY, "osgi.extender;osgi.extender=osgi.http"));
        var component = "osgi.extender;filter:=\"(osgi.extender=osgi.component)\",osgi.ee;filter:=\"(osgi.ee=JavaSE)\"";

        plugin("component", Map.of(Constants.REQUIRE_CAPABILITY, component)).start();

        assertThrows(
                BundleException.class,
                plugin(
                                "page",
                                Map.of(
                                        Constants.REQUIRE_CAPABILITY,
                                        "osgi.extender;filter:=\"(osgi.extender=osgi.http)\""))::start);
    }

    @Test
    void doesNotPushABundleOfThePlatformAside() throws Exception {
        var impostor = plugin("nl.knelpunt.inbox;singleton:=true", Map.of(Constants.BUNDLE_VERSION, "99"));
        impostor.start();
        var own = platform("nl.knelpunt.inbox;singleton:=true", Map.of(Constants.BUNDLE_VERSION, "1"));

        own.start();

        assertEquals(Bundle.ACTIVE, own.getState());
    }
}
