package nl.knelpunt.engine.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.guard.Policy;

/**
 * A change of policy, as it was made.
 *
 * @param policy as it is since then
 * @param advice of the RAC to which it refers
 * @param deviation why it was done against the advice; null when it wasn't
 * @param reportedTo to whom a deviation was reported
 * @param actor who changed it, as the log names them
 * @param at when
 */
public record PolicyChange(
        Policy policy, UUID advice, String deviation, List<String> reportedTo, String actor, Instant at) {

    public PolicyChange {
        reportedTo = List.copyOf(reportedTo);
    }
}
