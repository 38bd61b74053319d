package nl.knelpunt.booth;

import java.time.Duration;

/**
 * What one call of an adapter may take.
 *
 * @param time that it may work; waiting for bytes of the sender does not count
 * @param bytesPerSecond for each so many bytes that it took it may work a second longer
 * @param drafts that it may hand over
 * @param characters in all of those drafts together
 */
public record Limits(Duration time, long bytesPerSecond, int drafts, long characters) {}
