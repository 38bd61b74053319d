package nl.knelpunt.rest;

import java.io.IOException;
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
        CountedStream body =
                new CountedStream(new SteadyStream(exchange.request().getInputStream(), System::nanoTime), mostBytes);
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
}
