package nl.knelpunt.booth;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;

/** The message as the adapter sees it: bytes that were handed over, and no way back to where they come from. */
final class Doorway extends InputStream {

    /** Stands for the end of the message. */
    static final byte[] END = {};

    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final Thread owner;
    private final BlockingQueue<byte[]> chunks;
    private byte[] chunk = {};
    private int next;
    private boolean ended;

    // Written by the owner, read by who watches.
    private volatile long taken;
    private volatile long waited;
    private volatile long waitingSince = NOT_WAITING;

    Doorway(Thread owner, BlockingQueue<byte[]> chunks) {
        this.owner = owner;
        this.chunks = chunks;
    }

    /** Bytes that the adapter was given. */
    long taken() {
        return taken;
    }

    /** Nanoseconds in which there was nothing to read. */
    long waited(long now) {
        long since = waitingSince;
        return waited + (since == NOT_WAITING ? 0 : now - since);
    }

    @Override
    public int read() throws IOException {
        return hasNext() ? chunk[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!hasNext()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - next);
        System.arraycopy(chunk, next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - next;
    }

    private boolean hasNext() throws IOException {
        if (Thread.currentThread() != owner) {
            throw new IOException("The message is read only during the call and on its thread");
        }
        if (next == chunk.length && !ended) {
            chunk = take();
            next = 0;
            ended = chunk == END;
            taken += chunk.length;
        }
        return !ended;
    }

    private byte[] take() throws IOException {
        long began = System.nanoTime();
        waitingSince = began;
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The call is over");
        } finally {
            waited += System.nanoTime() - began;
            waitingSince = NOT_WAITING;
        }
    }
}
