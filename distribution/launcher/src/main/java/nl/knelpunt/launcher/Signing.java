package nl.knelpunt.launcher;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;

/**
 * {@code knelpunt modules keygen} and {@code sign}: without a server and without a network, with what a JDK has. What is made is
 * an ordinary PKCS #12 file and an ordinary signed jar.
 */
final class Signing {

    private static final String PASSWORD = "KNELPUNT_KEY_PASSWORD";
    private static final int LEAST_PASSWORD = 12;
    private static final long KEYTOOL_SECONDS = 60;

    private Signing() {}

    static int makeKey(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var file = Asked.absolute(
                asked.words(1, 1, "modules keygen takes one file").get(0));
        var name = asked.required("name");
        var years = asked.value("years").orElse("3");
        if (!years.matches("[1-9]|10")) {
            throw new WronglyAsked("--years is a number from 1 to 10");
        }
        if (!name.matches("[\\p{L}\\p{N} .()&'-]{1,64}")) {
            throw new WronglyAsked("--name is a name of at most 64 letters, digits, spaces and . ( ) & ' -");
        }
        if (Files.exists(file)) {
            throw new Failure(
                    file + " is there already, and a key that is lost can't be made again. Choose another file.");
        }
        var password = Passwords.chosen("the new key", PASSWORD);
        if (password.length() < LEAST_PASSWORD) {
            throw new Failure("The password is shorter than " + LEAST_PASSWORD + " characters; nothing was made.");
        }
        keytool(file, name, Integer.parseInt(years) * 365, password);
        var certificate = (X509Certificate) entry(file, password).getCertificate();
        if (asked.has("json")) {
            Main.OUT.println(Json.line(Json.object()
                    .put("file", file.toString())
                    .put("fingerprint", fingerprint(certificate))
                    .put("certificate", pem(certificate))));
        } else {
            Main.OUT.println("The key is in " + file + ". Keep it where nobody else can read it.");
            Main.OUT.println("Its fingerprint is " + fingerprint(certificate) + ".");
            Main.OUT.println(
                    "Who is to trust it needs this certificate (knelpunt modules trust):\n" + pem(certificate));
        }
        return Main.DONE;
    }

    static int sign(Asked asked) throws Failure, WronglyAsked, IOException {
        var jar = Asked.absolute(asked.words(1, 1, "modules sign takes one jar").get(0));
        var key = Asked.absolute(asked.required("key"));
        var out = asked.path("out").orElse(jar);
        if (!Files.isRegularFile(jar)) {
            throw new Failure(jar + " is not a file.");
        }
        var entry = entry(key, Passwords.known(key.getFileName().toString(), PASSWORD));
        var before = Receipt.digest(jar);
        var unfinished = Files.createTempFile(out.getParent(), ".signed", ".part");
        try {
            try (var in = new ZipFile(jar.toFile());
                    var target = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                new JarSigner.Builder(entry).signerName("KNELPUNT").build().sign(in, target);
            }
            Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (ZipException e) {
            throw new Failure(jar + " is not a jar: " + e.getMessage());
        } catch (JarSignerException e) {
            throw new Failure(jar + " can't be signed: " + e.getMessage());
        } finally {
            Files.deleteIfExists(unfinished);
        }
        var fingerprint = fingerprint((X509Certificate) entry.getCertificate());
        var proven = Receipt.follow(Receipt.beside(jar), before, out);
        Main.OUT.println(
                asked.has("json")
                        ? Json.line(Json.object()
                                .put("file", out.toString())
                                .put("fingerprint", fingerprint)
                                .put("receipt", proven))
                        : out + " is signed with the key " + fingerprint + "."
                                + (proven ? " Its receipt of the TCK is " + Receipt.beside(out) + "." : ""));
        return Main.DONE;
    }

    /** Java makes certificates by this tool only. */
    private static void keytool(Path file, String name, int days, String password)
            throws Failure, IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        if (!Files.isExecutable(tool) && !Files.isExecutable(tool.resolveSibling("keytool.exe"))) {
            throw new Failure("This Java has no keytool: " + tool + ". Use a JDK.");
        }
        var command = new ArrayList<>(List.of(tool.toString(), "-genkeypair", "-alias", "knelpunt"));
        Collections.addAll(command, "-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA");
        Collections.addAll(command, "-dname", "CN=" + name, "-validity", Integer.toString(days));
        // Not on its command line, which others can read.
        Collections.addAll(command, "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass:env", PASSWORD);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        builder.environment().remove("JDK_JAVA_OPTIONS");
        var process = builder.start();
        process.getOutputStream().close();
        var told = new String(process.getInputStream().readAllBytes()).strip();
        if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new Failure("The key could not be made: " + told);
        }
    }

    private static KeyStore.PrivateKeyEntry entry(Path file, String password) throws Failure, IOException {
        var secret = password.toCharArray();
        try (var in = Files.newInputStream(file)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, secret);
            for (var alias : Collections.list(keys.aliases())) {
                if (keys.getEntry(alias, new KeyStore.PasswordProtection(secret))
                        instanceof KeyStore.PrivateKeyEntry entry) {
                    return entry;
                }
            }
            throw new Failure(file + " holds no key to sign with.");
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new Failure("The password of " + file + " is wrong.");
            }
            throw e;
        } catch (GeneralSecurityException e) {
            throw new Failure(file + " can't be used: " + e.getMessage());
        }
    }

    private static String fingerprint(X509Certificate certificate) throws Failure {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new Failure("The certificate can't be read: " + e.getMessage());
        }
    }

    private static String pem(X509Certificate certificate) throws Failure {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----";
        } catch (GeneralSecurityException e) {
            throw new Failure("The certificate can't be read: " + e.getMessage());
        }
    }
}
