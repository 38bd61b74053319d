package nl.knelpunt.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.Shapes.MessageReceipt;

/** Native messages: from the connection straight to the adapter, never kept, neither in memory nor on disk. */
final class MessageResource {

    private final UseCases use;
    private final long mostBytes;

    MessageResource(UseCases use) {
        this(use, Messages.MOST_BYTES);
    }

    MessageResource(UseCases use, long mostBytes) {
        this.use = use;
        this.mostBytes = mostBytes;
    }

    Answer deliver(Exchange exchange) throws IOException, MessageException {
        if (exchange.request().getContentLengthLong() > mostBytes) {
            throw ProblemException.tooLarge(mostBytes);
        }
        if (exchange.request().getHeader("Content-Encoding") != null) {
            throw ProblemException.unknownMediaType("identity");
        }
        Messages messages = use.messages();
        Counting body =
                new Counting(new SteadyStream(exchange.request().getInputStream(), System::nanoTime), mostBytes);
        Messages.Message message = new Messages.Message(body, exchange.mediaType(), null, exchange.query("format"));
        Messages.Delivered delivered;
        try {
            delivered = messages.deliver(exchange.call(), exchange.path("participant"), message);
        } catch (MessageException | IOException | RuntimeException e) {
            // Whatever an adapter makes of a stream that stops, the cause is ours to tell.
            if (body.isTooLarge()) {
                throw ProblemException.tooLarge(mostBytes);
            }
            throw e;
        }
        return Answer.created(new MessageReceipt(
                delivered.signals().stream()
                        .map(d -> Changed.of(d, SignalResource.href(d.id())))
                        .toList(),
                delivered.repeated()));
    }

    /** Stops a stream that says nothing about its length and goes on too long. */
    private static final class Counting extends FilterInputStream {

        private long left;
        private boolean tooLarge;

        Counting(InputStream in, long most) {
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
}
