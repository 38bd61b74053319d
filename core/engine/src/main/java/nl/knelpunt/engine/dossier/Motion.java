package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A question to the steering group and its votes: one vote per participant, the last one counts until it is concluded.
 *
 * @param kind what is decided
 * @param votes in the order in which they were cast
 * @param adopted null until concluded
 * @param concluded null until concluded
 * @param conclusion who concluded it, and where; null until concluded, and of what was concluded before this was recorded
 * @param outside where votes come from that were cast outside the platform; null without
 * @param submitted when the proposal as it stands was put to the group; null before that, and of other questions
 */
public record Motion(
        Kind kind,
        List<Vote> votes,
        Boolean adopted,
        Instant concluded,
        Conclusion conclusion,
        Outside outside,
        Instant submitted) {

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
     * @param mandate under which somebody voted for it; null when its own appointed member did
     * @param choice for, against or abstained
     * @param reason never blank
     * @param at when
     */
    public record Vote(String participant, UUID person, UUID mandate, Choice choice, String reason, Instant at) {

        /** Who decided what stays of a knelpunt that was destroyed; why is a text. */
        public Vote withoutReason() {
            return new Vote(participant, person, mandate, choice, null, at);
        }
    }

    /**
     * @param participant for which the person acted
     * @param person account of who had the votes counted
     * @param mandate under which; null when its own appointed member did
     * @param meeting at which; null outside a meeting
     */
    public record Conclusion(String participant, UUID person, UUID mandate, UUID meeting) {}

    /**
     * The group decided outside the platform.
     *
     * @param paper id of the document in which it is written
     * @param decided on which day
     * @param enteredBy account of the bureau's person who entered it
     * @param entered when
     */
    public record Outside(UUID paper, LocalDate decided, UUID enteredBy, Instant entered) {}

    public Motion {
        votes = List.copyOf(votes);
    }

    public static Motion open(Kind kind) {
        return new Motion(kind, List.of(), null, null, null, null, null);
    }

    public boolean isOpen() {
        return concluded == null;
    }

    public Motion with(Vote vote) {
        List<Vote> all = new ArrayList<>(votes);
        all.removeIf(v -> v.participant().equals(vote.participant()));
        all.add(vote);
        return new Motion(kind, all, adopted, concluded, conclusion, outside, submitted);
    }

    /** Votes that were cast outside, in the place of those that were entered before; what members cast themselves stays. */
    public Motion castOutside(List<Vote> cast, Outside where) {
        List<Vote> all = new ArrayList<>(votes);
        all.removeIf(v -> !isCastHere(v));
        all.addAll(cast);
        return new Motion(kind, all, adopted, concluded, conclusion, where, submitted);
    }

    /** Whether somebody cast a vote of this motion on the platform, as all are that were not entered as cast outside. */
    public boolean isCastHere(Vote vote) {
        return outside == null || !vote.at().equals(outside.entered());
    }

    public Motion submittedAt(Instant at) {
        return new Motion(kind, votes, adopted, concluded, conclusion, outside, at);
    }

    public Motion concludedAs(boolean isAdopted, Instant at, Conclusion by) {
        return new Motion(kind, votes, isAdopted, at, by, outside, submitted);
    }

    /** Who decided what stays; why is a text. */
    Motion withoutReasons() {
        return new Motion(
                kind,
                votes.stream().map(Vote::withoutReason).toList(),
                adopted,
                concluded,
                conclusion,
                outside,
                submitted);
    }
}
