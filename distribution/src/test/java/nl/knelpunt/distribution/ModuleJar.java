package nl.knelpunt.distribution;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** A plugin of the customs, made and signed as an integrator does; sound unless told otherwise. */
final class ModuleJar {

    static final String PARTICIPANT = "douane";
    static final String KIND = "customs";
    static final String DESCRIPTOR = """
            {"kind": "customs", "name": {"nl": "Douane", "en": "Customs"}, "organs": ["DOUANE"],
             "tasks": ["douanewet"], "categories": ["IDENTIFICATION"]}
            """;

    private static final String PASSWORD = "only-for-tests-1";

    private final Class<?> adapter;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private List<String> classes;

    ModuleJar(Class<?> adapter, String version) {
        this.adapter = adapter;
        classes = List.of(adapter.getSimpleName(), "Message");
        headers.put("Bundle-SymbolicName", "test.customs");
        headers.put("Bundle-Version", version);
        file("knelpunt/participant.json", DESCRIPTOR);
    }

    ModuleJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    ModuleJar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ModuleJar file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** @param names within the package of the adapter, with * for more; inner classes come along */
    ModuleJar classes(List<String> names) {
        classes = names;
        return this;
    }

    Path write(Path path) throws Exception {
        String folder = adapter.getPackageName().replace('.', '/');
        String filter = classes.stream().map(name -> name + ".class").collect(Collectors.joining("|"));
        try (Builder builder = new Builder()) {
            builder.setClasspath(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(File::new)
                            .filter(File::exists)
                            .toArray(File[]::new));
            builder.setProperty("-noimportjava", "true");
            builder.setProperty("-noextraheaders", "true");
            builder.setProperty("-reproducible", "true");
            builder.setProperty(
                    "-includeresource",
                    folder + "=" + Path.of("target/test-classes", folder) + ";filter:=\"" + filter + "\"");
            builder.setProperty("-dsannotations", adapter.getName());
            headers.forEach(builder::setProperty);
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new IllegalStateException(builder.getErrors().toString());
            }
            files.forEach((name, content) -> jar.putResource(name, new EmbeddedResource(content, 0)));
            Path unfinished = path.resolveSibling(path.getFileName() + ".part");
            jar.write(unfinished.toFile());
            return Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path write(Path path, Key key) throws Exception {
        return key.sign(write(path));
    }

    /** Changes what lies in a jar, entry by entry; null takes an entry out. */
    static Path tampered(Path jar, String entry, UnaryOperator<byte[]> change) throws IOException {
        Path changed = Files.createTempFile(jar.getParent(), "tampered", ".jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
                ZipEntry one = all.nextElement();
                byte[] bytes = in.getInputStream(one).readAllBytes();
                byte[] now = one.getName().equals(entry) ? change.apply(bytes) : bytes;
                if (now != null) {
                    out.putNextEntry(new ZipEntry(one.getName()));
                    out.write(now);
                    out.closeEntry();
                }
            }
        }
        return changed;
    }

    /** Of somebody who signs plugins, made by the command. */
    static final class Key {

        private final Path file;
        private final String certificate;

        private Key(Path file, String certificate) {
            this.file = file;
            this.certificate = certificate;
        }

        static Key of(Platform platform, Path folder, String name) {
            Path file = folder.resolve(name + ".p12");
            String printed = platform.run(
                            Map.of("KNELPUNT_KEY_PASSWORD", PASSWORD),
                            "modules",
                            "keygen",
                            file.toString(),
                            "--name",
                            name)
                    .ok()
                    .out();
            return new Key(file, printed.substring(printed.indexOf("-----BEGIN"), printed.lastIndexOf("-----") + 5));
        }

        String certificate() {
            return certificate;
        }

        /** Signs it where it lies. */
        Path sign(Path jar) throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            var entry = (KeyStore.PrivateKeyEntry) store.getEntry(
                    store.aliases().nextElement(), new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
            Path signed = Files.createTempFile(jar.getParent(), "signed", ".tmp");
            try (ZipFile in = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                new JarSigner.Builder(entry).signerName("TEST").build().sign(in, out);
            }
            return Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
