package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The decision that opened a phase (Wgs 2.23(6)), for those who need it.
 *
 * @param phase 1, 2 or 3; designation itself opens 1
 * @param necessity why the data of this phase are necessary in addition
 * @param participant for which was decided
 * @param person who decided
 * @param at when
 * @param mandate under which somebody decided for it; null when its own appointed member did
 * @param participants for whom it is open: only they supply and see data of this phase; empty for everybody involved
 * @param closed null while it is open
 * @param decided how each participant decided in the meeting that the decision was taken in; empty when there was none
 */
public record PhaseDecision(
        int phase,
        String necessity,
        String participant,
        UUID person,
        Instant at,
        UUID mandate,
        Set<String> participants,
        Closing closed,
        List<Decided> decided) {

    public PhaseDecision {
        participants = participants == null ? Set.of() : Set.copyOf(participants);
        decided = decided == null ? List.of() : List.copyOf(decided);
    }

    /** Why is a text; that and by whom stays. */
    PhaseDecision withoutNecessity() {
        Closing closing = closed == null
                ? null
                : new Closing(
                        null, closed.destroys(), closed.participant(), closed.person(), closed.mandate(), closed.at());
        return new PhaseDecision(phase, null, participant, person, at, mandate, participants, closing, decided);
    }

    /** Open, for everybody involved. */
    public PhaseDecision(int phase, String necessity, String participant, UUID person, Instant at) {
        this(phase, necessity, participant, person, at, null);
    }

    /** Open, for everybody involved, decided under a mandate if that is not null. */
    public PhaseDecision(int phase, String necessity, String participant, UUID person, Instant at, UUID mandate) {
        this(phase, necessity, participant, person, at, mandate, Set.of(), null, List.of());
    }

    /**
     * The data of the phase are necessary no longer.
     *
     * @param reason why
     * @param destroys whether its data are destroyed; otherwise they are kept until their last day, shown to nobody
     * @param participant for which was decided
     * @param person who decided
     * @param mandate under which somebody decided for it; null when its own appointed member did
     */
    public record Closing(String reason, boolean destroys, String participant, UUID person, UUID mandate, Instant at) {}

    /**
     * Who decided for which participant; why stands in the meeting.
     *
     * @param mandate under which somebody decided for it; null when its own appointed member did
     */
    public record Decided(String participant, UUID person, UUID mandate, Motion.Choice choice, Instant at) {

        public static Decided of(Motion.Vote vote) {
            return new Decided(vote.participant(), vote.person(), vote.mandate(), vote.choice(), vote.at());
        }
    }

    public boolean isOpen() {
        return closed == null;
    }

    /** Whether it is open for this participant, if that is involved at all. */
    public boolean isOpenFor(String who) {
        return closed == null && (participants.isEmpty() || participants.contains(who));
    }

    /** Without a participant that left; closed when it was open for nobody else, since without names it would be for everybody. */
    PhaseDecision without(String who, Closing closing) {
        if (!isOpen() || !participants.contains(who)) {
            return this;
        }
        Set<String> others = new HashSet<>(participants);
        others.remove(who);
        return others.isEmpty()
                ? closed(closing)
                : new PhaseDecision(phase, necessity, participant, person, at, mandate, others, closed, decided);
    }

    PhaseDecision closed(Closing closing) {
        return isOpen()
                ? new PhaseDecision(phase, necessity, participant, person, at, mandate, participants, closing, decided)
                : this;
    }
}
