package nl.knelpunt.engine.signal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/** Native messages of participants that become drafts. The message itself is never stored. */
@ProviderType
public interface Messages {

    /** Bytes of one message; more is refused. */
    long MOST_BYTES = 1L << 30;

    /** Drafts of one message; more is refused. */
    int MOST_DRAFTS = 10_000;

    /** Characters of all drafts of one message together; more is refused. A subject or a value counts for 160 more. */
    long MOST_CHARACTERS = 1L << 24;

    /**
     * @param body read once, not closed
     * @param mediaType without parameters, null when not known
     * @param fileEnding without dot, lower case, null when not known
     * @param format name of an adapter's format, null to choose by media type or file ending
     */
    record Message(InputStream body, String mediaType, String fileEnding, String format) {}

    /**
     * @param signals the drafts, in the order of the message; of a repeat what it became before
     * @param repeated how many of them were there already
     */
    record Delivered(List<Done> signals, int repeated) {

        public Delivered {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Reads a message and keeps all its drafts, or none. Durable on return; the same message again has no second effect.
     *
     * @throws MessageException it can't be read: where and why
     * @throws IOException of the body
     * @throws nl.knelpunt.engine.guard.RefusedException by the guard
     * @throws nl.knelpunt.engine.gate.InvalidException no adapter reads this kind of message
     * @throws nl.knelpunt.engine.plugin.ModuleException the participant's module takes no calls now
     * @throws nl.knelpunt.engine.port.UnavailableException not now; try again
     */
    Delivered deliver(Call call, String participant, Message message) throws MessageException, IOException;
}
