package nl.knelpunt.engine.gate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Role;

/**
 * That something was changed: what was done to which fields, by whom, and when. Never what stood or stands there.
 *
 * @param version that came of it
 * @param at when
 * @param act what was done
 * @param participant of who did it; null for the bureau and the platform
 * @param roles in which it was done; empty for the platform
 * @param fields paths of the fields that changed, in the order of the thing's components
 */
public record Change(long version, Instant at, Act act, String participant, Set<Role> roles, List<String> fields) {

    public Change {
        roles = Set.copyOf(roles);
        fields = List.copyOf(fields);
    }
}
