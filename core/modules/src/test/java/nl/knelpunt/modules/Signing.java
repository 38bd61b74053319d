package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Makes keys and signs jars, as an integrator does. */
final class Signing {

    private static final char[] PASSWORD = "only-for-tests".toCharArray();

    private final String name;
    private final KeyStore.PrivateKeyEntry key;

    private Signing(String name, KeyStore.PrivateKeyEntry key) {
        this.name = name;
        this.key = key;
    }

    /** @param more arguments of keytool, such as the validity */
    static Signing as(String name, Path folder, String... more) throws Exception {
        Path store = folder.resolve(name + ".p12");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
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
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
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
        return new Signing(
                name, (KeyStore.PrivateKeyEntry) keys.getEntry("signer", new KeyStore.PasswordProtection(PASSWORD)));
    }

    /** Signs it where it lies. */
    Path sign(Path jar) throws IOException {
        Path signed = Files.createTempFile(jar.getParent(), "signed", ".tmp");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key)
                    .signerName(name.toUpperCase(java.util.Locale.ROOT))
                    .build()
                    .sign(in, out);
        }
        return Files.move(signed, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + java.util.Base64.getEncoder()
                            .encodeToString(key.getCertificate().getEncoded())
                    + "\n-----END CERTIFICATE-----";
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    String fingerprint() {
        return JarSignature.Signer.of((java.security.cert.X509Certificate) key.getCertificate())
                .fingerprint();
    }
}
