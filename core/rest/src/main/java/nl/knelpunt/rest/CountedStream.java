package nl.knelpunt.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a stream that says nothing about its length and goes on too long. */
final class CountedStream extends FilterInputStream {

    private long left;
    private boolean tooLarge;

    CountedStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
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

    private void count(long read) throws IOException {
        left -= read;
        if (left < 0) {
            tooLarge = true;
            throw new IOException("Too large");
        }
    }
}
