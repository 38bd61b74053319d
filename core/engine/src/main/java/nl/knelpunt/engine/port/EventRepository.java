package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import nl.knelpunt.engine.event.Event;
import org.osgi.annotation.versioning.ProviderType;

/** Events that are still to be told or may still be asked for. */
@ProviderType
public interface EventRepository {

    /** Appends it with the next sequence. */
    void append(Event event);

    /** Events in order. */
    List<Event> after(long sequence, int limit);

    /** Empty when it is not kept. */
    OptionalLong sequenceOf(UUID id);

    /** Sequence of the oldest event that is kept, 0 when there never was one. */
    long first();

    /** Sequence of the newest event, 0 when there never was one. */
    long last();

    /** Forgets events of before a moment; the newest is always kept, so that the sequence goes on. */
    void forgetBefore(Instant moment);
}
