package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/** Requests that were done under an idempotency key, so that a repeat has no second effect. */
@ProviderType
public interface RequestRepository {

    /**
     * What was done under a key.
     *
     * @param digest of what was sent; null when that was not known
     */
    record Earlier(Done done, String digest) {

        /** Whether it may be the same request; what is not known is no reason to doubt it. */
        public boolean isOf(String other) {
            return digest == null || other == null || digest.equals(other);
        }
    }

    /**
     * @param caller name of the caller in the log
     * @param act name of the act, and the id of what it concerns if it concerns something
     */
    Optional<Earlier> earlier(String caller, String act, String idempotencyKey);

    void remember(String caller, String act, String idempotencyKey, String digest, Done done, Instant at);

    /** Forgets what was done to one thing. */
    void forget(UUID object);

    void forgetBefore(Instant moment);
}
