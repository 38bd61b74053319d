package nl.knelpunt.engine.module;

/**
 * What runs or is to run for a kind of participant: one jar with one configuration. A change of either is another generation.
 *
 * @param digest of the jar
 */
public record Generation(String digest, Configuration configuration) {}
