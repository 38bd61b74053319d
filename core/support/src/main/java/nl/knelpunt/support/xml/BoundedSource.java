package nl.knelpunt.support.xml;

import java.io.IOException;
import java.io.Reader;
import nl.knelpunt.support.internal.Limits;

/**
 * The message as the parser sees it. Ends a piece of markup that goes on too long, because the parser holds a whole tag
 * or comment in memory; and remembers what went wrong below, which the parser would wrap.
 */
final class BoundedSource extends Reader {

    private final Reader message;
    private int left = Limits.MARKUP;
    private boolean pieceTooLong;
    private IOException failure;

    BoundedSource(Reader message) {
        this.message = message;
    }

    void nextPiece() {
        left = Limits.MARKUP;
    }

    boolean isPieceTooLong() {
        return pieceTooLong;
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
            throw new IOException("A piece of markup is too long");
        }
        try {
            int read = message.read(buffer, offset, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        // the message is its owner's to close
    }
}
