package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the TCK leaves beside a jar counts for that jar alone. */
class TckReceiptTest {

    private static final String DIGEST = "ab".repeat(32);

    static String receipt(String tck, String digest) {
        return "{\"tck\": \"" + tck + "\", \"plugin\": \"p\", \"sha256\": \"" + digest
                + "\", \"passed\": [\"everything\"]}";
    }

    private static BrokenPluginException refused(String receipt) {
        return assertThrows(BrokenPluginException.class, () -> TckReceipt.version(bytes(receipt), DIGEST));
    }

    private static byte[] bytes(String receipt) {
        return receipt.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itSaysWhichTckTheJarPassed() throws Exception {
        assertEquals("1.0", TckReceipt.version(bytes(receipt("1.0", DIGEST)), DIGEST));
    }

    @Test
    void ofAnotherJarItIsRefusedInBothLanguages() {
        BrokenPluginException refused = refused(receipt("1.0", "cd".repeat(32)));
        assertTrue(refused.reason().en().startsWith("the receipt of the TCK is of another jar (SHA-256 cdcdcdcdcdcd…"));
        assertTrue(refused.reason().nl().startsWith("het TCK-bewijs is van een andere jar (SHA-256 cdcdcdcdcdcd…"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not a receipt",
                "{\"sha256\": \"x\", \"passed\": [\"a\"]}",
                "{\"tck\": \"1.0\", \"passed\": [\"a\"]}",
                "{\"tck\": \"1.0\", \"sha256\": \"x\", \"passed\": []}",
                "{\"tck\": \"latest <b>\", \"sha256\": \"x\", \"passed\": [\"a\"]}"
            })
    void whatIsNoReceiptIsToldSo(String content) {
        assertTrue(refused(content).reason().en().contains("is none as the TCK leaves it"));
    }

    @Test
    void anEndlessOneIsRefused() {
        assertTrue(refused(receipt("1.0", DIGEST) + " ".repeat(TckReceipt.LARGEST))
                .reason()
                .en()
                .contains("is none"));
    }

    @Test
    void itLiesBesideItsJarUnderTheSameName() {
        assertEquals("police-2.0.0.tck.json", TckReceipt.beside("police-2.0.0.jar"));
    }
}
