package nl.knelpunt.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Gives up on a sender that goes on sending, but so slowly that it only keeps a thread. */
final class SteadyStream extends FilterInputStream {

    static final long GRACE_SECONDS = 10;
    static final long LEAST_BYTES_PER_SECOND = 8 << 10;

    private static final long NANOS = 1_000_000_000;

    private final LongSupplier nanos;
    private final long began;
    private long arrived;

    SteadyStream(InputStream in, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        arrived += bytes;
        long seconds = (nanos.getAsLong() - began) / NANOS;
        if (seconds > GRACE_SECONDS + arrived / LEAST_BYTES_PER_SECOND) {
            throw new IOException("Too slow");
        }
    }
}
