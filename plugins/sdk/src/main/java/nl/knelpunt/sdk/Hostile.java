package nl.knelpunt.sdk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Messages that no adapter may take. */
final class Hostile {

    private static final int DEEP = 100_000;
    private static final long LONG = 64L << 20;

    static final Map<String, Message> MESSAGES = new TreeMap<>(Map.of(
            "nothing at all", () -> repeated("", 0),
            "JSON nested 100,000 deep", () -> repeated("{\"a\":", DEEP),
            "arrays nested 100,000 deep", () -> repeated("[", DEEP),
            "XML nested 100,000 deep", () -> repeated("<a>", DEEP),
            "an entity bomb", () -> text(bomb()),
            "an entity from outside", () -> text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
            "a tag that does not end", () -> after("<a b='", repeated("x", LONG)),
            "a quoted cell that does not end", () -> after("a;b;c\n\"", repeated("x", LONG)),
            "a text that does not end", () -> after("{\"text\": \"", repeated("x", LONG)),
            "64 MiB of zeros", () -> repeated("\0", LONG)));

    interface Message {
        InputStream open();
    }

    private Hostile() {}

    static byte[] random(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY b0 \"xxxxxxxxxx\">");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY b")
                    .append(i)
                    .append(" \"")
                    .append(("&b" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return bomb.append("]><a>&b9;</a>").toString();
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream after(String begin, InputStream rest) {
        return new SequenceInputStream(text(begin), rest);
    }

    /** Without holding it in memory. */
    private static InputStream repeated(String piece, long times) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {

            private long left = bytes.length * times;
            private int next;

            @Override
            public int read() {
                if (left == 0) {
                    return -1;
                }
                left--;
                next = next == bytes.length ? 0 : next;
                return bytes[next++] & 0xFF;
            }
        };
    }
}
