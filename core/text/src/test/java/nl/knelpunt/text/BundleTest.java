package nl.knelpunt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.text.TextScanner;
import org.junit.jupiter.api.Test;

/** Of its libraries the bundle holds only what it uses, and that is enough. */
class BundleTest {

    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void itExportsNothingAndImportsTheEngineOnly() throws Exception {
        Attributes headers =
                new Manifest(Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))).getMainAttributes();
        Set<String> imports = new TreeSet<>();
        for (String clause :
                headers.getValue("Import-Package").replaceAll("\"[^\"]*\"", "").split(",")) {
            imports.add(clause.split(";")[0]);
        }
        assertEquals(
                Set.of("nl.knelpunt.api", "nl.knelpunt.engine.port", "nl.knelpunt.engine.text", "org.osgi.framework"),
                imports);
        assertNull(headers.getValue("Export-Package"));
    }

    @Test
    void itScansWithNothingButItselfTheApiTheEngineAndTheFramework() throws Exception {
        URL[] bundles = {
            CLASSES.toUri().toURL(),
            home(TextScanner.class),
            home(Text.class),
            home(org.osgi.framework.BundleContext.class)
        };
        try (URLClassLoader alone = new URLClassLoader(bundles, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(DutchTextScanner.class.getName());
            var constructor = type.getDeclaredConstructor(Path.class);
            constructor.setAccessible(true);
            Object scanner = constructor.newInstance((Path) null);
            var scan = type.getMethod("scan", String.class);
            for (Sentence sentence : Sentence.of("before.txt")) {
                assertEquals(
                        Scan.all(sentence.text()).toString(),
                        ((List<?>) scan.invoke(scanner, sentence.text())).toString());
            }
        }
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
