package nl.knelpunt.engine.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;

/**
 * A meeting about one case.
 *
 * @param id UUIDv7
 * @param consultation the case consultation
 * @param version counts changes, from 1
 * @param state see {@link nl.knelpunt.engine.lifecycle.Lifecycle}
 * @param date of the meeting
 * @param agenda what is talked about, in order
 * @param present participants that were there; empty until held
 * @param agreements made there; empty until held
 * @param cancelled why it was cancelled; null of one that was not, and of those of before that was kept
 */
public record CaseMeeting(
        UUID id,
        UUID consultation,
        long version,
        CaseMeetingState state,
        LocalDate date,
        List<String> agenda,
        List<String> present,
        List<Agreement> agreements,
        UUID person,
        Instant at,
        String cancelled)
        implements Versioned {

    public static final int MOST_ITEMS = 50;

    public CaseMeeting {
        agenda = List.copyOf(agenda);
        present = List.copyOf(present);
        agreements = List.copyOf(agreements);
    }

    /**
     * @param participant that does it
     * @param text what was agreed; names persons by reference only
     * @param due last day
     * @param done what came of it, null while open
     */
    public record Agreement(UUID id, String participant, String text, LocalDate due, Settlement done) {}

    public record Settlement(String text, UUID person, Instant at) {}

    public CaseMeeting at(long other) {
        return new CaseMeeting(
                id, consultation, other, state, date, agenda, present, agreements, person, this.at, cancelled);
    }

    public CaseMeeting on(LocalDate day, List<String> items) {
        return new CaseMeeting(
                id, consultation, version, state, day, items, present, agreements, person, at, cancelled);
    }

    public CaseMeeting cancelledBecause(String reason) {
        return new CaseMeeting(
                id,
                consultation,
                version,
                CaseMeetingState.CANCELLED,
                date,
                agenda,
                present,
                agreements,
                person,
                at,
                reason);
    }

    public CaseMeeting held(LocalDate day, List<String> attended, List<Agreement> made) {
        return new CaseMeeting(
                id, consultation, version, CaseMeetingState.HELD, day, agenda, attended, made, person, at, cancelled);
    }

    /** Null when there is no such agreement. */
    public Agreement agreement(UUID agreement) {
        return agreements.stream()
                .filter(a -> a.id().equals(agreement))
                .findFirst()
                .orElse(null);
    }

    public CaseMeeting settled(UUID agreement, Settlement settlement) {
        return new CaseMeeting(
                id,
                consultation,
                version,
                state,
                date,
                agenda,
                present,
                agreements.stream()
                        .map(a -> a.id().equals(agreement)
                                ? new Agreement(a.id(), a.participant(), a.text(), a.due(), settlement)
                                : a)
                        .toList(),
                person,
                at,
                cancelled);
    }
}
