package nl.knelpunt.modules;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the TCK leaves beside a jar that passed it. It says what its maker did and is signed by nobody, so the platform tries every jar
 * itself all the same.
 */
final class TckReceipt {

    /** Of the file beside {@code NAME.jar}: {@code NAME.tck.json}. */
    static final String ENDING = ".tck.json";

    static final int LARGEST = 16 << 10;

    private static final int SHOWN = 12;
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}(?:\\.[0-9]{1,4}){0,2}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TckReceipt() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(String tck, String sha256, List<String> passed) {}

    /** The name of the receipt beside a jar. */
    static String beside(String jar) {
        return jar.replaceAll("\\.jar$", "") + ENDING;
    }

    /**
     * The version of the TCK.
     *
     * @param digest SHA-256 of the jar that it must be of, hex
     * @throws BrokenPluginException it is none, or of another jar
     */
    static String version(byte[] receipt, String digest) throws BrokenPluginException {
        if (receipt.length > LARGEST) {
            throw unsound();
        }
        Content content;
        try {
            content = JSON.readValue(receipt, Content.class);
        } catch (IOException e) {
            throw unsound();
        }
        if (content == null
                || content.sha256() == null
                || content.tck() == null
                || content.passed() == null
                || content.passed().isEmpty()
                || !VERSION.matcher(content.tck()).matches()) {
            throw unsound();
        }
        if (!digest.equalsIgnoreCase(content.sha256())) {
            throw new BrokenPluginException(
                    "het TCK-bewijs is van een andere jar (SHA-256 " + shown(content.sha256())
                            + "…; van deze jar is het "
                            + shown(digest)
                            + "…). Onderteken met knelpunt modules sign, die het bewijs meeneemt, of haal de"
                            + " ondertekende jar door de TCK",
                    "the receipt of the TCK is of another jar (SHA-256 " + shown(content.sha256())
                            + "…; that of this jar is "
                            + shown(digest)
                            + "…). Sign with knelpunt modules sign, which takes the receipt along, or run the"
                            + " TCK on the signed jar");
        }
        return content.tck();
    }

    private static String shown(String digest) {
        String plain = JarCheck.printable(digest);
        return plain.substring(0, Math.min(SHOWN, plain.length()));
    }

    private static BrokenPluginException unsound() {
        return new BrokenPluginException(
                "het TCK-bewijs is geen bewijs zoals de TCK het achterlaat (NAAM.tck.json)",
                "the receipt of the TCK is none as the TCK leaves it (NAME.tck.json)");
    }
}
