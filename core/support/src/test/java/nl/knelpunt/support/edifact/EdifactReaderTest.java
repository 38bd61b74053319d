package nl.knelpunt.support.edifact;

import static nl.knelpunt.support.Hostile.breakingAfter;
import static nl.knelpunt.support.Hostile.message;
import static nl.knelpunt.support.Hostile.repeated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Reasons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactReaderTest {

    private static final String SECRET = "GEHEIM";
    private static final String BOATS = """
            UNB+UNOA:2+AFZENDER+ONTVANGER+260511:1600+R1'
            UNH+M1+BOATS:D:95B:UN'
            DTM+132:202605111600:203'
            NAD+XX+?+1:2+++GEHEIM'
            BTH+4:steiger'
            UNT+5+M1'
            UNZ+1+R1'
            """;

    /** What an adapter does that lets only the berth through. */
    private static List<String> berths(InputStream message) throws MessageException, IOException {
        List<String> berths = new ArrayList<>();
        EdifactReader edi = new EdifactReader(message);
        while (edi.next()) {
            switch (edi.segment()) {
                case "UNH" -> edi.expect("BOATS");
                case "BTH" -> berths.add(edi.value(1) + " " + edi.value(1, 2));
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

    private static void isRefused(Text reason, String message) {
        assertEquals(reason, refusal(message(message)).reason());
    }

    private static EdifactReader at(String segment) throws MessageException, IOException {
        EdifactReader edi = new EdifactReader(
                message("UNB+UNOC:3+A+B+260511:1600+R1'UNH+M1+BOATS:D:95B:UN'" + segment, StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 3; i++) {
            edi.next();
        }
        return edi;
    }

    @Test
    void onlyNamedSegmentsAreRead() throws Exception {
        assertEquals(List.of("4 steiger"), berths(message(BOATS)));
        assertEquals(List.of("4 steiger"), berths(message(BOATS.replace("\n", ""))));
        assertEquals(List.of("4 steiger"), berths(message(BOATS.replace("\n", "\r\n"))));
    }

    @Test
    void otherSeparatorsAreTaken() throws Exception {
        String other = "UNA|*.\\ ~"
                + BOATS.replace(':', '|').replace('+', '*').replace("'", "~").replace("?*", "\\*");
        assertEquals(List.of("4 steiger"), berths(message(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNOA:2", "UNOA:3", "UNOA:4"})
    void aSpaceInUnaIsNoSeparator(String syntax) throws Exception {
        String spaced = "UNA:+.? '" + BOATS.replace("UNOA:2", syntax).replace("steiger", "de lange steiger");
        assertEquals(List.of("4 de lange steiger"), berths(message(spaced)));
    }

    @Test
    void ofARepeatedElementTheFirstIsRead() throws Exception {
        String repeated = BOATS.replace("UNOA:2", "UNOA:4").replace("4:steiger", "4:steiger*5:kade");
        assertEquals(List.of("4 steiger"), berths(message(repeated)));
    }

    @Test
    void elementsAndComponentsAreCountedFromOne() throws Exception {
        EdifactReader edi = at("NAD+VW++a:b?:c::d+?+1?'+ x ++'");
        assertEquals("NAD", edi.segment());
        assertEquals("VW", edi.value(1));
        assertNull(edi.value(2));
        assertEquals("b:c", edi.value(3, 2));
        assertNull(edi.value(3, 3));
        assertEquals("d", edi.value(3, 4));
        assertNull(edi.value(3, 5));
        assertEquals("+1'", edi.value(4));
        assertEquals("x", edi.value(5));
        assertNull(edi.value(9));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "137:0903031447:201, 2009-03-03, 14:47",
                "329:19350919:102, 1935-09-19, -",
                "329:350919:101, 2035-09-19, -",
                "329:990919:101, 1999-09-19, -",
                "132:202605111600:203, 2026-05-11, 16:00",
                "132:20260511160030:204, 2026-05-11, 16:00:30",
                "132:20260511, 2026-05-11, -"
            })
    void aMomentIsReadByTheCodeOfItsForm(String dtm, LocalDate date, LocalTime time) throws Exception {
        EdifactReader edi = at("DTM+" + dtm + "'");
        assertEquals(date, edi.date(1));
        assertEquals(time, edi.time(1));
    }

    @Test
    void noMomentIsNull() throws Exception {
        assertNull(at("DTM+132'").date(1));
        assertNull(at("DTM+132::203'").time(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20261311:102", "2026-05-11:102", "20260511:203", "20260511:718", "2026051:102", "２０２６０５１１:102"})
    void whatIsNoMomentIsRefused(String value) throws Exception {
        EdifactReader edi = new EdifactReader(message("UNB+UNOW:4+A+B+260511:1600+R1'UNH+M1+B'DTM+132:" + value + "'"));
        edi.next();
        edi.next();
        edi.next();
        MessageException refusal = assertThrows(MessageException.class, () -> edi.date(1));
        assertEquals(Reasons.NO_EDIFACT_DATE, refusal.reason());
        assertTrue(refusal.where().startsWith("segment 3, line 1, column "), refusal.where());
    }

    @Test
    void aMessageThatIsCutOffIsRefusedWhereverThatIs() throws Exception {
        String whole = BOATS.strip();
        for (int end = 0; end < whole.length(); end++) {
            MessageException refusal = refusal(message(whole.substring(0, end)));
            assertTrue(refusal.where().matches("segment \\d+, line \\d+, column \\d+"), refusal.where());
        }
    }

    @Test
    void theEnvelopeHasToFit() {
        isRefused(Reasons.EDIFACT_ENVELOPE, BOATS.replace("UNT+5", "UNT+6"));
        isRefused(Reasons.EDIFACT_ENVELOPE, BOATS.replace("UNT+5+M1", "UNT+5+M2"));
        isRefused(Reasons.EDIFACT_ENVELOPE, BOATS.replace("UNZ+1", "UNZ+2"));
        isRefused(Reasons.EDIFACT_ENVELOPE, BOATS.replace("UNZ+1+R1", "UNZ+1+R2"));
        isRefused(Reasons.EDIFACT_ENVELOPE, BOATS.replaceAll("UNH[^\n]*\n", ""));
        isRefused(Reasons.EDIFACT_ENVELOPE, BOATS.replaceAll("UNT[^\n]*\n", ""));
        isRefused(Reasons.EDIFACT_ENVELOPE, BOATS.replace("UNZ", "NAD+1'UNZ"));
        isRefused(Reasons.otherMessage("BOATS"), BOATS.replace("BOATS:", "PLANES:"));
    }

    @Test
    void nothingStandsBehindAnInterchange() {
        MessageException refusal = refusal(message(BOATS + BOATS));
        assertTrue(refusal.where().startsWith("segment "), refusal.where());
    }

    @Test
    void groupsAreCountedToo() throws Exception {
        String grouped =
                BOATS.replace("UNH+", "UNG+BOATS+A+B+260511:1600+G1'\nUNH+").replace("UNZ", "UNE+1+G1'\nUNZ");
        assertEquals(List.of("4 steiger"), berths(message(grouped)));
        isRefused(Reasons.EDIFACT_ENVELOPE, grouped.replace("UNE+1", "UNE+2"));
        isRefused(Reasons.EDIFACT_ENVELOPE, grouped.replace("UNE+1+G1'\n", ""));
    }

    @ParameterizedTest
    @CsvSource({"UNOC, ISO-8859-1, é", "UNOD, ISO-8859-2, ł", "UNOE, ISO-8859-5, я", "UNOY, UTF-8, 日"})
    void theCharacterSetIsTheOneOfUnb(String syntax, String charset, String letter) throws Exception {
        String message = BOATS.replace("UNOA", syntax).replace("steiger", letter);
        assertEquals(List.of("4 " + letter), berths(message(message, Charset.forName(charset))));
    }

    @Test
    void aByteOfAnotherCharacterSetIsRefusedWithItsPlace() {
        MessageException refusal = refusal(message(BOATS.replace("steiger", "kadé"), StandardCharsets.ISO_8859_1));
        assertEquals(Reasons.EDIFACT_ENCODING, refusal.reason());
        assertEquals("line 5, column 10", refusal.where());
        assertEquals(
                Reasons.EDIFACT_ENCODING,
                refusal(message(BOATS.replace("UNOA", "UNOX"))).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UNB",
                "<xml/>",
                "{\"a\": 1}",
                "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *200301*1200*U*00401*000000001*0*P*>~",
                "STX=ANA:1+5000000000000:SOME STORES LTD+5010000000000:SUPPLIER UK LTD+070315:130233+000007+PASSW+INVFIL+B'"
            })
    void whatIsNoEdifactIsRefused(String text) {
        refusal(message(text));
    }

    @Test
    void aControlCharacterIsRefused() throws Exception {
        EdifactReader edi = at("BTH+4\u0085'");
        assertEquals(
                Reasons.CONTROL_CHARACTER,
                assertThrows(MessageException.class, () -> edi.value(1)).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", ":", "+", "?'", "\n"})
    void aSegmentWithoutEndIsRefusedBeforeItFillsTheMemory(String unit) {
        String before = BOATS.substring(0, BOATS.indexOf("BTH"));
        MessageException refusal = refusal(repeated(before + "BTH+", unit, 1L << 30, ""));
        assertTrue(refusal.where().startsWith("segment "), refusal.where());
    }

    @Test
    void manySegmentsAreNoTrouble() throws Exception {
        String before = BOATS.substring(0, BOATS.indexOf("BTH"));
        assertEquals(
                300_000,
                berths(repeated(before, "BTH+4:x'", 300_000, "UNT+300004+M1'UNZ+1+R1'"))
                        .size());
    }

    @Test
    void aBrokenLineIsPassedOnAsItIs() {
        IOException broken = new IOException("broken");
        assertSame(broken, assertThrows(IOException.class, () -> berths(breakingAfter(BOATS, broken))));
    }

    @Provide
    Arbitrary<String> nearlyEdifact() {
        return Arbitraries.of(
                        "UNB+UNOC:3+A+B+1:1+R'",
                        "UNA:+.? '",
                        "UNH+M+BOATS:D:95B:UN'",
                        "UNT+3+M'",
                        "UNZ+1+R'",
                        "UNG",
                        "UNE+1+G'",
                        "BTH+4:x'",
                        "BTH",
                        "+",
                        ":",
                        "'",
                        "?",
                        "*",
                        "\n",
                        " ",
                        "\u0000",
                        "é",
                        "DTM+1:20260511:102'",
                        "ISA*")
                .list()
                .ofMaxSize(25)
                .map(parts -> "UNB+UNOC:3+A+B+1:1+R'" + String.join("", parts));
    }

    @Property
    void nearlyEdifactIsReadOrRefused(@ForAll("nearlyEdifact") String text) throws IOException {
        isReadOrRefused(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    private static void isReadOrRefused(byte[] bytes) throws IOException {
        try {
            EdifactReader edi = new EdifactReader(new java.io.ByteArrayInputStream(bytes));
            while (edi.next()) {
                edi.value(1);
                edi.value(2, 3);
                edi.time(1);
            }
        } catch (MessageException refused) {
            assert !refused.where().isBlank();
        }
    }
}
