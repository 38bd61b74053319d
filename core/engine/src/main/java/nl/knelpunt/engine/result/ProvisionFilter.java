package nl.knelpunt.engine.result;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.ProvisionState;

/**
 * Which provisions of the register are wanted; null where it doesn't matter.
 *
 * @param recipient key of the recipient ({@link Recipient#key})
 * @param knelpunt that they come from
 * @param providedFrom first day on which they left
 * @param providedUntil last day on which they left
 * @param overdue whether the feedback is overdue
 */
public record ProvisionFilter(
        String recipient,
        Recipient.Type recipientType,
        Provision.Kind kind,
        ProvisionState state,
        UUID knelpunt,
        LocalDate providedFrom,
        LocalDate providedUntil,
        Boolean overdue) {

    public static final ProvisionFilter ALL = new ProvisionFilter(null, null, null, null, null, null, null, null);

    /** Of what this recipient was given, only that. */
    public ProvisionFilter to(String key) {
        return new ProvisionFilter(key, recipientType, kind, state, knelpunt, providedFrom, providedUntil, overdue);
    }
}
