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
     * @param caller name of the caller in the log
     * @param act name of the act, and the id of what it concerns if it concerns something
     */
    Optional<Done> done(String caller, String act, String idempotencyKey);

    void remember(String caller, String act, String idempotencyKey, Done done, Instant at);

    /** Forgets what was done to one thing. */
    void forget(UUID object);

    void forgetBefore(Instant moment);
}
