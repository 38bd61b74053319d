package nl.knelpunt.support.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a message. Unlike an InputStreamReader and the JDK's XML parser it hands over everything before a
 * wrong byte first, knows where that byte stands, and replaces and prints nothing.
 */
public final class Characters extends Reader {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Map<String, Charset> DECLARABLE = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "US-ASCII", StandardCharsets.UTF_8,
            "ISO-8859-1", StandardCharsets.ISO_8859_1);
    private static final int DECLARATION = 300;

    /** Service string advice, then the interchange with its syntax identifier, in which airlines write their own. */
    private static final Pattern SYNTAX = Pattern.compile("^(?:UNA.{6}\\s{0,10})?UNB.(UNO[A-Z]|IATA)", Pattern.DOTALL);

    private static final Map<String, Charset> SYNTAXES = Map.of(
            "UNOA", StandardCharsets.US_ASCII,
            "UNOB", StandardCharsets.US_ASCII,
            "UNOC", StandardCharsets.ISO_8859_1,
            "UNOD", Charset.forName("ISO-8859-2"),
            "UNOE", Charset.forName("ISO-8859-5"),
            "UNOF", Charset.forName("ISO-8859-7"),
            "UNOK", Charset.forName("ISO-8859-9"),
            "UNOW", StandardCharsets.UTF_8,
            "UNOY", StandardCharsets.UTF_8,
            "IATA", StandardCharsets.UTF_8);

    private final InputStream message;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharsetDecoder decoder;
    private boolean ended;
    private CoderResult error;
    private int line = 1;
    private int column = 1;

    /** A byte that is wrong in the encoding of the message, or an encoding that is not taken. */
    public static final class NotReadable extends CharacterCodingException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        private NotReadable(int line, int column) {
            this.line = line;
            this.column = column;
        }

        public String where() {
            return at(line, column);
        }
    }

    /** UTF-8 or UTF-16 (RFC 4627, section 3). */
    public static Characters ofJson(InputStream message) throws IOException {
        return new Characters(message, null, StandardCharsets.UTF_8);
    }

    /** UTF-8, UTF-16 or ISO-8859-1, by byte order mark, first character or XML declaration. */
    public static Characters ofXml(InputStream message) throws IOException {
        return new Characters(message, DECLARED, StandardCharsets.UTF_8);
    }

    /** As the byte order mark says, otherwise in this encoding. */
    public static Characters ofCsv(InputStream message, Charset otherwise) throws IOException {
        return new Characters(message, null, otherwise);
    }

    /** The character set that UNB names; what does not begin as EDIFACT is taken as ASCII. */
    public static Characters ofEdifact(InputStream message) throws IOException {
        return new Characters(message, SYNTAX, StandardCharsets.UTF_8);
    }

    /**
     * @param declaration where the message says its encoding itself, null when it doesn't
     * @param otherwise the encoding of a message that does not say it
     */
    private Characters(InputStream message, Pattern declaration, Charset otherwise) throws IOException {
        this.message = message;
        while (bytes.remaining() < DECLARATION && !ended) {
            fill();
        }
        Charset charset = declaration == SYNTAX ? null : fromFirstBytes();
        if (charset == null) {
            charset = declaration == null ? otherwise : declared(declaration);
        }
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The way in which an error names a place. */
    public static String at(int line, int column) {
        return "line " + Math.max(line, 1) + ", column " + Math.max(column, 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        int start = chars.position();
        while (chars.position() == start) {
            if (error != null) {
                throw new NotReadable(line, column);
            }
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                error = result;
            } else if (result.isUnderflow() && chars.position() == start) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        for (int i = offset; i < offset + chars.position() - start; i++) {
            column++;
            if (buffer[i] == '\n') {
                line++;
                column = 1;
            }
        }
        return chars.position() - start;
    }

    @Override
    public void close() {
        // the message is its owner's to close
    }

    private Charset fromFirstBytes() {
        int first = bytes.remaining() > 0 ? bytes.get(0) & 0xFF : -1;
        int second = bytes.remaining() > 1 ? bytes.get(1) & 0xFF : -1;
        int third = bytes.remaining() > 2 ? bytes.get(2) & 0xFF : -1;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE) {
            bytes.position(2);
            return first == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (first == 0 && second > 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first > 0 && second == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private Charset declared(Pattern pattern) throws NotReadable {
        int length = Math.min(bytes.remaining(), DECLARATION);
        Matcher declaration =
                pattern.matcher(new String(bytes.array(), bytes.position(), length, StandardCharsets.ISO_8859_1));
        if (!declaration.find()) {
            return pattern == SYNTAX ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
        }
        Map<String, Charset> known = pattern == SYNTAX ? SYNTAXES : DECLARABLE;
        Charset charset = known.get(declaration.group(1).toUpperCase(Locale.ROOT));
        if (charset == null) {
            throw new NotReadable(1, 1);
        }
        return charset;
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
}
