package nl.knelpunt.engine.gate;

import java.util.Objects;
import java.util.UUID;
import nl.knelpunt.engine.identity.Caller;

/**
 * One call from outside: who, in which trace, from where, and under which promises about repetition and change.
 *
 * @param caller who asks, by reference
 * @param trace id that ties everything of one request together
 * @param origin network address or place, never null
 * @param idempotencyKey a repeat with the same key by the same caller has no second effect; null for none
 * @param version that the caller has seen of what it changes; null where it doesn't matter
 */
public record Call(Caller caller, UUID trace, String origin, String idempotencyKey, Long version) {

    public Call {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(origin, "origin");
    }

    public Call(Caller caller, UUID trace, String origin) {
        this(caller, trace, origin, null, null);
    }
}
