package nl.knelpunt.engine.guard;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Participant;

/**
 * Who acts, as loaded by the gate.
 *
 * @param logName as the log names it: account id, {@code connection:<participant>}, {@code maintenance}, {@code platform}
 * @param account null for everything but a person
 * @param participant for which is acted, or that appointed a bureau person; null for platform and maintenance
 * @param roles in which; who has a bureau role acts for the bureau alone, so its other roles don't count
 * @param mandate under which is acted for the participant; null for who was appointed by it
 * @param mandated what that participant lets it decide today, by all its mandates; empty for who was appointed by it
 */
public record Actor(
        String logName, Account account, Participant participant, Set<Role> roles, UUID mandate, Set<Act> mandated) {

    public static final Actor PLATFORM = new Actor("platform", null, null, Set.of());
    public static final Actor MAINTENANCE = new Actor("maintenance", null, null, Set.of(Role.ADMIN));
    public static final Actor UNKNOWN = new Actor("unknown", null, null, Set.of());

    public Actor {
        boolean bureau = roles.stream().anyMatch(Role::isBureau);
        roles = roles.stream().filter(r -> !bureau || r.isBureau()).collect(Collectors.toUnmodifiableSet());
    }

    public Actor(String logName, Account account, Participant participant, Set<Role> roles) {
        this(logName, account, participant, roles, null, Set.of());
    }

    /** Whether the actor has any of the roles that may do an act. */
    boolean hasARoleFor(Act act) {
        return act.isFor(roles);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether it acts for this participant; the bureau's people act for none. */
    public boolean isOf(String participantId) {
        return participant != null && participant.id().equals(participantId) && !isBureau();
    }

    public boolean isBureau() {
        return account != null && Role.anyBureau(account.roles());
    }

    boolean seesContent() {
        return Role.anySeesContent(roles);
    }
}
