package nl.knelpunt.engine.gate;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDv7 (RFC 9562): in the order of their making, so that lists and indexes are too. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static long last;

    private Ids() {}

    /** A new id, greater than every one that this process made before. By the real clock, also in a demo. */
    public static synchronized UUID next() {
        // 48 bits of milliseconds and 12 bits that count within one: in step with the clock, and never back
        last = Math.max(last + 1, System.currentTimeMillis() << 12);
        long high = (last >>> 12) << 16 | 0x7000 | last & 0xFFF;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
