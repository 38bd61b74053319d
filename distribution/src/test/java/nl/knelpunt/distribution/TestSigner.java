package nl.knelpunt.distribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Signs the plugins of tests, as an integrator does, and has an installation trust them before it begins. */
final class TestSigner {

    private static final char[] PASSWORD = "only-for-tests".toCharArray();

    /** Of whom most tests' plugins are. */
    static final TestSigner USUAL = new TestSigner("Tests");

    private final String name;
    private final KeyStore.PrivateKeyEntry key;

    TestSigner(String name) {
        this.name = name;
        try {
            Path folder = Files.createTempDirectory("signer");
            Path store = folder.resolve("key.p12");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "signer",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + name,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            new String(PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool ended with " + process.exitValue());
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            Files.delete(store);
            Files.delete(folder);
            key = (KeyStore.PrivateKeyEntry) keys.getEntry("signer", new KeyStore.PasswordProtection(PASSWORD));
        } catch (Exception e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    /** Signs it where it lies, in one step, with the time of its change kept. */
    Path sign(Path jar) throws IOException {
        FileTime changed = Files.getLastModifiedTime(jar);
        Path signed = jar.resolveSibling(jar.getFileName() + ".signed");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key)
                    .signerName(name.toUpperCase(Locale.ROOT))
                    .build()
                    .sign(in, out);
        }
        Files.setLastModifiedTime(signed, changed);
        return Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    String certificate() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getEncoder().encodeToString(key.getCertificate().getEncoded())
                    + "\n-----END CERTIFICATE-----";
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To be called before the installation starts for the first time. */
    void isTrustedIn(Path home, String... kinds) {
        try {
            ObjectMapper json = new ObjectMapper();
            Path file = home.resolve("conf/trust.json");
            ObjectNode trust = (ObjectNode) json.readTree(file.toFile());
            ObjectNode signer = trust.withArray("/signers").addObject();
            signer.put("certificate", certificate());
            List.of(kinds).forEach(signer.withArray("/kinds")::add);
            json.writeValue(file.toFile(), trust);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
