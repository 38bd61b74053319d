package nl.knelpunt.engine.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.InterventionType;

/**
 * An intervention of the plan: one participant carries it out under its own power, and it alone agrees to it and moves it (Wgs
 * 1.3(4), 2.23(7); G37). A record of its own, so that participants work on theirs beside each other.
 *
 * @param id UUIDv7
 * @param knelpunt whose plan it belongs to
 * @param version counts changes, from 1
 * @param state see {@link nl.knelpunt.engine.lifecycle.Lifecycle}
 * @param content what is proposed; once the knelpunt was destroyed only type, name, category and whose it is
 * @param planning when
 * @param conditions of its power, each met or not
 * @param owner account of the executing participant that looks after it, null until agreed
 * @param moves every state that it came into, with who and when; the first is the proposal
 * @param execution what was done, null until done
 * @param outcomes results and observed effects, in the order in which they were written down
 */
public record Intervention(
        UUID id,
        UUID knelpunt,
        long version,
        InterventionState state,
        Content content,
        Planning planning,
        List<Condition> conditions,
        UUID owner,
        List<Move> moves,
        Execution execution,
        List<Outcome> outcomes)
        implements Versioned {

    /** Interventions in one plan. */
    public static final int MOST_IN_A_PLAN = 200;

    /** Results and effects of one intervention. */
    public static final int MOST_OUTCOMES = 200;

    public Intervention {
        conditions = List.copyOf(conditions);
        moves = List.copyOf(moves);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What the case director proposes. What comes from the type stays as it was then, so that the plan can be read without the plugin.
     *
     * @param type code of the intervention type, from the executing participant's plugin
     * @param name of the type
     * @param category one of the five
     * @param basis legal basis
     * @param participant who carries it out
     * @param organ competent organ
     * @param description what is to be done; no personal data
     * @param publicDescription the same for who takes part without data, null when there is nothing to tell them
     * @param expectedEffect what it should bring about
     * @param sideEffect what else it may bring about, such as displacement
     * @param barrier where it raises a barrier, null when it is in no barrier model
     */
    public record Content(
            String type,
            Text name,
            InterventionType.Category category,
            Basis basis,
            String participant,
            Organ organ,
            String description,
            String publicDescription,
            Text expectedEffect,
            Text sideEffect,
            Barrier barrier) {}

    /**
     * @param text law and article
     * @param version of the law's text, or since when
     * @param checkedByJurist whether the module says that a jurist looked at it; false: shown as still to be checked
     */
    public record Basis(String text, String version, boolean checkedByJurist) {}

    /** A step of a barrier model: both ids as the model gives them. */
    public record Barrier(String model, String step) {}

    /** Both days count; each is null while open. */
    public record Planning(LocalDate from, LocalDate until) {

        /** With the days of another that are not null. */
        public Planning with(Planning other) {
            return new Planning(other.from == null ? from : other.from, other.until == null ? until : other.until);
        }
    }

    /**
     * @param text what must be the case before the power may be used
     * @param met whether the executing participant says that it is
     * @param person who said so last, null until somebody did
     */
    public record Condition(Text text, boolean met, UUID person, Instant at) {}

    /**
     * @param to the state that it came into
     * @param reason why it was stopped; else null
     */
    public record Move(InterventionState to, UUID person, Instant at, String reason) {}

    /**
     * @param date carried out on
     * @param report what was done; no personal data
     * @param person who reported
     * @param at when it was reported
     */
    public record Execution(LocalDate date, String report, UUID person, Instant at) {}

    /**
     * @param kind of what was seen
     * @param date on which
     * @param text what came of it; no personal data
     * @param participant for which it was written down; null by the bureau
     */
    public record Outcome(Kind kind, LocalDate date, String text, String participant, UUID person, Instant at) {

        public enum Kind {
            /** What the intervention itself yielded: only who carries it out knows. */
            RESULT,
            INTENDED_EFFECT,
            /** Such as displacement to elsewhere. */
            UNINTENDED_EFFECT
        }
    }

    public static Intervention proposed(
            UUID id,
            UUID knelpunt,
            Content content,
            Planning planning,
            List<Condition> conditions,
            UUID person,
            Instant at) {
        return new Intervention(
                id,
                knelpunt,
                1,
                InterventionState.PROPOSED,
                content,
                planning,
                conditions,
                null,
                List.of(new Move(InterventionState.PROPOSED, person, at, null)),
                null,
                List.of());
    }

    public boolean meetsItsConditions() {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).met()) {
                return false;
            }
        }
        return true;
    }

    /** Done, and nobody wrote down yet what it brought about. */
    public boolean owesReport() {
        return state == InterventionState.DONE && outcomes.isEmpty();
    }

    /** Whether its last day has passed and it is still to be done. */
    public boolean isOverdueOn(LocalDate day) {
        return state.isOpen() && planning.until() != null && day.isAfter(planning.until());
    }

    public Intervention to(InterventionState next, UUID person, Instant at, String reason) {
        return new Intervention(
                id,
                knelpunt,
                version,
                next,
                content,
                planning,
                conditions,
                owner,
                append(moves, new Move(next, person, at, reason)),
                execution,
                outcomes);
    }

    /** Another proposal: what was said of the old conditions does not hold for new ones. */
    public Intervention with(Content changed, Planning planned, List<Condition> asked) {
        return new Intervention(
                id, knelpunt, version, state, changed, planned, asked, owner, moves, execution, outcomes);
    }

    /** As its executing participant keeps it up. */
    public Intervention keptUp(Planning planned, List<Condition> judged, UUID lookedAfterBy) {
        return new Intervention(
                id, knelpunt, version, state, content, planned, judged, lookedAfterBy, moves, execution, outcomes);
    }

    public Intervention with(Execution done) {
        return new Intervention(
                id, knelpunt, version, state, content, planning, conditions, owner, moves, done, outcomes);
    }

    public Intervention with(Outcome outcome) {
        return new Intervention(
                id,
                knelpunt,
                version,
                state,
                content,
                planning,
                conditions,
                owner,
                moves,
                execution,
                append(outcomes, outcome));
    }

    public Intervention at(long other) {
        return new Intervention(
                id, knelpunt, other, state, content, planning, conditions, owner, moves, execution, outcomes);
    }

    private static <T> List<T> append(List<T> list, T item) {
        List<T> all = new ArrayList<>(list);
        all.add(item);
        return all;
    }

    /** What kind of intervention whose was, and when it came into which state: that stays of a knelpunt that was destroyed. */
    public Intervention withoutTexts() {
        return new Intervention(
                id,
                knelpunt,
                version,
                state,
                new Content(
                        content.type(),
                        content.name(),
                        content.category(),
                        null,
                        content.participant(),
                        content.organ(),
                        null,
                        null,
                        null,
                        null,
                        null),
                planning,
                List.of(),
                owner,
                moves.stream()
                        .map(m -> new Move(m.to(), m.person(), m.at(), null))
                        .toList(),
                execution == null ? null : new Execution(execution.date(), null, execution.person(), execution.at()),
                outcomes.stream()
                        .map(o -> new Outcome(o.kind(), o.date(), null, o.participant(), o.person(), o.at()))
                        .toList());
    }
}
