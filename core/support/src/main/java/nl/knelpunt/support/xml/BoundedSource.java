package nl.knelpunt.support.xml;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.support.internal.Limits;

/**
 * The message as the parser sees it. Ends a piece of markup that goes on too long, because the parser holds a whole tag
 * or comment in memory; and remembers the sender's own exception, which the parser would wrap.
 */
final class BoundedSource extends InputStream {

    private final InputStream message;
    private int left = Limits.MARKUP;
    private boolean pieceTooLong;
    private IOException failure;

    BoundedSource(InputStream message) {
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
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
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
}
