package nl.knelpunt.support.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import nl.knelpunt.support.internal.Limits;

/**
 * The interchange as the parser sees it: in UTF-8, whatever it came in. Ends a segment that goes on too long, because the parser holds a whole one in
 * memory; and remembers what went wrong below, which the parser would wrap.
 */
final class Transcoded extends InputStream {

    private static final int READ_AHEAD = 4_096;

    /** Where UNA has the separator of repeated elements, of which a space says that there is none. */
    private static final int REPETITION = 7;

    private static final char NONE = '\u001D';

    private final Reader message;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(READ_AHEAD).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * READ_AHEAD).flip();
    private int left = Limits.SEGMENT;
    private boolean begun;
    private boolean ended;
    private boolean pieceTooLong;
    private IOException failure;

    Transcoded(Reader message) {
        this.message = message;
    }

    void nextPiece() {
        left = Limits.SEGMENT;
    }

    boolean isPieceTooLong() {
        return pieceTooLong;
    }

    boolean isAtEnd() {
        return ended && !bytes.hasRemaining();
    }

    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, bytes.remaining());
        bytes.get(buffer, offset, read);
        return read;
    }

    private boolean fill() throws IOException {
        while (!bytes.hasRemaining() && !ended) {
            if (left <= 0) {
                pieceTooLong = true;
                throw new IOException("A segment is too long");
            }
            chars.compact();
            try {
                int read = message.read(chars.array(), chars.position(), chars.remaining());
                ended = read < 0;
                chars.position(chars.position() + Math.max(read, 0));
                left -= Math.max(read, 0);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
            chars.flip();
            if (!begun && (chars.remaining() > REPETITION || ended)) {
                begun = true;
                withoutSpaceAsSeparator();
            }
            if (!begun) {
                continue;
            }
            bytes.clear();
            encoder.encode(chars, bytes, ended);
            bytes.flip();
        }
        return bytes.hasRemaining();
    }

    /** The parser would take the space by its word, and split every name and street. */
    private void withoutSpaceAsSeparator() {
        if (chars.remaining() > REPETITION
                && chars.get(0) == 'U'
                && chars.get(1) == 'N'
                && chars.get(2) == 'A'
                && chars.get(REPETITION) == ' ') {
            chars.put(REPETITION, NONE);
        }
    }
}
