package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.signal.Signal;
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
     * Signals in order of id (oldest first) that a participant reported or was asked about.
     *
     * @param after only ids after this one; null from the start
     */
    List<Signal> ofParticipant(String participant, UUID after, int limit);

    /** Signals in order of id that are no drafts. */
    List<Signal> reported(UUID after, int limit);

    /** In one state, the first received first. */
    List<Signal> in(SignalState state, int limit);

    /** In one state, of those that a participant reported or was asked about, the first received first. */
    List<Signal> in(SignalState state, String participant, int limit);

    /** Drafts received before a moment. */
    List<Signal> draftsBefore(Instant received, int limit);

    /** The signal that a message of this participant became before, also when that signal is gone. */
    Optional<UUID> ofMessage(String participant, byte[] keyedMessageId);

    void rememberMessage(String participant, byte[] keyedMessageId, UUID signal);
}
