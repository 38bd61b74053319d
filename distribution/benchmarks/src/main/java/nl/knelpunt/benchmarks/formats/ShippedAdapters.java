package nl.knelpunt.benchmarks.formats;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The adapters of the plugins of an installation, by their format, made without a server. */
final class ShippedAdapters {

    private static final String FORMAT = "knelpunt.reads.format";

    private ShippedAdapters() {}

    static Map<String, SignalAdapter> of(Path installation) throws Exception {
        List<URL> path = new ArrayList<>();
        path.add(installation.resolve("bundles/nl.knelpunt.support.jar").toUri().toURL());
        List<Path> plugins;
        try (Stream<Path> jars = Files.list(installation.resolve("plugins"))) {
            plugins = jars.filter(j -> j.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path plugin : plugins) {
            path.add(plugin.toUri().toURL());
        }
        // Never closed: the adapters live as long as this program.
        ClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), ShippedAdapters.class.getClassLoader());
        Map<String, SignalAdapter> adapters = new TreeMap<>();
        for (Path plugin : plugins) {
            components(plugin).forEach((format, type) -> adapters.put(format, made(loader, type)));
        }
        return adapters;
    }

    private static SignalAdapter made(ClassLoader loader, String type) {
        try {
            Constructor<?> constructor = loader.loadClass(type).getConstructors()[0];
            return (SignalAdapter) constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(settings -> defaults(loader, settings))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type, e);
        }
    }

    /** Settings of which nothing is configured. */
    private static Object defaults(ClassLoader loader, Class<?> settings) {
        return Proxy.newProxyInstance(
                loader, new Class<?>[] {settings}, (proxy, method, arguments) -> method.getDefaultValue());
    }

    /** Classes by format. */
    private static Map<String, String> components(Path plugin)
            throws IOException, ParserConfigurationException, SAXException {
        Map<String, String> classes = new TreeMap<>();
        try (JarFile jar = new JarFile(plugin.toFile())) {
            Manifest manifest = jar.getManifest();
            for (String file :
                    manifest.getMainAttributes().getValue("Service-Component").split(",")) {
                try (InputStream in = jar.getInputStream(jar.getJarEntry(file.strip()))) {
                    Document component = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in);
                    String type = ((Element) component
                                    .getElementsByTagName("implementation")
                                    .item(0))
                            .getAttribute("class");
                    format(component).ifPresent(format -> classes.put(format, type));
                }
            }
        }
        return classes;
    }

    /** Of an adapter; other components of a plugin read no messages. */
    private static Optional<String> format(Document component) {
        NodeList properties = component.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(FORMAT)) {
                return Optional.of(property.getAttribute("value"));
            }
        }
        return Optional.empty();
    }
}
