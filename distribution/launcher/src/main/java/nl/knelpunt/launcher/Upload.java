package nl.knelpunt.launcher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A file on its way. The server reads it as it comes, so what was sent is about what was read; says now and then how much that is. */
final class Upload {

    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long BETWEEN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final Picked picked;
    private final LongSupplier nanos;
    private final Consumer<String> told;

    /**
     * @param nanos a clock that only goes on
     * @param told takes a line each second, from the third on
     */
    Upload(Path file, Picked picked, LongSupplier nanos, Consumer<String> told) {
        this.file = file;
        this.picked = picked;
        this.nanos = nanos;
        this.told = told;
    }

    BodyPublisher body() throws Failure, IOException {
        var size = picked.size(file);
        return size == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(size)), size);
    }

    InputStream open(long size) {
        try {
            return new Counted(picked.open(file), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Counted extends FilterInputStream {

        private final long size;
        private long count;
        private long next = nanos.getAsLong() + QUIET_NANOS;

        Counted(InputStream in, long size) {
            super(in);
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            var now = nanos.getAsLong();
            if (now >= next) {
                next = now + BETWEEN_NANOS;
                told.accept(String.format(
                        Locale.ROOT,
                        "%s: %d %% of %,d MiB",
                        file.getFileName(),
                        100 * count / size,
                        Math.max(1, size >> 20)));
            }
        }
    }
}
