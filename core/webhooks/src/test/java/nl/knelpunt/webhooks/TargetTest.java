package nl.knelpunt.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.knelpunt.engine.gate.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a subscriber may give. */
class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://zaken.example",
                "https://zaken.example:8443/knelpunt/in?deel=1",
                "HTTPS://zaken.example/",
                "https://10.1.2.3/",
                "https://[2001:db8::1]/",
            })
    void anAddressWithACertificate(String url) {
        assertFalse(Target.of(url).onThisMachine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/in",
                "http://localhost/in",
                "http://LOCALHOST:1/",
                "http://127.255.3.9/",
                "http://[::1]:9000/",
                "https://localhost/"
            })
    void thisMachineItself(String url) {
        assertTrue(Target.of(url).onThisMachine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zaken.example",
                "/in",
                "http://zaken.example",
                "http://127.0.0.1.example/",
                "http://localhost.example/",
                "http://2130706433/",
                "http://0x7f.0.0.1/",
                "http://127.1/",
                "http://127.0.0.256/",
                "http://[::ffff:127.0.0.1]/",
                "http://10.0.0.1/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "https:///in",
                "https://zaken.example:0/",
                "https://zaken.example:65536/",
                "https://jan:geheim@zaken.example/",
                "https://zaken.example/#deel",
                "https://zaken.example/ een",
                "https://zaken.example/\r\nX: y",
                "https://zaken.exämple/",
                "https://zaken_example/",
                "https:zaken.example"
            })
    void whatIsNoSuchAddress(String url) {
        assertEquals(
                "url",
                assertThrows(InvalidException.class, () -> Target.of(url)).field());
    }

    @Test
    void norOneThatIsMissingOrTooLong() {
        assertThrows(InvalidException.class, () -> Target.of(null));
        assertThrows(InvalidException.class, () -> Target.of("https://zaken.example/" + "a".repeat(500)));
    }

    @Test
    void theNetworkKnowsAnAddressWithoutItsBrackets() {
        assertEquals("2001:db8::1", Target.of("https://[2001:db8::1]/").host());
        assertEquals("zaken.example", Target.of("https://zaken.example/").host());
    }
}
