package nl.knelpunt.modules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code conf/trust.json}: whose plugins an installation begins with. Who is known already is not looked at again: an
 * administrator who withdrew trust is not overruled by a file.
 */
final class TrustFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;

    TrustFile(Path file) {
        this.file = file;
    }

    /**
     * @param certificate PEM
     * @param kinds of participants for which it may provide plugins
     */
    record Entry(String certificate, Set<String> kinds) {}

    private record Content(List<Entry> signers) {}

    /**
     * @param fingerprint SHA-256 of the certificate, hex
     */
    record Trusted(String fingerprint, Entry entry) {}

    /**
     * @throws BrokenPluginException it can't be understood
     * @throws IOException it can't be read
     */
    List<Trusted> read() throws IOException, BrokenPluginException {
        Content content;
        try {
            content = JSON.readValue(Files.readString(file), Content.class);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (JsonProcessingException e) {
            int line = e.getLocation().getLineNr();
            throw new BrokenPluginException(
                    "regel " + line + " is niet zoals het hoort",
                    "line " + line + " is not as it should be: " + e.getOriginalMessage());
        }
        List<Trusted> trusted = new ArrayList<>();
        if (content == null || content.signers() == null) {
            throw new BrokenPluginException("\"signers\" ontbreekt", "\"signers\" is missing");
        }
        for (Entry entry : content.signers()) {
            if (entry.certificate() == null
                    || entry.kinds() == null
                    || entry.kinds().isEmpty()) {
                throw new BrokenPluginException(
                        "een ondertekenaar heeft een \"certificate\" en \"kinds\" nodig",
                        "a signer needs a \"certificate\" and \"kinds\"");
            }
            trusted.add(new Trusted(fingerprint(entry), entry));
        }
        return trusted;
    }

    private static String fingerprint(Entry entry) throws BrokenPluginException {
        try {
            return JarSignature.Signer.of((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(entry.certificate().getBytes(StandardCharsets.US_ASCII))))
                    .fingerprint();
        } catch (CertificateException e) {
            throw new BrokenPluginException(
                    "een \"certificate\" is geen certificaat in PEM-vorm",
                    "a \"certificate\" is no certificate in PEM form");
        }
    }
}
