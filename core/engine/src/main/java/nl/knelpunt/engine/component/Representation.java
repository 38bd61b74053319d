package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Mandate;

/**
 * As whom somebody decides for a participant.
 *
 * @param isEntitled whether the person may
 * @param mandate under which; null for its own appointed member, and for who may not
 */
record Representation(boolean isEntitled, UUID mandate) {

    private static final Representation NONE = new Representation(false, null);

    /** On that day, for that act: by appointment or under a mandate; the bureau's people never. */
    static Representation of(
            Transaction transaction, Region region, String participantId, UUID person, Act act, LocalDate day) {
        Participant participant = region.find(participantId);
        Account account =
                person == null ? null : transaction.accounts().find(person).orElse(null);
        if (participant == null
                || !participant.isDesignated()
                || account == null
                || account.isBureau()
                || !account.active()) {
            return NONE;
        }
        if (account.participant().equals(participantId) && account.has(Role.STEERING_MEMBER)) {
            return new Representation(true, null);
        }
        Optional<Mandate> mandate = transaction.mandates().of(participantId, person).stream()
                .filter(m -> m.covers(act, day))
                .findFirst();
        return mandate.map(m -> new Representation(true, m.id())).orElse(NONE);
    }
}
