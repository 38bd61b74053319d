package nl.knelpunt.distribution;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A plugin of the customs, made as a plugin's own build does from classes of the tests. */
final class TestPlugin {

    static final String PARTICIPANT = "douane";

    private static final String DESCRIPTOR = """
            {"kind": "customs", "name": {"nl": "Douane", "en": "Customs"}, "organs": ["DOUANE"],
             "tasks": ["douanewet"], "categories": ["IDENTIFICATION"]}
            """;

    private TestPlugin() {}

    /**
     * @param adapter its component
     * @param classes names within the package of the adapter, with * for more; inner classes come along
     */
    static Path write(Path path, Class<?> adapter, String version, List<String> classes) throws Exception {
        String folder = adapter.getPackageName().replace('.', '/');
        String filter = classes.stream().map(name -> name + ".class").collect(Collectors.joining("|"));
        Path unfinished = path.resolveSibling(path.getFileName() + ".part");
        try (Builder builder = new Builder()) {
            builder.setClasspath(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(File::new)
                            .filter(File::exists)
                            .toArray(File[]::new));
            builder.setProperty("Bundle-SymbolicName", "test.customs");
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("-noextraheaders", "true");
            builder.setProperty(
                    "-includeresource",
                    folder + "=" + Path.of("target/test-classes", folder) + ";filter:=\"" + filter + "\"");
            builder.setProperty("-dsannotations", adapter.getName());
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new IllegalStateException(builder.getErrors().toString());
            }
            jar.putResource(
                    "knelpunt/participant.json", new EmbeddedResource(DESCRIPTOR.getBytes(StandardCharsets.UTF_8), 0));
            jar.write(unfinished.toFile());
        }
        TestSigner.USUAL.sign(unfinished);
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        return Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
