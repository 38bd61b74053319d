package nl.knelpunt.engine.participant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The working area of one RIEC (Bgs 2.13) and who works together there.
 *
 * @param id short name
 * @param name as people write it
 * @param municipalities CBS code to name
 * @param participants by id
 */
public record Region(
        String id, String name, Map<String, String> municipalities, Map<String, Participant> participants) {

    public Region {
        municipalities = Map.copyOf(municipalities);
        participants = Map.copyOf(participants);
    }

    public Region(String id, String name, Map<String, String> municipalities, List<Participant> participants) {
        this(
                id,
                name,
                municipalities,
                participants.stream().collect(Collectors.toMap(Participant::id, Function.identity())));
    }

    /** Null when it is not of this region. */
    public Participant find(String participantId) {
        return participantId == null ? null : participants.get(participantId);
    }

    public Optional<Participant> participant(String participantId) {
        return Optional.ofNullable(find(participantId));
    }

    /** Whether a municipality lies in this region (G06). */
    public boolean contains(String municipality) {
        return municipality != null && municipalities.containsKey(municipality);
    }

    /** Participants that the law designates: those whom the steering group represents. */
    public List<Participant> designated() {
        return participants.values().stream().filter(Participant::isDesignated).toList();
    }

    /** Whether it is one of those; false for null. Who is none any more is not represented. */
    public boolean hasSeat(String participantId) {
        Participant participant = find(participantId);
        return participant != null && participant.isDesignated();
    }

    /** How many those are. */
    public int seats() {
        int seats = 0;
        // Over entries: the iterator of values would be allocated, and the guard asks this of every decision of the
        // steering group.
        for (Map.Entry<String, Participant> participant : participants.entrySet()) {
            if (participant.getValue().isDesignated()) {
                seats++;
            }
        }
        return seats;
    }
}
