import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/**
 * Signs the plugins that come with the distribution, and writes who signed them: {@code <jars> <signed jars> <trust.json> <key>}.
 *
 * <p>The key is the releaser's, with its password in KNELPUNT_KEY_PASSWORD; where there is none it is made, for this build
 * folder alone. RSA, since its signatures have no chance in them: the same jars and the same key give the same bytes.
 */
final class SignPlugins {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final Pattern KIND = Pattern.compile("\"kind\"\\s*:\\s*\"([a-z-]+)\"");
    private static final String SIGNED_FILE = "META-INF/KNELPUNT.SF";
    private static final String BLOCK = "META-INF/KNELPUNT.RSA";
    private static final byte[] NULL = {5, 0};
    private static final String PASSWORD_VARIABLE = "KNELPUNT_KEY_PASSWORD";

    public static void main(String[] arguments) throws Exception {
        Path jars = Path.of(arguments[0]);
        Path signed = Files.createDirectories(Path.of(arguments[1]));
        Path trust = Path.of(arguments[2]);
        Path key = Path.of(arguments[3]);
        String password = System.getenv().getOrDefault(PASSWORD_VARIABLE, "for-this-build-folder");
        if (!Files.exists(key)) {
            make(key, password);
        }
        KeyStore.PrivateKeyEntry entry = entry(key, password.toCharArray());
        var kinds = new TreeSet<String>();
        for (Path old : list(signed)) {
            Files.delete(old);
        }
        for (Path jar : list(jars)) {
            Files.write(signed.resolve(jar.getFileName()), sign(jar, entry));
            kinds.add(kind(jar));
        }
        Files.writeString(trust, """
                {"signers": [{
                  "certificate": "-----BEGIN CERTIFICATE-----\\n%s\\n-----END CERTIFICATE-----",
                  "kinds": ["%s"]
                }]}
                """.formatted(
                        Base64.getEncoder().encodeToString(entry.getCertificate().getEncoded()),
                        String.join("\", \"", kinds)));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static byte[] sign(Path jar, KeyStore.PrivateKeyEntry entry) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipFile(jar.toFile())) {
            new JarSigner.Builder(entry)
                    .digestAlgorithm("SHA-256")
                    .signerName("KNELPUNT")
                    .build()
                    .sign(in, out);
        }
        return withoutTimes(out.toByteArray(), entry);
    }

    /** The times in the list of a jar's files are not signed, that in the block of the signature is; both differ from build to build. */
    private static byte[] withoutTimes(byte[] jar, KeyStore.PrivateKeyEntry entry) throws Exception {
        var plain = new ByteArrayOutputStream();
        byte[] signedFile = {};
        try (var in = new ZipInputStream(new ByteArrayInputStream(jar));
                var out = new ZipOutputStream(plain)) {
            for (ZipEntry from = in.getNextEntry(); from != null; from = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (from.getName().equals(SIGNED_FILE)) {
                    signedFile = content;
                }
                var to = new ZipEntry(from.getName());
                to.setTimeLocal(NO_TIME);
                out.putNextEntry(to);
                out.write(from.getName().equals(BLOCK) ? block(signedFile, entry) : content);
                out.closeEntry();
            }
        }
        return plain.toByteArray();
    }

    /** As JarSigner makes it (PKCS #7, RFC 2315), without the attribute that says when: this Java can't leave it out. */
    private static byte[] block(byte[] signedFile, KeyStore.PrivateKeyEntry entry) throws Exception {
        var certificate = (X509Certificate) entry.getCertificate();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(entry.getPrivateKey());
        signature.update(signedFile);
        byte[] one = der(0x02, new byte[] {1});
        byte[] sha256 = der(0x30, oid("608648016503040201"), NULL);
        byte[] rsa = der(0x30, oid("2a864886f70d010101"), NULL);
        byte[] signer = der(
                0x30,
                one,
                der(
                        0x30,
                        certificate.getIssuerX500Principal().getEncoded(),
                        der(0x02, certificate.getSerialNumber().toByteArray())),
                sha256,
                rsa,
                der(0x04, signature.sign()));
        byte[] signedData = der(
                0x30,
                one,
                der(0x31, sha256),
                der(0x30, oid("2a864886f70d010701")),
                der(0xA0, certificate.getEncoded()),
                der(0x31, signer));
        return der(0x30, oid("2a864886f70d010702"), der(0xA0, signedData));
    }

    private static byte[] oid(String hex) {
        return der(0x06, HexFormat.of().parseHex(hex));
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        var der = new ByteArrayOutputStream();
        der.write(tag);
        int length = content.size();
        if (length < 0x80) {
            der.write(length);
        } else {
            byte[] bytes = BigInteger.valueOf(length).toByteArray();
            int from = bytes[0] == 0 ? 1 : 0;
            der.write(0x80 | bytes.length - from);
            der.write(bytes, from, bytes.length - from);
        }
        der.writeBytes(content.toByteArray());
        return der.toByteArray();
    }

    private static String kind(Path jar) throws IOException {
        try (var in = new ZipFile(jar.toFile());
                InputStream descriptor = in.getInputStream(in.getEntry("knelpunt/participant.json"))) {
            var found = KIND.matcher(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8));
            if (!found.find()) {
                throw new IOException(jar + " names no kind of participant");
            }
            return found.group(1);
        }
    }

    private static void make(Path key, String password) throws Exception {
        Files.createDirectories(key.getParent());
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "knelpunt", "-keyalg", "RSA", "-keysize", "3072",
                        "-dname", "CN=Knelpunt build", "-validity", "3650", "-storetype", "PKCS12",
                        "-keystore", key.toString(), "-storepass:env", PASSWORD_VARIABLE)
                .redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The key could not be made: " + told);
        }
    }

    private static KeyStore.PrivateKeyEntry entry(Path key, char[] password) throws Exception {
        try (InputStream in = Files.newInputStream(key)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getEntry(alias, new KeyStore.PasswordProtection(password))
                        instanceof KeyStore.PrivateKeyEntry entry) {
                    return entry;
                }
            }
        }
        throw new IllegalStateException(key + " holds no key to sign with");
    }
}
