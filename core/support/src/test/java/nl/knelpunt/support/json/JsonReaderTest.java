package nl.knelpunt.support.json;

import static nl.knelpunt.support.Hostile.breakingAfter;
import static nl.knelpunt.support.Hostile.message;
import static nl.knelpunt.support.Hostile.repeated;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Reasons;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static final String SECRET = "geheim-van-de-melder";

    /** What an adapter does that lets only the berths through. */
    private static List<String> berths(InputStream message) throws MessageException, IOException {
        List<String> berths = new ArrayList<>();
        JsonReader json = new JsonReader(message);
        json.each();
        while (json.next()) {
            json.object();
            while (json.next()) {
                switch (json.name()) {
                    case "berth" -> berths.add(json.string());
                    case "harbour" -> {
                        json.object();
                        while (json.next()) {
                            if (json.name().equals("point")) {
                                berths.add(Arrays.toString(json.numbers(3)));
                            }
                        }
                    }
                }
            }
        }
        return berths;
    }

    private static MessageException refusal(InputStream message) {
        MessageException refusal = assertThrows(MessageException.class, () -> berths(message));
        assertFalse((refusal.getMessage() + refusal.reason()).contains(SECRET), "The message was quoted");
        assertNull(refusal.getCause(), "The parser's own error quotes the message");
        return refusal;
    }

    private static MessageException refusal(String message) {
        return refusal(message(message));
    }

    private static JsonReader at(String value) throws MessageException, IOException {
        return new JsonReader(message(value));
    }

    @Test
    void onlyNamedMembersAreRead() throws Exception {
        assertEquals(List.of("4", "[4.5, 52.0]"), berths(message("""
                        {"skipper": {"berth": "3", "boats": [{}, [1, 2.5e3, true, null]]}, "berth": " 4 ",
                         "harbour": {"name": "Wieringersluis", "point": [4.5, 52]}}
                        """)));
    }

    @Test
    void oneAndSeveralAreReadAlike() throws Exception {
        assertEquals(List.of("1"), berths(message("{\"berth\":\"1\"}")));
        assertEquals(List.of("1", "2"), berths(message("[{\"berth\":\"1\"}, {\"berth\":\"2\"}]")));
        assertEquals(List.of(), berths(message("[]")));
    }

    @Test
    void nullIsAbsent() throws Exception {
        assertNull(at("null").string());
        assertNull(at("null").number());
        assertNull(at("null").whole());
        assertNull(at("null").flag());
        assertNull(at("null").moment());
        assertNull(at("null").numbers(2));
        assertNull(at("null").stringOrWhole());
        assertEquals(List.of(), berths(message("{\"harbour\":null}")));
    }

    @Test
    void valuesAreRead() throws Exception {
        assertEquals(
                LocalDateTime.of(2026, 7, 1, 14, 30),
                at("\"2026-07-01T12:30:00.123456Z\"").moment());
        assertEquals(1.5, at("1.5").number());
        assertEquals(15L, at("15").whole());
        assertEquals("15", at("15").stringOrWhole());
        assertEquals("15a", at("\"15a\"").stringOrWhole());
        assertEquals(true, at("true").flag());
        assertArrayEquals(new double[] {1, 2}, at("[1, 2]").numbers(2));
    }

    @Test
    void aWrongValueIsRefusedWithItsPath() {
        MessageException wrongType =
                refusal("[{\"berth\":\"1\"},\n {\"harbour\": {\"point\": [4.5, \"" + SECRET + "\"]}}]");
        assertEquals("$[1].harbour.point[1], line 2, column 30", wrongType.where());
        assertSame(Reasons.NO_NUMBER, wrongType.reason());
        assertEquals("$.harbour, line 1, column 12", refusal("{\"harbour\":[]}").where());
        assertEquals("$.berth, line 1, column 10", refusal("{\"berth\":4}").where());
        assertThrows(MessageException.class, () -> at("\"" + SECRET + "\"").moment());
        assertThrows(MessageException.class, () -> at("1e400").number());
        assertThrows(MessageException.class, () -> at("1.5").whole());
        assertThrows(MessageException.class, () -> at("99999999999999999999").whole());
        assertThrows(MessageException.class, () -> at("[1,2,3]").numbers(2));
        assertThrows(MessageException.class, () -> at("\"12345\"").string(4));
    }

    @Test
    void aNameThatNobodyAskedForIsNotInThePath() {
        assertEquals("$, line 1, column 27", refusal("{\"" + SECRET + "\": !}").where());
        assertEquals("$, line 1, column 27", refusal("{\"" + SECRET + "\": {").where());
    }

    @Test
    void aNameThatOccursTwiceIsRefusedEvenWhereNobodyLooks() {
        assertSame(
                Reasons.DUPLICATE, refusal("{\"berth\":\"1\",\"berth\":\"2\"}").reason());
        assertSame(
                Reasons.DUPLICATE,
                refusal("{\"skipper\":{\"" + SECRET + "\":1,\"" + SECRET + "\":2}}")
                        .reason());
    }

    @Test
    void utf8AndUtf16AreRead() throws Exception {
        String text = "{\"berth\":\"caf\u00e9 \u20ac \ud83d\ude00\"}";
        for (var charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            assertEquals(List.of("caf\u00e9 \u20ac \ud83d\ude00"), berths(message(text, charset)), charset.name());
        }
        assertEquals(List.of("1"), berths(message("\uFEFF{\"berth\":\"1\"}")));
    }

    @Test
    void aWrongByteIsRefusedWhereItStands() {
        MessageException refusal =
                refusal(message("{\n\"skipper\":1,\n \"berth\":\"\u00e9\"}", StandardCharsets.ISO_8859_1));
        assertEquals("$.berth, line 3, column 11", refusal.where());
        assertSame(Reasons.ENCODING, refusal.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "geheim-van-de-melder",
                "<berth>geheim-van-de-melder</berth>",
                "{\"berth\": \"geheim-van-de-melder",
                "{\"berth\": \"1\", ",
                "[{\"berth\": \"1\"}",
                "{} geheim-van-de-melder",
                "{}{}",
                "[{}],",
                "{\"skipper\": NaN}",
                "{\"skipper\": 'geheim-van-de-melder'}",
                "{\"skipper\": \"\u0001\"}",
                "{/* geheim-van-de-melder */}",
                "{\"skipper\": 01}"
            })
    void whatIsNoWholeJsonIsRefused(String message) {
        assertSame(Reasons.NOT_JSON, refusal(message).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b", "\\u009f", "\\ud800", "\\udc00\\ud800", "\\uffff"})
    void textThatIsNoTextIsRefused(String escaped) {
        assertSame(
                Reasons.CONTROL_CHARACTER,
                refusal("{\"berth\":\"a" + escaped + "\"}").reason());
    }

    @Nested
    class Attacks {

        @Test
        void deepNestingIsRefused() {
            assertSame(
                    Reasons.TOO_DEEP,
                    refusal(repeated("{\"skipper\":", "[", 100_000, "")).reason());
            assertSame(
                    Reasons.TOO_DEEP,
                    refusal(repeated("", "{\"harbour\":", 100_000, "")).reason());
        }

        @Test
        void hugeTextIsRefusedWhereItIsReadAndPassedOverElsewhere() throws Exception {
            assertSame(
                    Reasons.TOO_LONG,
                    refusal(repeated("{\"berth\":\"", "x", 50_000_000, "\"}")).reason());
            assertEquals(List.of("4"), berths(repeated("{\"skipper\":\"", "x", 50_000_000, "\",\"berth\":\"4\"}")));
        }

        @Test
        void hugeNamesAndNumbersAreRefused() {
            assertSame(
                    Reasons.TOO_LONG,
                    refusal(repeated("{\"", "x", 50_000_000, "\":1}")).reason());
            assertSame(
                    Reasons.TOO_LONG,
                    refusal(repeated("{\"skipper\":", "1", 50_000_000, "}")).reason());
        }
    }

    @Test
    void whatTheSendersStreamThrowsIsPassedOn() {
        IOException broken = new IOException("The line broke");
        assertSame(
                broken, assertThrows(IOException.class, () -> berths(breakingAfter("{" + " ".repeat(9_000), broken))));
        assertSame(broken, assertThrows(IOException.class, () -> berths(breakingAfter("", broken))));
    }
}
