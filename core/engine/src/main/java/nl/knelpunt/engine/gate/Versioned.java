package nl.knelpunt.engine.gate;

import java.util.UUID;

/**
 * Something that people change in turn: a record, of which each change has the next version. What two people change at once is
 * told from its components.
 */
public interface Versioned {

    UUID id();

    /** Counts changes, from 1. */
    long version();
}
