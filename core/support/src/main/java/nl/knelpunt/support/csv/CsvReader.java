package nl.knelpunt.support.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Characters;
import nl.knelpunt.support.internal.Limits;
import nl.knelpunt.support.internal.Reasons;
import nl.knelpunt.support.internal.Values;

/**
 * Walks through one table of comma separated values (RFC 4180) with a heading. An adapter names the columns that it wants;
 * everything else is passed over without being copied:
 *
 * <pre>{@code
 * CsvReader csv = new CsvReader(message, new CsvReader.Layout(';', UTF_8, true), Set.of("Berth", "Arrival"));
 * while (csv.next()) {
 *     berth = csv.text("Berth");
 *     arrival = csv.date("Arrival", DateTimeFormatter.ISO_LOCAL_DATE);
 * }
 * }</pre>
 *
 * <p>Headings are compared without regard to case and white space around them. Each row has as many cells as the heading. What
 * can't be read is a {@link MessageException} with line and column, such as {@code line 12, column 3 (Arrival)}, and never quotes
 * the message: the name is the one that the adapter asked for. What the stream itself throws is passed on. For one thread.
 */
public final class CsvReader {

    /**
     * @param separator between cells: comma, semicolon, tab or bar
     * @param charset of a table without a byte order mark
     * @param endsWithLineBreak whether the source ends its last row with a line break, as most do: then a table that was cut off
     *     is known by its end
     */
    public record Layout(char separator, Charset charset, boolean endsWithLineBreak) {}

    private final Layout layout;
    private final CsvSource source;
    private final Row row;
    private final CloseableIterator<Row> rows;

    /**
     * Stands before the first row.
     *
     * @param message not closed
     * @param columns headings of what will be read; each of them has to be in the table, once
     */
    public CsvReader(InputStream message, Layout layout, Set<String> columns) throws MessageException, IOException {
        this.layout = layout;
        try {
            this.source = new CsvSource(Characters.ofCsv(message, layout.charset()));
        } catch (Characters.NotReadable e) {
            throw new MessageException(e.where(), Reasons.CSV_ENCODING);
        }
        this.row = new Row(columns);
        this.rows = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(layout.separator())
                .acceptCharsAfterQuotes(false)
                .build(row, source)
                .iterator();
        if (!step()) {
            throw new MessageException(Characters.at(1, 1), Reasons.NO_HEADING);
        }
        row.takeHeading();
    }

    /** Goes to the next row; false at the end of a table that is whole. */
    public boolean next() throws MessageException, IOException {
        if (step()) {
            row.requireAllCells();
            return true;
        }
        if (source.isWithinQuotes() || layout.endsWithLineBreak() && !source.endsWithLineBreak()) {
            throw new MessageException(row.where(), Reasons.CUT_OFF);
        }
        return false;
    }

    /** Text without white space around it; null when the cell is empty. */
    public String text(String column) throws MessageException {
        String text = row.cell(column);
        if (text == null) {
            return null;
        }
        if (!Values.isClean(text)) {
            throw error(column, Reasons.CONTROL_CHARACTER);
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** A day; null when the cell is empty. */
    public LocalDate date(String column, DateTimeFormatter format) throws MessageException {
        return value(column, Reasons.NO_DATE_OF_FORMAT, text -> {
            LocalDate date = LocalDate.parse(text, format);
            return date.getYear() < 1 || date.getYear() > 9999 ? null : date;
        });
    }

    /** A time of day; null when the cell is empty. */
    public LocalTime time(String column, DateTimeFormatter format) throws MessageException {
        return value(column, Reasons.NO_TIME_OF_FORMAT, text -> LocalTime.parse(text, format));
    }

    /** A number of at most 18 digits before and after the decimal sign, with or without a minus; null when the cell is empty. */
    public BigDecimal decimal(String column, char decimalSign) throws MessageException {
        return value(column, Reasons.NO_NUMBER, text -> {
            boolean negative = text.startsWith("-");
            BigDecimal size = decimalSign != '.' && text.indexOf('.') >= 0
                    ? null
                    : Values.decimal((negative ? text.substring(1) : text).replace(decimalSign, '.'));
            return size == null || !negative ? size : size.negate();
        });
    }

    /** An error in that cell of the row where the reader stands. */
    public MessageException error(String column, Text reason) {
        return new MessageException(row.where(column), reason);
    }

    /** An error in the row where the reader stands, or after the last one. */
    public MessageException error(Text reason) {
        return new MessageException(row.where(), reason);
    }

    private interface Reading<T> {
        /** Null or an exception: it is no such value. */
        T read(String text) throws DateTimeException;
    }

    private <T> T value(String column, Text otherwise, Reading<T> reading) throws MessageException {
        String text = text(column);
        if (text == null) {
            return null;
        }
        T value;
        try {
            value = reading.read(text);
        } catch (DateTimeException e) {
            // Without the cause, which quotes the cell.
            value = null;
        }
        if (value == null) {
            throw error(column, otherwise);
        }
        return value;
    }

    private boolean step() throws MessageException, IOException {
        source.nextPiece(Limits.MARKUP);
        try {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
        } catch (UncheckedIOException | CsvParseException e) {
            // Without the cause, which may quote the table.
            throw unreadable();
        }
        row.check();
        return true;
    }

    private MessageException unreadable() throws IOException {
        try {
            source.rethrow();
        } catch (Characters.NotReadable wrongByte) {
            return new MessageException(wrongByte.where(), Reasons.CSV_ENCODING);
        }
        return new MessageException(row.where(), source.isPieceTooLong() ? Reasons.TOO_LONG : Reasons.NOT_CSV);
    }
}
