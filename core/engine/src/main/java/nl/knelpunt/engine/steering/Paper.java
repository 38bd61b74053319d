package nl.knelpunt.engine.steering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A paper from outside, such as a decision that was signed on a table: a PDF, kept as it came and never opened here.
 *
 * @param id UUIDv7
 * @param knelpunt to which it belongs
 * @param size in bytes
 * @param digest SHA-256 of the bytes, in hexadecimals
 * @param person account of who added it
 * @param added when
 * @param destroyBy last day on which its bytes are kept (Wgs 1.8(7))
 */
public record Paper(UUID id, UUID knelpunt, int size, String digest, UUID person, Instant added, LocalDate destroyBy) {

    /** Bytes of a paper; more is refused. */
    public static final int MOST_BYTES = 5 << 20;
}
