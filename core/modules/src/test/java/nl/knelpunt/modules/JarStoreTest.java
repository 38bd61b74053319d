package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of jars by their digest, bounded. */
class JarStoreTest {

    private static final String DIGEST_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path temporary;

    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void aCopyIsNamedByItsDigest() throws Exception {
        JarStore.Copy copy = add(Files.writeString(temporary.resolve("a.jar"), "abc"));

        assertEquals(DIGEST_OF_ABC, copy.digest());
        assertEquals(Set.of(DIGEST_OF_ABC + ".jar"), kept());
        assertEquals("abc", Files.readString(copy.path()));
    }

    @Test
    void aCopyThatWasDamagedIsMadeAgain() throws Exception {
        Path jar = Files.writeString(temporary.resolve("a.jar"), "abc");
        Files.writeString(add(jar).path(), "abd");

        assertEquals("abc", Files.readString(add(jar).path()));
    }

    @Test
    void aKnownJarIsNotWrittenAgain() throws Exception {
        Path jar = Files.writeString(temporary.resolve("a.jar"), "abc");
        JarStore.Copy first = add(jar);
        Object written = Files.readAttributes(first.path(), "unix:ctime,ino");

        assertEquals(first, add(jar));
        assertEquals(written, Files.readAttributes(first.path(), "unix:ctime,ino"));
    }

    @Test
    void aJarThatIsTooLargeLeavesNothing() throws Exception {
        Path jar = temporary.resolve("large.jar");
        try (RandomAccessFile sparse = new RandomAccessFile(jar.toFile(), "rw")) {
            sparse.setLength(JarStore.LARGEST_JAR + 1);
        }

        assertThrows(BrokenPluginException.class, () -> add(jar));
        assertEquals(Set.of(), kept());
    }

    @Test
    void aCopyThatWasChangedIsNotFound() throws Exception {
        JarStore.Copy copy = add(Files.writeString(temporary.resolve("a.jar"), "abc"));
        assertEquals(Optional.of(copy), store().find(DIGEST_OF_ABC));

        Files.writeString(copy.path(), "abd");
        assertEquals(Optional.empty(), store().find(DIGEST_OF_ABC));
    }

    @Test
    void theLatestCopiesOfEachPluginStayAndWhatIsInUse() throws Exception {
        List<String> police = new ArrayList<>();
        for (int i = 0; i < JarStore.KEPT_PER_PLUGIN + 2; i++) {
            now = now.plusSeconds(60);
            police.add(add(jar("police", i)).digest());
        }
        String customs = add(jar("customs", 0)).digest();
        Files.writeString(temporary.resolve("modules/copy1.part"), "interrupted");

        store().prune(Set.of(police.get(0)));

        Set<String> expected = new TreeSet<>();
        expected.add(police.get(0) + ".jar");
        police.subList(2, police.size()).forEach(digest -> expected.add(digest + ".jar"));
        expected.add(customs + ".jar");
        assertEquals(expected, kept());
    }

    /** At a start the folder of plugins is looked at by one thread while another one throws away what is old. */
    @Test
    void whatIsBeingCopiedIsNotThrownAwayMeanwhile() throws Exception {
        JarStore store = store();
        InputStream slow = new InputStream() {

            private int left = 3;

            @Override
            public int read() throws IOException {
                store.prune(Set.of());
                return left-- > 0 ? "abc".charAt(2 - left) : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int one = read();
                if (one < 0) {
                    return -1;
                }
                bytes[from] = (byte) one;
                return 1;
            }
        };
        assertEquals(DIGEST_OF_ABC, store.add(slow).digest());
        assertEquals(Set.of(DIGEST_OF_ABC + ".jar"), kept());
    }

    @Test
    void pruningAFolderThatIsNotThereYetIsNoFailure() throws Exception {
        store().prune(Set.of());

        assertTrue(Files.notExists(temporary.resolve("modules")));
    }

    private JarStore.Copy add(Path jar) throws Exception {
        try (InputStream in = Files.newInputStream(jar)) {
            return store().add(in);
        }
    }

    private JarStore store() {
        return new JarStore(temporary.resolve("modules"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Set<String> kept() throws IOException {
        Set<String> names = new TreeSet<>();
        Path folder = temporary.resolve("modules");
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }

    private Path jar(String plugin, int version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", plugin);
        manifest.getMainAttributes().putValue("Bundle-Version", Integer.toString(version));
        Path path = temporary.resolve(plugin + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path), manifest)) {
            jar.finish();
        }
        return path;
    }
}
