package nl.knelpunt.support.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Characters of a JSON message in UTF-8 or UTF-16. Unlike an InputStreamReader it hands over everything before a wrong
 * byte first, so that the error stands at the right line and column.
 */
final class StrictDecoder extends Reader {

    private final InputStream message;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharsetDecoder decoder;
    private boolean ended;
    private CoderResult error;

    StrictDecoder(InputStream message) throws IOException {
        this.message = message;
        while (bytes.remaining() < 3 && !ended) {
            fill();
        }
        this.decoder = encoding()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** By the byte order mark, or else by where the zero byte of the first character stands (RFC 4627, section 3). */
    private Charset encoding() {
        int first = bytes.remaining() > 0 ? bytes.get(0) & 0xFF : -1;
        int second = bytes.remaining() > 1 ? bytes.get(1) & 0xFF : -1;
        if (first == 0xEF && second == 0xBB && bytes.remaining() > 2 && (bytes.get(2) & 0xFF) == 0xBF) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFE && second == 0xFF) {
            bytes.position(2);
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE) {
            bytes.position(2);
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0 && second > 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first > 0 && second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (chars.position() == 0) {
            if (error != null) {
                error.throwException();
            }
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                error = result;
            } else if (result.isUnderflow() && chars.position() == 0) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        return chars.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = message.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    @Override
    public void close() {
        // the message is its owner's to close
    }
}
