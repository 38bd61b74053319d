package nl.knelpunt.engine.module;

import java.time.Instant;

/**
 * What served a kind of participant before and is here still.
 *
 * @param name plugin and version
 * @param since when it was replaced
 * @param inside calls in it that have not ended
 * @param gone whether it is stopped and uninstalled, so that only its classes are still held in memory
 */
public record Leftover(String kind, String name, Generation generation, Instant since, int inside, boolean gone) {}
