package nl.knelpunt.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Messages that nobody sends in good faith, made while they are read. */
public final class Hostile {

    private Hostile() {}

    public static InputStream message(String text) {
        return message(text, StandardCharsets.UTF_8);
    }

    public static InputStream message(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    public static InputStream repeated(String before, String unit, long times, String after) {
        return new SequenceInputStream(
                Collections.enumeration(List.of(message(before), new Repeated(unit, times), message(after))));
    }

    private static final class Repeated extends InputStream {

        private final byte[] unit;
        private final long end;
        private long position;

        private Repeated(String unit, long times) {
            this.unit = unit.getBytes(StandardCharsets.UTF_8);
            this.end = this.unit.length * times;
        }

        @Override
        public int read() {
            return position == end ? -1 : unit[(int) (position++ % unit.length)] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == end) {
                return -1;
            }
            int read = (int) Math.min(length, end - position);
            for (int i = 0; i < read; i++) {
                buffer[offset + i] = unit[(int) (position++ % unit.length)];
            }
            return read;
        }
    }

    /** A sender whose line breaks. */
    public static InputStream breakingAfter(String text, IOException failure) {
        return new SequenceInputStream(message(text), new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        });
    }
}
