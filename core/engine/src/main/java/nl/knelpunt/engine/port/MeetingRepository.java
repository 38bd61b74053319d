package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.steering.Meeting;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface MeetingRepository {

    Optional<Meeting> find(UUID id);

    void insert(Meeting meeting);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code meeting}
     */
    void update(Meeting meeting);

    /** The planned meeting on whose agenda this is asked of that knelpunt, and still open. */
    Optional<Meeting> withOpenItem(UUID knelpunt, Meeting.ItemKind kind);

    /** Those on whose agenda this was ever asked of that knelpunt; few. */
    List<Meeting> withItem(UUID knelpunt, Meeting.ItemKind kind);

    /** Those in one state, the first one first; few. */
    List<Meeting> in(MeetingState state);

    List<Meeting> list(UUID after, int limit);
}
