package nl.knelpunt.engine.sharing;

import java.time.Instant;
import java.util.UUID;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.CorrectionState;

/**
 * A participant proposes to correct what another supplied, or to have it destroyed. The owner decides. Goes with its datum.
 *
 * @param id UUIDv7
 * @param knelpunt in which the proposer saw the datum
 * @param version counts changes, from 1
 * @param proposer participant that proposes
 * @param person who proposed
 * @param owner supplier of the datum
 * @param destroy it is to be destroyed
 * @param content what the value should be; null when it is to be destroyed, when it was decided on, and for who may not see it
 * @param reason why; null for who may not see it
 * @param decision null until the owner decided
 * @param withdrawn null unless the proposer did
 */
public record CorrectionProposal(
        UUID id,
        UUID knelpunt,
        UUID datum,
        long version,
        String proposer,
        UUID person,
        String owner,
        Instant made,
        boolean destroy,
        String content,
        String reason,
        Decision decision,
        Instant withdrawn)
        implements Versioned {

    /** @param reason why not; may be null when accepted */
    public record Decision(boolean accepted, String reason, UUID person, Instant at) {

        /** Without the reason, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Decision[" + accepted + ", " + at + "]";
        }
    }

    public CorrectionState state() {
        if (decision != null) {
            return decision.accepted() ? CorrectionState.ACCEPTED : CorrectionState.DECLINED;
        }
        return withdrawn == null ? CorrectionState.PROPOSED : CorrectionState.WITHDRAWN;
    }

    /** What was proposed is not kept beside what the owner made of it. */
    public CorrectionProposal with(Decision decided) {
        return but(version, null, reason, decided, withdrawn);
    }

    public CorrectionProposal withdrawnAt(Instant at) {
        return but(version, null, reason, decision, at);
    }

    public CorrectionProposal at(long other) {
        return but(other, content, reason, decision, withdrawn);
    }

    /** As the case director sees it. */
    public CorrectionProposal withoutContent() {
        Decision bare =
                decision == null ? null : new Decision(decision.accepted(), null, decision.person(), decision.at());
        return but(version, null, null, bare, withdrawn);
    }

    private CorrectionProposal but(long v, String value, String why, Decision decided, Instant ended) {
        return new CorrectionProposal(
                id, knelpunt, datum, v, proposer, person, owner, made, destroy, value, why, decided, ended);
    }

    /** Without the value and the reason, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "CorrectionProposal[" + id + ", " + state() + "]";
    }
}
