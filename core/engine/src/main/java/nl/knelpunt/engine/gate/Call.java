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
 * @param isTrial whether it is only asked if the act would be permitted: the gate judges it as ever, takes back what was done
 *     and ends with a {@link TriedException}
 */
public record Call(Caller caller, UUID trace, String origin, String idempotencyKey, Long version, boolean isTrial) {

    public Call {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(origin, "origin");
    }

    public Call(Caller caller, UUID trace, String origin, String idempotencyKey, Long version) {
        this(caller, trace, origin, idempotencyKey, version, false);
    }

    public Call(Caller caller, UUID trace, String origin) {
        this(caller, trace, origin, null, null);
    }

    /** Asks whether, instead of doing: nothing is repeated or overwritten by it. */
    public static Call trial(Caller caller, UUID trace, String origin) {
        return new Call(caller, trace, origin, null, null, true);
    }
}
