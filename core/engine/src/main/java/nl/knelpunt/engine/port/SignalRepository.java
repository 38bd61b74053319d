package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalFilter;
import org.osgi.annotation.versioning.ProviderType;

/** Signals and the keyed digests of the messages they came from. */
@ProviderType
public interface SignalRepository {

    Optional<Signal> find(UUID id);

    void insert(Signal signal);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code signal}
     */
    void update(Signal signal);

    /** Removes it with its data and subjects. */
    void destroy(UUID id);

    /**
     * Signals in order of id (oldest first) that people of a participant may know of.
     *
     * @param filter its state is the one that this participant is told, its waiting what waits for this participant
     * @param after only ids after this one; null from the start
     */
    List<Signal> ofParticipant(String participant, SignalFilter filter, UUID after, int limit);

    /**
     * Signals in order of id that are no drafts.
     *
     * @param filter its waiting is what waits for the bureau
     */
    List<Signal> reported(SignalFilter filter, UUID after, int limit);

    /**
     * Other signals in order of id that have an exact identifier in common with this one, and are no drafts.
     *
     * @param participant only what people of this participant may know of; null for all
     */
    List<Signal> sharing(UUID signal, String participant, UUID after, int limit);

    /**
     * Signals in order of id that were observed within a box, and are no drafts.
     *
     * @param participant only what people of this participant may know of; null for all
     */
    List<Signal> within(Area.Bounds box, String participant, UUID after, int limit);

    /** Signals that belong to a knelpunt, in order of id. */
    List<Signal> linkedTo(UUID knelpunt);

    /** Drafts received before a moment. */
    List<Signal> draftsBefore(Instant received, int limit);

    /** Signals with a question for recognition that was asked before a moment and is still open, in order of id. */
    List<Signal> unansweredSince(Instant asked, UUID after, int limit);

    /** Signals in every state that were received before a moment, in order of id. */
    List<Signal> receivedBefore(Instant received, UUID after, int limit);

    /**
     * What a message became before.
     *
     * @param signal also when it is gone
     * @param content keyed digest of what it said, hex; null when that was not kept
     */
    record Earlier(UUID signal, String content) {}

    Optional<Earlier> ofMessage(String participant, byte[] keyedMessageId);

    void rememberMessage(String participant, byte[] keyedMessageId, Earlier message);
}
