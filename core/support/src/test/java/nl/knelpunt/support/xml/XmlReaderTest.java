package nl.knelpunt.support.xml;

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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Reasons;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static final String SECRET = "geheim-van-de-melder";

    /** What an adapter does that lets only {@code berth} through. */
    private static List<String> berths(InputStream message) throws MessageException, IOException {
        List<String> berths = new ArrayList<>();
        XmlReader xml = new XmlReader(message, Map.of("", "", "b", "urn:boats"));
        xml.enter("boats");
        while (xml.next()) {
            switch (xml.name()) {
                case "berth" -> berths.add(xml.text());
                case "b:berth" -> berths.add("boats' own: " + xml.text());
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

    private static XmlReader at(String element) throws MessageException, IOException {
        XmlReader xml = new XmlReader(message(element), Map.of("", ""));
        return xml;
    }

    @Test
    void onlyNamedElementsAreRead() throws Exception {
        assertEquals(List.of("4", "boats' own: 5"), berths(message("""
                        <?xml version="1.0"?>
                        <!-- a harbour -->
                        <boats xmlns:x="urn:boats" xmlns:other="urn:other">
                          <skipper><berth>3</berth></skipper>
                          <berth> 4 </berth>
                          <x:berth><![CDATA[5]]></x:berth>
                          <other:berth>6</other:berth>
                        </boats>
                        """)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:boats:1", "urn:boats:2", ""})
    void versionsOfOneMessageAreReadAlike(String namespace) throws Exception {
        XmlReader xml = XmlReader.ofVersions(
                message("<boat xmlns='" + namespace
                        + "' xmlns:q='urn:boats:2' id='1' q:flag='x'><berth>4</berth></boat>"),
                Map.of("", "b", "urn:boats:1", "b", "urn:boats:2", "b"));
        assertEquals("1", xml.attribute("id"));
        assertEquals("x", xml.attribute("b:flag"));
        assertNull(xml.attribute("flag"));
        assertEquals("4", xml.text("b:berth"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-11T14:00:00Z",
                "2026-05-11T16:00:00+02:00",
                "20260511140000Z",
                "20260511T160000+0200",
                "20260511160000+02",
                "20260511160000123",
                "202605111600"
            })
    void aMomentIsReadWithAndWithoutHyphens(String text) throws Exception {
        assertEquals(
                LocalDateTime.of(2026, 5, 11, 16, 0),
                at("<at>" + text + "</at>").moment());
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261311140000Z", "2026051114", "20260511140000+99", "202605111400001234"})
    void whatIsNoMomentIsRefused(String text) throws Exception {
        XmlReader xml = at("<at>" + text + "</at>");
        assertEquals(
                Reasons.NO_MOMENT,
                assertThrows(MessageException.class, xml::moment).reason());
    }

    @Test
    void anInstructionBeforeTheRootIsHeard() throws Exception {
        XmlReader xml = at("<?xml version='1.0'?><?kies 1 2 ?><?kies 3?><a><?later x?></a>");
        assertEquals("1 2", xml.instruction("kies"));
        assertNull(xml.instruction("later"));
        assertNull(xml.instruction("xml"));
    }

    @Test
    void aDayIsReadWithAndWithoutHyphens() throws Exception {
        assertEquals(LocalDate.of(2026, 5, 11), at("<at>2026-05-11</at>").date());
        assertEquals(LocalDate.of(2026, 5, 11), at("<at>20260511</at>").date());
        XmlReader xml = at("<at>20260532</at>");
        assertEquals(
                Reasons.NO_DATE, assertThrows(MessageException.class, xml::date).reason());
    }

    @Test
    void aPathFindsTheFirstElementBelow() throws Exception {
        XmlReader xml = at("<boat><owner/><owner><name/><id>7</id><id>8</id></owner><owner><id>9</id></owner></boat>");
        assertEquals("7", xml.text("owner", "id"));
        assertNull(at("<boat><owner/></boat>").text("owner", "id"));
    }

    @Test
    void anAttributeIsReadBeforeTheContent() throws Exception {
        XmlReader xml = new XmlReader(message("<boat xmlns:q='urn:b' q:id=' B1 ' id='other'/>"), Map.of("b", "urn:b"));
        assertEquals("B1", xml.attribute("b:id"));
        assertNull(xml.attribute("b:name"));
    }

    @Test
    void valuesAreReadInTheNetherlands() throws Exception {
        assertEquals(
                LocalDateTime.of(2026, 7, 1, 14, 30),
                at("<x>2026-07-01T12:30:00Z</x>").moment());
        assertEquals(
                LocalDateTime.of(2026, 1, 1, 0, 15),
                at("<x>2025-12-31T23:15:00.5Z</x>").moment());
        assertEquals(
                LocalDateTime.of(2026, 7, 1, 12, 30),
                at("<x>2026-07-01T12:30:00</x>").moment());
        assertEquals(LocalDate.of(2026, 2, 28), at("<x>2026-02-28</x>").date());
        assertEquals(new BigDecimal("1.5"), at("<x>1.5</x>").decimal());
        assertTrue(at("<x>1</x>").flag());
        assertNull(at("<x> </x>").date());
    }

    @Test
    void aWrongValueIsRefusedWhereItStands() {
        for (String wrong : List.of(SECRET, "2026-02-30", "31-01-2026")) {
            MessageException refusal = assertThrows(
                    MessageException.class,
                    () -> at("<a>\n  <x>" + wrong + "</x></a>").date("x"));
            assertEquals("line 2, column 6", refusal.where());
            assertSame(Reasons.NO_DATE, refusal.reason());
        }
        assertThrows(MessageException.class, () -> at("<x>2026-07-01</x>").moment());
        assertThrows(MessageException.class, () -> at("<x>1e999999999</x>").decimal());
        assertThrows(MessageException.class, () -> at("<x>-1</x>").decimal());
        assertThrows(MessageException.class, () -> at("<x>ja</x>").flag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void theCommonEncodingsAreRead(String encoding) throws Exception {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?><boats><berth>caf\u00e9</berth></boats>";
        assertEquals(List.of("caf\u00e9"), berths(message(text, java.nio.charset.Charset.forName(encoding))));
    }

    @Test
    void withoutDeclarationItIsUtf8WithOrWithoutMark() throws Exception {
        assertEquals(List.of("\u20ac"), berths(message("\uFEFF<boats><berth>\u20ac</berth></boats>")));
        assertEquals(
                List.of("\u20ac"), berths(message("<boats><berth>\u20ac</berth></boats>", StandardCharsets.UTF_16LE)));
    }

    @Test
    void otherEncodingsAndWrongBytesAreRefusedWhereTheyStand() {
        MessageException wrongByte =
                refusal(message("<boats>\n\n  <skipper>\u00e9</skipper></boats>", StandardCharsets.ISO_8859_1));
        assertEquals("line 3, column 12", wrongByte.where());
        assertSame(Reasons.ENCODING, wrongByte.reason());
        for (String encoding : List.of("windows-1252", "UTF-7", "Cp037", "UTF-16", SECRET, "")) {
            String text = "<?xml version='1.0' encoding='" + encoding + "'?><boats/>";
            assertSame(Reasons.ENCODING, refusal(text).reason(), encoding);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "geheim-van-de-melder",
                "{\"berth\": \"geheim-van-de-melder\"}",
                "<boats>\n<berth>geheim-van-de-melder",
                "<boats><geheim-van-de-melder></boats>",
                "<boats><berth geheim-van-de-melder></berth></boats>",
                "<boats/>geheim-van-de-melder",
                "<boats/><geheim-van-de-melder/>",
                "<boats><geheim-van-de-melder:berth/></boats>",
                "<boats><berth>a&geheim-van-de-melder</berth></boats>",
                "<boats a='geheim-van-de-melder' a='geheim-van-de-melder'/>"
            })
    void whatIsNoWholeXmlIsRefusedWithAPlace(String message) {
        MessageException refusal = refusal(message);
        assertTrue(refusal.where().matches("line \\d+, column \\d+"), refusal.where());
    }

    @Test
    void anotherRootIsRefused() {
        assertEquals(
                Reasons.otherMessage("boats"),
                refusal("<geheim-van-de-melder/>").reason());
    }

    @Test
    void aControlCharacterIsRefused() {
        assertSame(
                Reasons.CONTROL_CHARACTER,
                refusal("<?xml version='1.1'?><boats><berth>a&#1;b</berth></boats>")
                        .reason());
    }

    @Test
    void elementsInTextAreRefused() {
        assertSame(
                Reasons.NO_TEXT,
                refusal("<boats><berth>4<b>5</b></berth></boats>").reason());
    }

    @Nested
    class Attacks {

        @Test
        void aDoctypeIsRefusedWhateverItHolds() {
            for (String doctype : List.of(
                    "<!DOCTYPE boats>",
                    "<!DOCTYPE boats SYSTEM 'http://127.0.0.1:1/geheim-van-de-melder.dtd'>",
                    "<!DOCTYPE boats [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                    "<!DOCTYPE boats [<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;]>")) {
                MessageException refusal = refusal(doctype + "<boats><berth>&x;</berth></boats>");
                assertSame(Reasons.DOCTYPE, refusal.reason());
            }
        }

        @Test
        void anEntityBombNeverGoesOff() {
            StringBuilder bomb = new StringBuilder("<!DOCTYPE boats [<!ENTITY e0 'boom'>");
            for (int i = 1; i < 30; i++) {
                bomb.append("<!ENTITY e")
                        .append(i)
                        .append(" '")
                        .append(("&e" + (i - 1) + ";").repeat(10))
                        .append("'>");
            }
            assertSame(
                    Reasons.DOCTYPE,
                    refusal(bomb + "]><boats><berth>&e29;</berth></boats>").reason());
        }

        @Test
        void anUndeclaredEntityIsRefusedEvenWhereNobodyLooks() {
            assertSame(
                    Reasons.DOCTYPE,
                    refusal("<boats><skipper>&x;</skipper></boats>").reason());
        }

        @Test
        void deepNestingIsRefusedWhereItGetsTooDeep() {
            MessageException refusal = refusal(repeated("<boats>", "<b>", 100_000, ""));
            assertSame(Reasons.TOO_DEEP, refusal.reason());
            assertEquals("line 1, column 308", refusal.where());
        }

        @Test
        void hugeTextIsRefusedWhereItIsReadAndPassedOverElsewhere() throws Exception {
            InputStream read = repeated("<boats><berth>", "x", 50_000_000, "</berth></boats>");
            assertSame(Reasons.TOO_LONG, refusal(read).reason());

            InputStream passedOver =
                    repeated("<boats><skipper>", "x&amp;", 1_000_000, "</skipper><berth>4</berth></boats>");
            assertEquals(List.of("4"), berths(passedOver));
        }

        @Test
        void hugeMarkupIsRefused() {
            for (InputStream huge : List.of(
                    repeated("<boats a='", "x", 50_000_000, "'/>"),
                    repeated("<boats><!--", "x", 50_000_000, "--></boats>"),
                    repeated("<boats><?p ", "x", 50_000_000, "?></boats>"),
                    repeated("<boats ", " ", 50_000_000, "/>"),
                    repeated("<boats/>", " ", 50_000_000, ""),
                    repeated("<!DOCTYPE boats [", "<!ENTITY x 'y'>", 5_000_000, "]><boats/>"))) {
                assertSame(Reasons.TOO_LONG, refusal(huge).reason());
            }
            refusal(repeated("<boats><", "x", 50_000_000, "/></boats>"));
        }
    }

    @Test
    void whatTheSendersStreamThrowsIsPassedOn() {
        IOException broken = new IOException("The line broke");
        assertSame(
                broken,
                assertThrows(IOException.class, () -> berths(breakingAfter("<boats>" + " ".repeat(9_000), broken))));
        assertSame(broken, assertThrows(IOException.class, () -> berths(breakingAfter("", broken))));
    }
}
