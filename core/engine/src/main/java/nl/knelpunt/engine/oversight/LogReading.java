package nl.knelpunt.engine.oversight;

import java.util.UUID;

/**
 * Why somebody looked at the log (Wgs 1.8(4); G44). Who and when stands in the log itself, whose record has this as its object.
 *
 * @param id UUIDv7
 * @param reason in words; no personal data
 */
public record LogReading(UUID id, LogPurpose purpose, String reason) {}
