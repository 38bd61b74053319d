package nl.knelpunt.engine.signal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.engine.gate.Call;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Helps a person at a participant that was asked to recognise a signal: its own module compares what identifies exactly in the
 * signal with the participant's own subjects, by keyed hashes, so that neither side shows its data first. Off until the RAC was
 * involved (G47). Recognising stays an act of its own, on an own observation; of the answer nothing is kept.
 *
 * <p>Goes through the gate and throws what {@link Signals} throws.
 */
@ProviderType
public interface RecognitionHelp {

    /** Identifiers that a list may hold. */
    int MOST_IDENTIFIERS = 2_000_000;

    /**
     * @param compared identifiers of this kind in the signal that the caller may see; each once
     * @param known how many of those the participant's own list has too
     */
    record Found(IdentifierKind kind, int compared, int known) {}

    /**
     * The key under which a participant hashes its own list itself.
     *
     * @param period as lists name it
     * @param key 32 bytes
     * @param until the last day on which lists under this key count
     */
    record Key(String period, byte[] key, LocalDate until) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Key[" + period + "]";
        }
    }

    /**
     * Asks for one signal; counted and logged before anything is compared.
     *
     * @return by kind, in the order of the kinds; empty when nothing in the signal identifies exactly
     * @throws MessageException the participant's own list can't be read: says where and why, without quoting it
     * @throws IOException the list can't be reached
     */
    List<Found> ask(Call call, UUID signal) throws MessageException, IOException;

    /** The key of now, for a participant by a person of its own. */
    Key key(Call call, String participant);
}
