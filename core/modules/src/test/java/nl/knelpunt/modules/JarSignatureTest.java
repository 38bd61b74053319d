package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarSignatureTest {

    @TempDir
    static Path keys;

    private static Signing police;

    @TempDir
    Path folder;

    private final JarSignature signature = new JarSignature(Clock.systemUTC());

    @BeforeAll
    static void makeKeys() throws Exception {
        police = Signing.as("Politie", keys);
    }

    private interface Change {

        void on(Path root) throws IOException;
    }

    private Path signed() throws Exception {
        return police.sign(PluginJar.police().write(folder.resolve("police.jar")));
    }

    private static Path changed(Path jar, Change change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            change.on(zip.getPath("/"));
        }
        return jar;
    }

    private String refusal(Path jar) {
        return BothLanguages.english(assertThrows(BrokenPluginException.class, () -> signature.of(jar)));
    }

    @Test
    void whoSignedIsKnownByTheFingerprintOfTheCertificate() throws Exception {
        JarSignature.Signer signer = signature.of(signed());
        assertEquals(police.fingerprint(), signer.fingerprint());
        assertEquals("CN=Politie", signer.name());
    }

    @Test
    void aJarThatIsNotSignedIsRefused() throws Exception {
        String told = refusal(PluginJar.police().write(folder.resolve("police.jar")));
        assertTrue(told.contains("not signed"), told);
    }

    @Test
    void aChangedClassIsFound() throws Exception {
        String told = refusal(changed(signed(), root -> {
            Path file = root.resolve(DescriptorReader.PARTICIPANT);
            Files.writeString(file, Files.readString(file).replace("Politie", "Politiek"), StandardCharsets.UTF_8);
        }));
        assertTrue(told.contains("changed after it was signed"), told);
    }

    @Test
    void aChangedHeaderOfTheManifestIsFound() throws Exception {
        String told = refusal(changed(signed(), root -> {
            Path file = root.resolve("META-INF/MANIFEST.MF");
            Files.writeString(file, Files.readString(file).replace("Bundle-Version: 1.0.0", "Bundle-Version: 9.0.0"));
        }));
        assertTrue(told.contains("changed after it was signed"), told);
    }

    @Test
    void aFileThatWasAddedIsFound() throws Exception {
        String told = refusal(changed(signed(), root -> Files.writeString(root.resolve("knelpunt/more.json"), "{}")));
        assertTrue(told.contains("added after it was signed: knelpunt/more.json"), told);
    }

    @Test
    void aFileThatWasTakenOutIsFound() throws Exception {
        String told = refusal(changed(signed(), root -> Files.delete(root.resolve(DescriptorReader.INTERVENTIONS))));
        assertTrue(told.contains("taken out after it was signed: " + DescriptorReader.INTERVENTIONS), told);
    }

    @Test
    void aJarThatTwoSignedIsRefused() throws Exception {
        String told = refusal(Signing.as("Douane", keys).sign(signed()));
        assertTrue(told.contains("more than one") || told.contains("different signers"), told);
    }

    @Test
    void anExpiredCertificateIsToldWithItsDate() throws Exception {
        Path jar = signed();
        JarSignature later = new JarSignature(Clock.offset(Clock.systemUTC(), Duration.ofDays(4_000)));
        String told = BothLanguages.english(assertThrows(BrokenPluginException.class, () -> later.ofToday(jar)));
        assertTrue(told.contains("was valid until"), told);
    }

    @Test
    void aTruncatedJarIsNoSoundJar() throws Exception {
        Path jar = signed();
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        String told = refusal(jar);
        assertTrue(told.contains("not a sound jar"), told);
    }
}
