package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import nl.knelpunt.engine.module.Pace;

/**
 * Who signed a jar, the whole of it: every file under one and the same signature, every file that its manifest names present.
 * The signature is that of {@code jarsigner}; Java verifies it and refuses algorithms that are too weak. Runs nothing of the jar.
 */
final class JarSignature {

    private static final Pattern SIGNATURE_FILE =
            Pattern.compile("META-INF/(?:MANIFEST\\.MF|[^/]*\\.(?:SF|RSA|DSA|EC)|SIG-[^/]*)");

    private static final int MOST_TOLD = 10;

    private final Clock clock;

    JarSignature(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param fingerprint SHA-256 of the signer's certificate, hex
     * @param name of the signer, as its certificate says
     * @param certificate DER
     */
    record Signer(String fingerprint, String name, X509Certificate certificate) {

        static Signer of(X509Certificate certificate) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
                return new Signer(
                        HexFormat.of().formatHex(digest),
                        certificate.getSubjectX500Principal().getName(),
                        certificate);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException("A certificate that was read can be written", e);
            }
        }
    }

    /** Of what is to come in: its signer's certificate must be valid today. What runs goes on when it is not any more. */
    Signer ofToday(Path path) throws IOException, BrokenPluginException {
        Signer signer = of(path);
        checkValid(signer.certificate());
        return signer;
    }

    /**
     * @throws BrokenPluginException not signed, not wholly, by several, or something was changed or taken out since
     * @throws IOException the file system failed, which says nothing of the plugin
     */
    Signer of(Path path) throws IOException, BrokenPluginException {
        try (JarFile jar = new JarFile(path.toFile(), true, JarFile.OPEN_READ, JarFile.baseVersion())) {
            if (jar.getManifest() == null) {
                throw new BrokenPluginException(
                        "hij is niet ondertekend: hij heeft geen manifest", "it is not signed: it has no manifest");
            }
            X509Certificate signer = signer(jar);
            checkNothingMissing(jar);
            return Signer.of(signer);
        } catch (SecurityException e) {
            throw new BrokenPluginException(
                    "hij is veranderd nadat hij ondertekend werd; " + BrokenPluginException.saidBy(e),
                    "it was changed after it was signed: " + e.getMessage());
        } catch (ZipException | IllegalArgumentException e) {
            throw BrokenPluginException.notSound(e);
        }
    }

    private static X509Certificate signer(JarFile jar) throws IOException, BrokenPluginException {
        X509Certificate signer = null;
        List<String> unsigned = new ArrayList<>();
        long left = JarCheck.MOST_BYTES;
        List<JarEntry> files = jar.stream()
                .filter(e -> !e.isDirectory())
                .filter(e -> !isOfTheSignature(e.getName()))
                .limit(JarCheck.MOST_ENTRIES + 1L)
                .toList();
        if (files.isEmpty() || files.size() > JarCheck.MOST_ENTRIES) {
            throw files.isEmpty()
                    ? new BrokenPluginException("er zit niets in", "it holds no files")
                    : JarCheck.tooManyFiles();
        }
        Pace pace = new Pace();
        for (JarEntry file : files) {
            pace.breathe();
            left -= readWhole(jar, file, left);
            CodeSigner[] signers = file.getCodeSigners();
            if (signers == null) {
                unsigned.add(JarCheck.printable(file.getName()));
            } else if (signers.length > 1) {
                throw new BrokenPluginException(
                        "hij is door meer dan een ondertekend; wie ervoor instaat, moet duidelijk zijn",
                        "it is signed by more than one; who answers for it must be clear");
            } else {
                X509Certificate one = (X509Certificate)
                        signers[0].getSignerCertPath().getCertificates().get(0);
                if (signer != null && !signer.equals(one)) {
                    throw new BrokenPluginException(
                            "zijn bestanden zijn door verschillende ondertekenaars ondertekend",
                            "its files are signed by different signers");
                }
                signer = one;
            }
        }
        if (signer == null) {
            throw new BrokenPluginException(
                    "hij is niet ondertekend, of met een te zwak algoritme; onderteken hem: knelpunt modules sign",
                    "it is not signed, or with an algorithm that is too weak; sign it: knelpunt modules sign");
        }
        if (!unsigned.isEmpty()) {
            throw new BrokenPluginException(
                    "deze bestanden zijn toegevoegd nadat hij ondertekend werd: " + told(unsigned, "en nog", ""),
                    "these files were added after it was signed: " + told(unsigned, "and", " more"));
        }
        return signer;
    }

    /** A file is only proven when it was read to its end. */
    private static long readWhole(JarFile jar, JarEntry file, long most) throws IOException, BrokenPluginException {
        long read = 0;
        byte[] buffer = new byte[16 << 10];
        try (InputStream in = jar.getInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
                if (read > most) {
                    throw new BrokenPluginException(
                            "zijn bestanden zijn samen groter dan " + (JarCheck.MOST_BYTES >> 20) + " MiB",
                            "its files are larger than " + (JarCheck.MOST_BYTES >> 20) + " MiB together");
                }
            }
        }
        return read;
    }

    /** A signature proves what is there, not that all of it is there. */
    private static void checkNothingMissing(JarFile jar) throws IOException, BrokenPluginException {
        List<String> missing = jar.getManifest().getEntries().keySet().stream()
                .filter(name -> jar.getEntry(name) == null)
                .map(JarCheck::printable)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new BrokenPluginException(
                    "deze bestanden zijn eruit gehaald nadat hij ondertekend werd: " + told(missing, "en nog", ""),
                    "these files were taken out after it was signed: " + told(missing, "and", " more"));
        }
    }

    private void checkValid(X509Certificate certificate) throws BrokenPluginException {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateExpiredException e) {
            Instant until = certificate.getNotAfter().toInstant();
            throw new BrokenPluginException(
                    "het certificaat van zijn ondertekenaar gold tot " + until + "; laat hem opnieuw ondertekenen",
                    "the certificate of its signer was valid until " + until + "; have it signed anew");
        } catch (CertificateNotYetValidException e) {
            Instant from = certificate.getNotBefore().toInstant();
            throw new BrokenPluginException(
                    "het certificaat van zijn ondertekenaar geldt pas vanaf " + from,
                    "the certificate of its signer is valid from " + from + " only");
        }
    }

    private static boolean isOfTheSignature(String name) {
        return SIGNATURE_FILE.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    private static String told(List<String> names, String before, String after) {
        return names.size() <= MOST_TOLD
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_TOLD)) + " " + before + " " + (names.size() - MOST_TOLD)
                        + after;
    }
}
