package nl.knelpunt.engine.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.participant.Organ;

/**
 * A person, or a participant's system, as authorised by a participant (Wgs 1.8(2), Bgs 1.11, 1.17).
 *
 * @param id UUIDv7
 * @param name to sign in with, lower case
 * @param displayName as others see it
 * @param participant id of the participant that appointed the person; never null, bureau people have one too
 * @param organ for which the person acts; null for bureau roles
 * @param roles at least one
 * @param screened certificate of conduct or screening is there (Bgs 1.11)
 * @param trainedUntil last day on which the training counts (Bgs 1.17), null when there was none
 * @param secrecyAcknowledged when the person acknowledged the duty of secrecy (Wgs 1.11), null until then
 * @param active false once the appointment is withdrawn
 */
public record Account(
        UUID id,
        String name,
        String displayName,
        String participant,
        Organ organ,
        Set<Role> roles,
        boolean screened,
        LocalDate trainedUntil,
        Instant secrecyAcknowledged,
        boolean active) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Works for the bureau and so not for the appointing participant's organ. */
    public boolean isBureau() {
        return Role.anyBureau(roles);
    }

    /** Whether this is a person, and no participant's system. */
    public boolean isPerson() {
        // Comparing sets would take an iterator at every decision.
        return roles.size() != 1 || !roles.contains(Role.CONNECTION);
    }

    /** Whether the duty of secrecy is still to be acknowledged, without which nothing can be processed (G49). */
    public boolean owesSecrecy() {
        return secrecyAcknowledged == null && isPerson();
    }

    public Account acknowledgedAt(Instant at) {
        return new Account(id, name, displayName, participant, organ, roles, screened, trainedUntil, at, active);
    }

    /** Screened or no more, and trained until another day: what the appointing participant has proof of (Bgs 1.11, 1.17). */
    public Account qualified(boolean nowScreened, LocalDate until) {
        return new Account(
                id, name, displayName, participant, organ, roles, nowScreened, until, secrecyAcknowledged, active);
    }

    /** The appointment ends; it can't be given back to the same account. */
    public Account withdrawn() {
        return new Account(
                id, name, displayName, participant, organ, roles, screened, trainedUntil, secrecyAcknowledged, false);
    }

    /** Without the names, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "Account[" + id + ", " + roles + "]";
    }
}
