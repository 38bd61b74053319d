package nl.knelpunt.engine.gate;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.text.Confirmation;

/**
 * One call from outside: who, in which trace, from where, and under which promises about repetition and change.
 *
 * @param caller who asks, by reference
 * @param trace id that ties everything of one request together
 * @param origin network address or place, never null
 * @param idempotencyKey a repeat with the same key by the same caller has no second effect; null for none
 * @param version that the caller has seen of what it changes; null where it doesn't matter
 * @param confirmations what the caller confirms of the texts that it brings in
 * @param content digest of what the caller sent, so that a repeat can be told from another request under the same key; null
 *     when that is not known
 * @param isTrial whether it is only asked if the act would be permitted: the gate judges it as ever, takes back what was done
 *     and ends with a {@link TriedException}
 */
public record Call(
        Caller caller,
        UUID trace,
        String origin,
        String idempotencyKey,
        Long version,
        List<Confirmation> confirmations,
        String content,
        boolean isTrial) {

    public Call {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(origin, "origin");
        confirmations = List.copyOf(confirmations);
    }

    public Call(Caller caller, UUID trace, String origin, String idempotencyKey, Long version) {
        this(caller, trace, origin, idempotencyKey, version, List.of(), null, false);
    }

    public Call(Caller caller, UUID trace, String origin) {
        this(caller, trace, origin, null, null);
    }

    /** Asks whether, instead of doing: nothing is repeated or overwritten by it. */
    public static Call trial(Caller caller, UUID trace, String origin) {
        return new Call(caller, trace, origin, null, null, List.of(), null, true);
    }

    public Call confirming(List<Confirmation> said) {
        return new Call(caller, trace, origin, idempotencyKey, version, said, content, isTrial);
    }

    public Call sending(String digest) {
        return new Call(caller, trace, origin, idempotencyKey, version, confirmations, digest, isTrial);
    }
}
