package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;

/**
 * A question to the steering group and its votes: one vote per participant, the last one counts until it is concluded.
 *
 * @param kind what is decided
 * @param votes in the order in which they were cast
 * @param adopted null until concluded
 * @param concluded null until concluded
 */
public record Motion(Kind kind, List<Vote> votes, Boolean adopted, Instant concluded) {

    public enum Kind {
        DESIGNATE,
        PROLONG,
        CLOSE,
        /** Whether a participant comes or goes: the open {@link Involvement}. */
        INVOLVE
    }

    public enum Choice {
        FOR,
        AGAINST,
        ABSTAIN
    }

    /**
     * @param participant for which was voted
     * @param person who voted
     * @param choice for, against or abstained
     * @param reason never blank
     * @param at when
     */
    public record Vote(String participant, UUID person, Choice choice, String reason, Instant at) {}

    public Motion {
        votes = List.copyOf(votes);
    }

    public static Motion open(Kind kind) {
        return new Motion(kind, List.of(), null, null);
    }

    public boolean isOpen() {
        return concluded == null;
    }

    public long count(Choice choice) {
        return votes.stream().filter(v -> v.choice() == choice).count();
    }

    /** How many of the region's participants voted: who is none any more is not represented. */
    public int represented(Region region) {
        int represented = 0;
        for (int i = 0; i < votes.size(); i++) {
            if (isOf(region, votes.get(i))) {
                represented++;
            }
        }
        return represented;
    }

    private static boolean isOf(Region region, Vote vote) {
        Participant participant = region.find(vote.participant());
        return participant != null && participant.isDesignated();
    }

    /** With the votes of the region's participants only: who is none any more is not represented. */
    public Motion among(Region region) {
        return new Motion(kind, votes.stream().filter(v -> isOf(region, v)).toList(), adopted, concluded);
    }

    public Motion with(Vote vote) {
        List<Vote> all = new ArrayList<>(votes);
        all.removeIf(v -> v.participant().equals(vote.participant()));
        all.add(vote);
        return new Motion(kind, all, adopted, concluded);
    }

    public Motion concludedAs(boolean isAdopted, Instant at) {
        return new Motion(kind, votes, isAdopted, at);
    }

    /** Who decided what stays; why is a text. */
    Motion withoutReasons() {
        return new Motion(
                kind,
                votes.stream()
                        .map(v -> new Vote(v.participant(), v.person(), v.choice(), null, v.at()))
                        .toList(),
                adopted,
                concluded);
    }
}
