package nl.knelpunt.engine.gate;

import java.util.UUID;

/**
 * What a change brought about, durable when it is returned.
 *
 * @param id of what was made or changed
 * @param state of it afterwards; {@code DESTROYED} when it is gone
 * @param version of it afterwards
 * @param note for the log, of an act on the installation itself: what it was done with, at most 2,000 characters; else null
 */
public record Done(UUID id, String state, long version, String note) {

    public static final String DESTROYED = "DESTROYED";

    public Done(UUID id, String state, long version) {
        this(id, state, version, null);
    }

    public Done noting(String text) {
        return new Done(id, state, version, text);
    }
}
