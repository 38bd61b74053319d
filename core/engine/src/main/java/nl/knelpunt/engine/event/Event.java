package nl.knelpunt.engine.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.SignalState;

/**
 * That something changed, as it waits to be told. Holds references only, and nothing of a data subject.
 *
 * @param sequence the order in which events are told, 0 before it is appended. Stays inside: its gaps would tell others how
 *     much happens that they may not know of
 * @param id UUIDv7, its name outside
 * @param at moment of the act
 * @param type what happened; null when an other version of the platform wrote it, and then nobody hears of it
 * @param subject what it happened to; null when it is about nothing in particular
 * @param datum that it is about, which decides who hears of it; null for none
 * @param participants whom it concerns or who knew what is gone, the reporter first; empty where that does not matter
 * @param was state of a signal that is gone, null when nothing is
 */
public record Event(
        long sequence,
        UUID id,
        Instant at,
        EventType type,
        UUID subject,
        UUID datum,
        List<String> participants,
        SignalState was) {

    public Event {
        participants = List.copyOf(participants);
    }
}
