package nl.knelpunt.engine.steering;

import java.util.List;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.participant.Region;

/**
 * How a vote came out.
 *
 * @param represented participants that voted or were at the meeting
 * @param inFavour votes for
 * @param against votes against
 * @param blank abstentions: they make the quorum, but not the majority
 */
public record Count(int represented, int inFavour, int against, int blank) {

    /**
     * Of what was cast, only what was cast for a participant that has a seat counts.
     *
     * @param meeting on whose agenda it stood; null without
     */
    public static Count of(Region region, Meeting meeting, List<Motion.Vote> cast) {
        return new Count(
                represented(region, meeting, cast),
                of(region, cast, Motion.Choice.FOR),
                of(region, cast, Motion.Choice.AGAINST),
                of(region, cast, Motion.Choice.ABSTAIN));
    }

    private static int of(Region region, List<Motion.Vote> cast, Motion.Choice choice) {
        return (int) cast.stream()
                .filter(v -> v.choice() == choice && region.hasSeat(v.participant()))
                .count();
    }

    /** Participants that voted, and those at the meeting that did not. */
    public static int represented(Region region, Meeting meeting, List<Motion.Vote> cast) {
        // Asked by the guard, so without an iterator.
        int represented = meeting == null ? 0 : meeting.silent(region, cast);
        for (int i = 0; i < cast.size(); i++) {
            if (region.hasSeat(cast.get(i).participant())) {
                represented++;
            }
        }
        return represented;
    }

    /** A tie is no majority. */
    public boolean isAdopted(Policy policy) {
        return inFavour > policy.majority() * (inFavour + against)
                && (against == 0 || !policy.steering().consensus());
    }
}
