package nl.knelpunt.rest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.engine.scan.UnfitTableException;

/** A table as comma separated values (RFC 4180), in UTF-8, row by row. */
final class CsvTable implements Table {

    /** Characters of one cell. */
    static final int MOST_CHARACTERS = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CloseableIterator<CsvRecord> records;
    private long line;

    private CsvTable(CloseableIterator<CsvRecord> records) {
        this.records = records;
    }

    static Table of(InputStream in, char separator) throws IOException {
        PushbackReader text = new PushbackReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1);
        try {
            skipMark(text);
            return new CsvTable(CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .ofCsvRecord(text)
                    .iterator());
        } catch (CharacterCodingException e) {
            throw notUtf8(1);
        }
    }

    private static void skipMark(PushbackReader text) throws IOException {
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
    }

    @Override
    public List<String> next() throws IOException {
        CsvRecord record = read();
        if (record == null) {
            return null;
        }
        line = record.getStartingLineNumber();
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (record.getField(i).length() > MOST_CHARACTERS) {
                throw unfit(
                        line,
                        i + 1,
                        "Deze cel heeft meer dan " + MOST_CHARACTERS + " tekens.",
                        "This cell has more than " + MOST_CHARACTERS + " characters.");
            }
        }
        return record.getFields();
    }

    private CsvRecord read() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8(line + 1);
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            // Without the cause: it may quote what was sent.
            throw unfit(
                    line + 1,
                    0,
                    "Deze regel is geen CSV: let op de aanhalingstekens, en op cellen die niet eindigen.",
                    "This line is no CSV: look at the quotes, and at cells that do not end.");
        }
    }

    @Override
    public long line() {
        return line;
    }

    private static UnfitTableException notUtf8(long line) {
        return unfit(
                line,
                0,
                "De tabel is niet in UTF-8. Sla hem op als CSV UTF-8.",
                "The table is not in UTF-8. Save it as CSV UTF-8.");
    }

    private static UnfitTableException unfit(long line, int column, String nl, String en) {
        return new UnfitTableException(List.of(new UnfitTableException.Fault(line, column, new Text(nl, en))));
    }
}
