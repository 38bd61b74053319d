package nl.knelpunt.engine.steering;

import java.util.List;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.guard.Policy;

/**
 * How a vote came out.
 *
 * @param represented participants that voted or were at the meeting
 * @param inFavour votes for
 * @param against votes against
 * @param blank abstentions: they make the quorum, but not the majority
 */
public record Count(int represented, int inFavour, int against, int blank) {

    /** @param votes of the region's participants only */
    public static Count of(int represented, List<Motion.Vote> votes) {
        return new Count(
                represented,
                of(votes, Motion.Choice.FOR),
                of(votes, Motion.Choice.AGAINST),
                of(votes, Motion.Choice.ABSTAIN));
    }

    private static int of(List<Motion.Vote> votes, Motion.Choice choice) {
        return (int) votes.stream().filter(v -> v.choice() == choice).count();
    }

    /** A tie is no majority. */
    public boolean isAdopted(Policy policy) {
        return inFavour > policy.majority() * (inFavour + against)
                && (against == 0 || !policy.steering().consensus());
    }
}
