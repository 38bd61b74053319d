package nl.knelpunt.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import nl.knelpunt.engine.plugin.PluginDescriptor;

/** The descriptors of the plugins of this repository, read as the platform reads them. */
final class ShippedPlugins {

    static final Map<String, String> DESCRIPTORS = Map.of(
            "participant", DescriptorReader.PARTICIPANT,
            "interventions", DescriptorReader.INTERVENTIONS,
            "rules", DescriptorReader.RULES);

    private ShippedPlugins() {}

    static List<Path> resources() throws IOException {
        try (Stream<Path> plugins = Files.list(Schemas.ROOT.resolve("plugins"))) {
            return plugins.map(p -> p.resolve("src/main/resources"))
                    .filter(p -> Files.exists(p.resolve(DescriptorReader.PARTICIPANT)))
                    .sorted()
                    .toList();
        }
    }

    static List<PluginDescriptor> read(Path folder) throws Exception {
        List<PluginDescriptor> plugins = new ArrayList<>();
        for (Path resources : resources()) {
            plugins.add(new DescriptorReader().read(jar(resources, folder), "feed"));
        }
        return plugins;
    }

    private static Path jar(Path resources, Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "shipped");
        Path jar = Files.createTempFile(folder, "plugin", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path file : files(resources.resolve("knelpunt"))) {
                out.putNextEntry(new JarEntry(resources.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** What their panels say of themselves, without the scripts. */
    static List<Path> panels(Path resources) throws IOException {
        Path panels = resources.resolve(PanelReader.PANELS);
        return Files.exists(panels)
                ? files(panels).stream()
                        .filter(f -> f.toString().endsWith(".json"))
                        .toList()
                : List.of();
    }

    static List<Path> forms(Path resources) throws IOException {
        Path forms = resources.resolve(DescriptorReader.FORMS);
        return Files.exists(forms) ? files(forms) : List.of();
    }

    static List<Path> mappings(Path resources) throws IOException {
        Path mappings = resources.resolve("knelpunt/mappings");
        return Files.exists(mappings) ? files(mappings) : List.of();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
