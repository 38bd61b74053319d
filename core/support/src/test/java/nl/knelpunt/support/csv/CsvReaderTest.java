package nl.knelpunt.support.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.knelpunt.api.adapter.MessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table comes out cell by cell, or is refused with the line and the column. */
class CsvReaderTest {

    private static final CsvReader.Layout COMMAS = new CsvReader.Layout(',', StandardCharsets.UTF_8, true);
    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private static CsvReader reader(String table, String... columns) throws MessageException, IOException {
        return new CsvReader(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), COMMAS, Set.of(columns));
    }

    private static List<String> column(String table, String column) throws MessageException, IOException {
        CsvReader csv = reader(table, column);
        List<String> cells = new ArrayList<>();
        while (csv.next()) {
            cells.add(csv.text(column));
        }
        return cells;
    }

    private static MessageException refusal(String table, String column) {
        return assertThrows(MessageException.class, () -> column(table, column));
    }

    @Test
    void cellsAreFoundByTheirHeadingInWhateverOrderAndCase() throws Exception {
        CsvReader csv = reader("Kade , nr,Datum\nOosterkade,7,31-01-2026\n", "nr", "KADE", "datum");
        assertTrue(csv.next());
        assertEquals("Oosterkade", csv.text("KADE"));
        assertEquals(new BigDecimal("7"), csv.decimal("nr", ','));
        assertEquals(LocalDate.of(2026, 1, 31), csv.date("datum", DUTCH));
        assertFalse(csv.next());
    }

    @Test
    void quotedCellsHoldSeparatorsLineBreaksAndQuotes() throws Exception {
        assertEquals(
                List.of("a,b", "twee\nregels", "een \"deur\""),
                column("x,y\n\"a,b\",1\n\"twee\nregels\",2\n\"een \"\"deur\"\"\",3\n", "x"));
    }

    @Test
    void anEmptyCellIsAbsent() throws Exception {
        CsvReader csv = reader("a,b,c,d\n , ,,\n", "a", "b", "c", "d");
        assertTrue(csv.next());
        assertNull(csv.text("a"));
        assertNull(csv.date("b", DUTCH));
        assertNull(csv.decimal("c", '.'));
        assertNull(csv.time("d", DateTimeFormatter.ISO_LOCAL_TIME));
    }

    @Test
    void emptyLinesAreNoRows() throws Exception {
        assertEquals(List.of("1", "2"), column("a,b\n\n1,x\n\n2,y\n\n", "a"));
    }

    @Test
    void aByteOrderMarkDecidesTheEncoding() throws Exception {
        byte[] utf16 = "\uFEFFkade\nCaf\u00e9kade\n".getBytes(StandardCharsets.UTF_16LE);
        CsvReader csv = new CsvReader(new ByteArrayInputStream(utf16), COMMAS, Set.of("kade"));
        assertTrue(csv.next());
        assertEquals("Caf\u00e9kade", csv.text("kade"));
    }

    @Test
    void withoutAMarkTheLayoutDoes() throws Exception {
        byte[] western = "kade\nCaf\u00e9kade\n".getBytes(Charset.forName("WINDOWS-1252"));
        CsvReader csv = new CsvReader(
                new ByteArrayInputStream(western),
                new CsvReader.Layout(';', Charset.forName("WINDOWS-1252"), true),
                Set.of("kade"));
        assertTrue(csv.next());
        assertEquals("Caf\u00e9kade", csv.text("kade"));
        MessageException wrong = assertThrows(MessageException.class, () -> {
            CsvReader other = new CsvReader(new ByteArrayInputStream(western), COMMAS, Set.of("kade"));
            other.next();
        });
        assertEquals("line 2, column 4", wrong.where());
    }

    @Test
    void timesAndNumbersAreReadAsTheyAreWritten() throws Exception {
        CsvReader csv = reader("t,n,m\n07:30,-1.5,2\n", "t", "n", "m");
        assertTrue(csv.next());
        assertEquals(LocalTime.of(7, 30), csv.time("t", DateTimeFormatter.ofPattern("HH:mm")));
        assertEquals(new BigDecimal("-1.5"), csv.decimal("n", '.'));
        assertEquals(
                "line 2, column 2 (n)",
                assertThrows(MessageException.class, () -> csv.decimal("n", ','))
                        .where());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | a | 'line 1, column 1'",
                "'b;c~1;2~'               | a | 'line 1, column 1 (a)'",
                "'a,A~1,2~'               | a | 'line 1, column 1 (a)'",
                "'a,b~1,2~3~'             | a | line 3",
                "'a,b~1,2~3,4,5~'         | a | line 3",
                "'a,b~1,2~3,4'            | a | line 3",
                "'a,b~1,2~3,\"4~'         | a | line 3",
                "'a,b~1,2~\"3\"x,4~'      | a | line 3",
                "'a,b~1,5\" buis~'        | a | 'line 2, column 2'"
            })
    void whatIsNoWholeTableIsRefusedWithItsPlace(String table, String column, String where) {
        assertEquals(where, refusal(table.replace('~', '\n'), column).where());
    }

    @Test
    void theLastLineBreakMayBeLeftOutWhereTheSourceNeverWritesOne() throws Exception {
        CsvReader csv = new CsvReader(
                new ByteArrayInputStream("a\n1".getBytes(StandardCharsets.UTF_8)),
                new CsvReader.Layout(',', StandardCharsets.UTF_8, false),
                Set.of("a"));
        assertTrue(csv.next());
        assertFalse(csv.next());
    }

    @Test
    void aWrongCellIsNamedByLineAndColumnWithoutItsContent() throws Exception {
        CsvReader csv = reader("naam,datum\nJan,gisteren\n", "datum");
        assertTrue(csv.next());
        MessageException wrong = assertThrows(MessageException.class, () -> csv.date("datum", DUTCH));
        assertEquals("line 2, column 2 (datum)", wrong.where());
        assertFalse((wrong.getMessage() + wrong.reason()).contains("gisteren"));
        assertNull(wrong.getCause());
    }

    @Test
    void controlCharactersAreRefused() {
        assertEquals("line 2, column 1 (a)", refusal("a\nx\u0007y\n", "a").where());
    }

    @Test
    void aCellOrARowThatDoesNotEndIsRefusedBeforeItFillsTheMemory() {
        assertEquals(
                "line 2, column 1",
                refusal("a,b\n" + "x".repeat(200_000) + ",1\n", "a").where());
        MessageException endless = assertThrows(MessageException.class, () -> {
            CsvReader csv = new CsvReader(new Endless(), COMMAS, Set.of("a"));
            csv.next();
        });
        assertTrue(endless.where().startsWith("line "), endless.where());
    }

    @Test
    void aLongCellThatNobodyReadsIsPassedOver() throws Exception {
        assertEquals(List.of("1"), column("a,b\n1," + "x".repeat(200_000) + "\n", "a"));
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll byte[] table) throws IOException {
        try {
            CsvReader csv = new CsvReader(new ByteArrayInputStream(table), COMMAS, Set.of("a"));
            while (csv.next()) {
                csv.text("a");
            }
        } catch (MessageException refused) {
            assertFalse(refused.where().isBlank());
        }
    }

    @Property(tries = 500)
    void anyRowsAreReadOrRefused(@ForAll String rows) throws IOException {
        try {
            column("a,b\n" + rows + "\n", "a");
        } catch (MessageException refused) {
            assertTrue(refused.where().startsWith("line "), refused.where());
        }
    }

    /** A heading, and then one cell without an end. */
    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return given == 1 ? 'a' : given == 2 ? '\n' : given == 3 ? '"' : 'x';
        }
    }
}
