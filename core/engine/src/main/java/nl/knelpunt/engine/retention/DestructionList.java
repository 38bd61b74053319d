package nl.knelpunt.engine.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.DestructionState;

/**
 * What of a dossier is to be destroyed because it is no longer necessary (Wgs 1.8(7)), before its five years are over. One person
 * makes it and another reviews it; it can only speed up what the law orders, never delay it.
 *
 * @param id UUIDv7
 * @param dossier the knelpunt
 * @param activity what that is
 * @param version counts changes, from 1
 * @param state where it stands
 * @param whole whether everything goes: data, signals, texts; else only {@code data}
 * @param data ids of what goes; empty when everything does
 * @param reason why it is no longer necessary; no personal data
 * @param due last day on which what is listed may still be there: after it the list is executed whether it was approved or not.
 *     Null when only the five years count
 * @param made when
 * @param maker account of who made it
 * @param review null until it was approved or sent back
 * @param kept what the reviewer keeps, each on a ground of the law
 * @param destroyed what was destroyed so far, by kind
 * @param executed when all of it was, null until then
 */
public record DestructionList(
        UUID id,
        UUID dossier,
        Activity activity,
        long version,
        DestructionState state,
        boolean whole,
        List<UUID> data,
        String reason,
        LocalDate due,
        Instant made,
        UUID maker,
        Review review,
        List<Kept> kept,
        Map<String, Integer> destroyed,
        Instant executed)
        implements Versioned {

    public DestructionList {
        data = List.copyOf(data);
        kept = List.copyOf(kept);
        destroyed = Collections.unmodifiableMap(new TreeMap<>(destroyed));
    }

    /**
     * @param person another than the maker
     * @param approved or sent back
     * @param reason of sending back; null when approved
     */
    public record Review(UUID person, Instant at, boolean approved, String reason) {}

    /**
     * A datum that stays, although it is listed.
     *
     * @param until last day of the hold
     */
    public record Kept(UUID datum, Marks.Hold.Ground ground, LocalDate until, UUID person, Instant at) {}

    /** Whether it is to be executed on a day: approved, or past its last day. */
    public boolean isToBeExecutedOn(LocalDate day) {
        return state == DestructionState.APPROVED || !state.isOver() && due != null && day.isAfter(due);
    }

    public DestructionList in(DestructionState next) {
        return but(next, data, reason, review, kept, destroyed, executed);
    }

    public DestructionList saying(List<UUID> listed, String why) {
        return but(state, listed, why, review, kept, destroyed, executed);
    }

    /** Approved, or sent back to its maker. */
    public DestructionList with(Review said) {
        return but(
                said.approved() ? DestructionState.APPROVED : DestructionState.DRAFT,
                data,
                reason,
                said,
                kept,
                destroyed,
                executed);
    }

    public DestructionList with(Kept one) {
        List<Kept> all = new ArrayList<>(kept);
        all.removeIf(k -> k.datum().equals(one.datum()));
        all.add(one);
        return but(state, data, reason, review, all, destroyed, executed);
    }

    /** With so many more of a kind destroyed. */
    public DestructionList counting(String kind, int number) {
        Map<String, Integer> all = new TreeMap<>(destroyed);
        if (number > 0) {
            all.merge(kind, number, Integer::sum);
        }
        return but(state, data, reason, review, kept, all, executed);
    }

    public DestructionList executedAt(Instant at) {
        return over(DestructionState.EXECUTED, at);
    }

    /** All that it lists went with another list. */
    public DestructionList lapsedAt(Instant at) {
        return over(DestructionState.LAPSED, at);
    }

    private DestructionList over(DestructionState how, Instant at) {
        Review bare = review == null ? null : new Review(review.person(), review.at(), review.approved(), null);
        return but(how, List.of(), null, bare, kept, destroyed, at);
    }

    private DestructionList but(
            DestructionState next,
            List<UUID> listed,
            String why,
            Review reviewed,
            List<Kept> keeps,
            Map<String, Integer> counted,
            Instant at) {
        return new DestructionList(
                id, dossier, activity, version, next, whole, listed, why, due, made, maker, reviewed, keeps, counted,
                at);
    }
}
