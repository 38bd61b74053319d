package nl.knelpunt.engine.event;

import java.util.List;

/**
 * What a caller may hear, of a part of all events.
 *
 * @param events in order
 * @param position where to go on
 * @param isAll whether that was the end
 * @param news what to wait with for more: {@link nl.knelpunt.engine.gate.Gate#awaitNews}
 */
public record Heard(List<Event> events, long position, boolean isAll, long news) {

    public Heard {
        events = List.copyOf(events);
    }
}
