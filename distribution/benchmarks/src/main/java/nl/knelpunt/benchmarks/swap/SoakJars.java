package nl.knelpunt.benchmarks.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import jdk.security.jarsigner.JarSigner;

/** Makes the bundles of a soak: the same work in every version, with many classes of which any call may need one first. */
final class SoakJars {

    /** Classes that come late: more than a version has calls. */
    static final int LATE = 500;

    private static final String COMPONENT = "OSGI-INF/soak.SoakAdapter.xml";
    private static final String COMPONENT_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="soak.SoakAdapter">
              <property name="knelpunt.reads.format" type="String" value="soak"/>
              <property name="knelpunt.reads.mediaTypes" type="String">text/x-soak</property>
              <property name="knelpunt.reads.fileEndings" type="String">soak</property>
              <service><provide interface="nl.knelpunt.api.adapter.SignalAdapter"/></service>
              <implementation class="soak.SoakAdapter"/>
            </scr:component>
            """;

    private final Path folder;
    private final String classPath;

    /** @param classPath to compile with */
    SoakJars(Path folder, String classPath) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.classPath = classPath;
    }

    /** The police's plugin as it is shipped, under another version, with one more adapter. */
    Path police(Path shipped, String version) throws IOException {
        Path classes = compiled(version, "SoakAdapter", "Work");
        Path jar = folder.resolve("police-" + version + ".jar");
        try (JarFile from = new JarFile(shipped.toFile())) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().putAll(from.getManifest().getMainAttributes());
            Attributes main = manifest.getMainAttributes();
            main.putValue("Bundle-Version", version);
            main.putValue("Service-Component", main.getValue("Service-Component") + "," + COMPONENT);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                    if (!entry.isDirectory() && !entry.getName().matches("META-INF/(MANIFEST\\.MF|.*\\.(SF|EC|RSA))")) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        try (InputStream in = from.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                        out.closeEntry();
                    }
                }
                add(out, COMPONENT, COMPONENT_XML.getBytes(StandardCharsets.UTF_8));
                addAll(out, classes);
            }
        }
        return jar;
    }

    /** The same work as a service of the JDK's kind, for who has no such plugins. */
    Path equal(String version) throws IOException {
        Path made = folder.resolve("soak-" + version + ".jar");
        if (Files.exists(made)) {
            return made;
        }
        return bundle("soak", version, "soak.Start", "org.osgi.framework", compiled(version, "Start", "Work"));
    }

    /** Takes messages in Karaf. */
    Path host() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("host-classes"));
        compile(classes, List.of(source(classes, "host", "Host", text("Host"))));
        return bundle(
                "host",
                "1.0.0",
                "host.Host",
                "org.osgi.framework,org.osgi.framework.wiring,javax.servlet,javax.servlet.http",
                classes);
    }

    private Path bundle(String name, String version, String activator, String imports, Path classes)
            throws IOException {
        Path jar = folder.resolve(name + "-" + version + ".jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue("Bundle-Activator", activator);
        main.putValue("Import-Package", imports);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            addAll(out, classes);
        }
        return jar;
    }

    private Path compiled(String version, String... sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(sources[0] + "-" + version));
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            files.add(source(classes, "soak", source, text(source).replace("$VERSION", version)));
        }
        Path late = folder.resolve(sources[0] + "-late");
        if (!Files.exists(late)) {
            // The same in every version, so compiled once.
            Files.createDirectories(late);
            compile(late, List.of(source(late, "soak", "Late", late())));
        }
        compile(classes, files, late.toString());
        try (Stream<Path> all = Files.walk(late)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".class")).toList()) {
                Path target = classes.resolve(late.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return classes;
    }

    private static String late() {
        return "package soak;\nfinal class Late {\n  private Late() {}\n  static int of(int n) {\n    return switch (n % "
                + LATE + ") {\n"
                + IntStream.range(0, LATE)
                        .mapToObj(i -> "      case " + i + " -> L" + i + ".n();\n")
                        .collect(Collectors.joining())
                + "      default -> -1;\n    };\n  }\n"
                + IntStream.range(0, LATE)
                        .mapToObj(i -> "  static final class L" + i + " {\n    private L" + i
                                + "() {}\n    static int n() {\n      return " + i + ";\n    }\n  }\n")
                        .collect(Collectors.joining())
                + "}\n";
    }

    private static String text(String name) throws IOException {
        try (InputStream in = SoakJars.class.getResourceAsStream(name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path source(Path classes, String pack, String name, String text) throws IOException {
        Path sources = Files.createDirectories(classes.resolve("src").resolve(pack));
        return Files.writeString(sources.resolve(name + ".java"), text);
    }

    private void compile(Path classes, List<Path> sources, String... more) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter told = new StringWriter();
            String path = Stream.concat(Stream.of(classPath), Stream.of(more))
                    .collect(Collectors.joining(java.io.File.pathSeparator));
            boolean done = compiler.getTask(
                            told,
                            files,
                            null,
                            List.of("--release", "17", "-Xlint:none", "-nowarn", "-cp", path, "-d", classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new IllegalStateException(told.toString());
            }
        }
    }

    private static void addAll(JarOutputStream out, Path classes) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path file :
                    all.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                add(out, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    /** Signs it where it lies, with the key of a PKCS #12 file. */
    static void sign(Path jar, Path keys, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, password.toCharArray());
        }
        var key = (KeyStore.PrivateKeyEntry)
                store.getEntry(store.aliases().nextElement(), new KeyStore.PasswordProtection(password.toCharArray()));
        Path signed = jar.resolveSibling(jar.getFileName() + ".signed");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).signerName("SOAK").build().sign(in, out);
        }
        Files.move(signed, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
