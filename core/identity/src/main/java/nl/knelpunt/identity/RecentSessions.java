package nl.knelpunt.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions begun by this process, so that a request needs no transaction to know who asks. Of other sessions the store knows.
 * Bounded, knows each session's end, and forgets at sign-out; safe for all threads.
 */
final class RecentSessions {

    private record Known(UUID account, Instant expires) {}

    private final Map<ByteBuffer, Known> byDigest;

    RecentSessions(int most) {
        this.byDigest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Known> eldest) {
                return size() > most;
            }
        };
    }

    synchronized void begin(byte[] digest, UUID account, Instant expires) {
        byDigest.put(ByteBuffer.wrap(digest), new Known(account, expires));
    }

    synchronized Optional<UUID> find(byte[] digest, Instant now) {
        return Optional.ofNullable(byDigest.get(ByteBuffer.wrap(digest)))
                .filter(k -> now.isBefore(k.expires()))
                .map(Known::account);
    }

    synchronized void endOf(UUID account) {
        byDigest.values().removeIf(k -> k.account().equals(account));
    }

    synchronized void end(byte[] digest) {
        byDigest.remove(ByteBuffer.wrap(digest));
    }
}
