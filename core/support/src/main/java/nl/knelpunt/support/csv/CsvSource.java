package nl.knelpunt.support.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * The table as the parser sees it. Ends a row that goes on too long, because the parser holds a whole row in memory; knows how the
 * table ends; and remembers what went wrong below, which the parser would wrap.
 */
final class CsvSource extends Reader {

    private final Reader message;
    private int left;
    private boolean pieceTooLong;
    private boolean withinQuotes;
    private char last = '\n';
    private IOException failure;

    CsvSource(Reader message) {
        this.message = message;
    }

    void nextPiece(int most) {
        left = most;
    }

    boolean isPieceTooLong() {
        return pieceTooLong;
    }

    /** Of what was read so far. Right as long as cells hold quotes only where they are quoted, which the row checks. */
    boolean isWithinQuotes() {
        return withinQuotes;
    }

    boolean endsWithLineBreak() {
        return last == '\n' || last == '\r';
    }

    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (left <= 0) {
            pieceTooLong = true;
            throw new IOException("A row is too long");
        }
        int read;
        try {
            read = message.read(buffer, offset, Math.min(length, left));
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        left -= Math.max(read, 0);
        for (int i = offset; i < offset + read; i++) {
            withinQuotes ^= buffer[i] == '"';
            last = buffer[i];
        }
        return read;
    }

    @Override
    public void close() {
        // the message is its owner's to close
    }
}
