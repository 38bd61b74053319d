package nl.knelpunt.engine.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event under the names of CloudEvents 1.0 and its Dutch profile, without data: who wants to know more reads what
 * {@code dataref} points to, if that is permitted then.
 *
 * @param specversion {@code 1.0}
 * @param id unique within the source; who gets it twice was told twice
 * @param source the installation, such as {@code urn:nld:oin:00000099000000001000:systeem:knelpunt}
 * @param type see {@link EventType}
 * @param subject id of what it happened to; null when it is about nothing in particular
 * @param time when it was recorded, which is when it was done
 * @param dataref where to read it; null when there is no such place
 */
public record CloudEvent(
        String specversion, UUID id, String source, String type, UUID subject, Instant time, String dataref) {

    public static final String VERSION = "1.0";
}
