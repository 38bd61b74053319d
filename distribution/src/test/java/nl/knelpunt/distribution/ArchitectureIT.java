package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house as it was drawn: which module may depend on which, and what the bundles may see. */
class ArchitectureIT {

    /** Arrows go one way. Nothing depends on {@code rest}; {@code distribution} sees all. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("core/api", Set.of()),
            Map.entry("core/support", Set.of("api")),
            Map.entry("core/booth", Set.of("api")),
            Map.entry("core/engine", Set.of("api", "booth")),
            Map.entry("core/text", Set.of("engine")),
            Map.entry("core/geo", Set.of("engine")),
            Map.entry("core/documents", Set.of("engine")),
            Map.entry("core/store", Set.of("engine")),
            Map.entry("core/identity", Set.of("engine")),
            Map.entry("core/inbox", Set.of("engine")),
            Map.entry("core/rest", Set.of("engine")),
            Map.entry("core/webhooks", Set.of("engine")),
            Map.entry("core/console", Set.of()),
            Map.entry("core/modules", Set.of("engine")),
            Map.entry("plugins/municipality", Set.of("api", "support")),
            Map.entry("plugins/food-safety", Set.of("api", "support")),
            Map.entry("plugins/immigration", Set.of("api", "support")),
            Map.entry("plugins/labour-inspectorate", Set.of("api", "support")),
            Map.entry("plugins/province", Set.of("api", "support")),
            Map.entry("plugins/uwv", Set.of("api", "support")),
            Map.entry("plugins/police", Set.of("api", "support")),
            Map.entry("plugins/prosecution", Set.of("api", "support")),
            Map.entry("plugins/marechaussee", Set.of("api", "support")),
            Map.entry("plugins/fiod", Set.of("api", "support")),
            Map.entry("plugins/tax", Set.of("api", "support")),
            Map.entry("plugins/customs", Set.of("api", "support")),
            Map.entry("plugins/archetype", Set.of()),
            Map.entry("plugins/sdk", Set.of("api", "support", "booth", "modules")),
            Map.entry("distribution/launcher", Set.of()),
            Map.entry("distribution/demo", Set.of("engine")),
            Map.entry("distribution/benchmarks", Set.of("api", "engine", "store")));

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    private static final Path HOME = Path.of(System.getProperty("knelpunt.home"));
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private record Dependency(String group, String artifact, boolean atRunTime) {}

    static Set<String> modules() {
        return new TreeSet<>(ARROWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleDependsOnlyOnWhatStandsBelowIt(String module) throws IOException {
        Set<String> ours = new TreeSet<>();
        for (Dependency dependency : dependencies(module)) {
            if (dependency.group.equals("nl.knelpunt") && dependency.atRunTime) {
                ours.add(dependency.artifact);
            }
        }
        ours.removeAll(ARROWS.get(module));
        assertTrue(ours.isEmpty(), module + " may not depend on " + ours);
    }

    @Test
    void everyModuleOfTheBuildStandsInTheDrawing() throws IOException {
        Matcher names = Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        Set<String> built = new TreeSet<>();
        while (names.find()) {
            built.add(names.group(1));
        }
        built.remove("distribution");
        assertEquals(modules(), built);
    }

    @Test
    void theApiHasNoDependency() throws IOException {
        List<Dependency> needed =
                dependencies("core/api").stream().filter(d -> d.atRunTime).toList();
        assertTrue(needed.isEmpty(), "core/api needs " + needed);
        for (String imported : imports("nl.knelpunt.api.jar")) {
            assertTrue(imported.startsWith("nl.knelpunt.api"), "core/api imports " + imported);
        }
    }

    @Test
    void theEngineKnowsNoSqlNoHttpAndNoJson() throws IOException {
        for (String imported : imports("nl.knelpunt.engine.jar")) {
            assertFalse(
                    Stream.of("java.sql", "javax.sql", "jakarta.servlet", "com.fasterxml", "org.osgi.service.servlet")
                            .anyMatch(imported::startsWith),
                    "core/engine imports " + imported);
        }
        try (Stream<Path> sources = Files.walk(ROOT.resolve("core/engine/src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        Pattern.compile("import java(x)?\\.(sql|net)\\.")
                                .matcher(Files.readString(source))
                                .find(),
                        source + " imports SQL or the network");
            }
        }
    }

    @Test
    void theImplementationsExportNothing() throws IOException {
        for (String module : List.of(
                "text", "geo", "documents", "store", "identity", "inbox", "rest", "webhooks", "console", "modules")) {
            assertNull(
                    manifest(HOME.resolve("bundles/nl.knelpunt." + module + ".jar"))
                            .get("Export-Package"),
                    "core/" + module + " exports a package");
        }
        assertFalse(
                manifest(HOME.resolve("bundles/nl.knelpunt.engine.jar"))
                        .get("Export-Package")
                        .contains("nl.knelpunt.engine.component"),
                "the engine exports its components");
    }

    @Test
    void aPluginExportsNothingAndSeesTheApiOnly() throws IOException {
        try (Stream<Path> plugins = Files.list(HOME.resolve("plugins"))) {
            for (Path plugin : plugins.toList()) {
                Map<String, String> manifest = manifest(plugin);
                assertNull(manifest.get("Export-Package"), plugin + " exports a package");
                for (String imported : names(manifest.get("Import-Package"))) {
                    assertTrue(
                            imported.startsWith("nl.knelpunt.api") || imported.startsWith("nl.knelpunt.support"),
                            plugin.getFileName() + " imports " + imported);
                }
            }
        }
    }

    @Test
    void noBundleOfOursHasAnActivatorOrADynamicImport() throws IOException {
        try (Stream<Path> bundles = Files.list(HOME.resolve("bundles"))) {
            for (Path bundle : bundles.filter(b -> b.getFileName().toString().startsWith("nl.knelpunt."))
                    .toList()) {
                assertNull(manifest(bundle).get("Bundle-Activator"), bundle + " has an activator");
                assertNull(manifest(bundle).get("DynamicImport-Package"), bundle + " imports dynamically");
            }
        }
    }

    private static List<Dependency> dependencies(String module) throws IOException {
        String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        return DEPENDENCY
                .matcher(pom)
                .results()
                .map(m -> new Dependency(
                        m.group(1),
                        m.group(2),
                        !m.group(3).contains("<scope>test</scope>")
                                && !m.group(3).contains("<scope>provided</scope>")))
                .toList();
    }

    private static Set<String> imports(String jar) throws IOException {
        return names(manifest(HOME.resolve("bundles").resolve(jar)).get("Import-Package"));
    }

    private static Map<String, String> manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Map<String, String> headers = new HashMap<>();
            file.getManifest().getMainAttributes().forEach((k, v) -> headers.put(k.toString(), v.toString()));
            return headers;
        }
    }

    /** Package names of a header, without their attributes. */
    private static Set<String> names(String header) {
        Set<String> names = new TreeSet<>();
        if (header != null) {
            for (String clause : header.replaceAll("\"[^\"]*\"", "").split(",")) {
                names.add(clause.split(";")[0].trim());
            }
        }
        return names;
    }
}
