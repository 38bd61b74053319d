package nl.knelpunt.identity;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDv7 (RFC 9562): time first, so that new rows lie together. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static UUID next(long epochMillis) {
        long high = epochMillis << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = 0x8000000000000000L | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
