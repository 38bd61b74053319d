package nl.knelpunt.support.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.recognition.OwnSubjectSink;
import nl.knelpunt.support.identifier.Identifiers;
import org.junit.jupiter.api.Test;

/** A list of own subjects is read whole or not at all, and what is wrong with it is told without quoting it. */
class OwnSubjectsFileTest {

    private static final String HASH = "0a".repeat(32);

    private final List<String> taken = new ArrayList<>();
    private boolean keyHolds = true;

    private final OwnSubjectSink subjects = new OwnSubjectSink() {
        @Override
        public void accept(IdentifierKind kind, String identifier) {
            taken.add(kind + " " + identifier);
        }

        @Override
        public boolean acceptHash(String period, byte[] hash) {
            taken.add(period + " " + HexFormat.of().formatHex(hash));
            return keyHolds;
        }
    };

    private void read(String list) throws MessageException, IOException {
        new OwnSubjectsFile().read(stream(list), subjects);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String wrong(String list) {
        MessageException e = assertThrows(MessageException.class, () -> read(list));
        assertFalse(e.getMessage().contains("999990"), e.getMessage());
        return e.where();
    }

    @Test
    void identifiersAreReadInTheirOneForm() throws Exception {
        read("soort;kenmerk;naam\nkvk;9000 0001;Loods BV\nKenteken;99-xx-99;\n bsn ;999990019;iemand\n");
        assertEquals(List.of("KVK 90000001", "LICENCE_PLATE 99XX99", "BSN 999990019"), taken);
    }

    @Test
    void commasDoAsWellAndTheOrderOfColumnsIsFree() throws Exception {
        read("Kenmerk,Soort\r\nCSQU3054383,container\r\n");
        assertEquals(List.of("CONTAINER CSQU3054383"), taken);
    }

    @Test
    void aListMayBeHashed() throws Exception {
        read("sleutel;hash\n90-230;" + HASH + "\n");
        assertEquals(List.of("90-230 " + HASH), taken);
    }

    @Test
    void aListWithoutRowsIsOne() throws Exception {
        read("soort;kenmerk\n");
        assertEquals(List.of(), taken);
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertEquals("line 3, column 1 (soort)", wrong("soort;kenmerk\nkvk;90000001\nnaam;999990\n"));
        assertEquals("line 2, column 2 (kenmerk)", wrong("soort;kenmerk\nbsn;999990018\n"));
        assertEquals("line 2, column 2 (kenmerk)", wrong("soort;kenmerk\nkvk;\n"));
        assertEquals("line 2, column 2 (hash)", wrong("sleutel;hash\n90-230;999990\n"));
        assertTrue(wrong("naam;bsn\nx;999990019\n").startsWith("line 1"));
        assertTrue(wrong("").startsWith("line 1"));
    }

    @Test
    void aKeyThatHoldsNoLongerIsTold() {
        keyHolds = false;
        assertEquals("line 2, column 1 (sleutel)", wrong("sleutel;hash\n90-1;" + HASH + "\n"));
    }

    @Property
    void whateverItIsItIsReadOrRefused(@ForAll @Size(max = 400) byte[] list) throws IOException {
        try {
            new OwnSubjectsFile().read(new ByteArrayInputStream(list), subjects);
        } catch (MessageException e) {
            assertTrue(e.where().startsWith("line "), e.where());
        }
    }

    /** Both sides write an identifier alike: what the plugin reads, and what the platform takes out of a signal. */
    @Property
    void whatIsAnIdentifierHereHasTheFormByWhichIsCompared(@ForAll IdentifierKind kind, @ForAll String text) {
        Identifiers.of(kind, text).ifPresent(known -> {
            assertEquals(known, kind.normal(text).orElseThrow());
            assertEquals(known, kind.normal(known).orElseThrow(), "the form of a form is itself");
        });
    }

    @Test
    void theFormOfEachKindIsTheOneThatMatches() {
        for (String[] one : new String[][] {
            {"BSN", "99999001-9", "999990019"},
            {"BSN", "10000009", "010000009"},
            {"RSIN", "0044.95.445", "004495445"},
            {"KVK", "9000 0001", "90000001"},
            {"BRANCH", "000012345678", "000012345678"},
            {"VAT", "4495445B01", null},
            {"VAT", "004495445B01", "NL004495445B01"},
            {"VAT", "nl 004495445 b01", "NL004495445B01"},
            {"PAYROLL_TAX", "004495445L01", "004495445L01"},
            {"IBAN", "NL91 ABNA 0417 1643 00", "NL91ABNA0417164300"},
            {"EORI", "NL004495445", "NL004495445"},
            {"LICENCE_PLATE", "99-xx-99", "99XX99"},
            {"CONTAINER", "CSQU 305438 3", "CSQU3054383"},
            {"SHIP", "IMO 9074729", "9074729"},
            {"BUILDING", "0363010000000001", "0363010000000001"},
        }) {
            assertEquals(one[2], IdentifierKind.valueOf(one[0]).normal(one[1]).orElse(null), one[0] + " " + one[1]);
        }
    }
}
