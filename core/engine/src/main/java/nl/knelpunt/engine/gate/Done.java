package nl.knelpunt.engine.gate;

import java.util.UUID;

/**
 * What a change brought about, durable when it is returned.
 *
 * @param id of what was made or changed
 * @param state of it afterwards; {@code DESTROYED} when it is gone
 * @param version of it afterwards
 */
public record Done(UUID id, String state, long version) {

    public static final String DESTROYED = "DESTROYED";
}
