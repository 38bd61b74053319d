package nl.knelpunt.engine.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a participant pledges to put into a knelpunt during a period, and what was used of it.
 *
 * @param id UUIDv7
 * @param knelpunt for which
 * @param participant that pledges
 * @param intervention for which in particular, null for the knelpunt as a whole
 * @param first day of the period
 * @param last day of it
 * @param hours pledged in the whole period
 * @param people that it puts in, at the same time
 * @param withdrawn when the participant took back what it had not used, null while it stands
 * @param used in the order in which it was written down
 */
public record Pledge(
        UUID id,
        UUID knelpunt,
        String participant,
        UUID intervention,
        LocalDate first,
        LocalDate last,
        int hours,
        int people,
        UUID person,
        Instant at,
        Instant withdrawn,
        List<Use> used) {

    /** In one pledge. */
    public static final int MOST_HOURS = 1_000_000;

    public static final int MOST_PEOPLE = 10_000;

    /** Of one participant in one knelpunt. */
    public static final int MOST_PLEDGES = 100;

    public static final int MOST_USES = 500;

    /**
     * @param date on which, or up to which
     * @param hours that were used; negative puts an earlier mistake right
     */
    public record Use(LocalDate date, int hours, UUID person, Instant at) {}

    public Pledge {
        used = List.copyOf(used);
    }

    public int hoursUsed() {
        return used.stream().mapToInt(Use::hours).sum();
    }

    /** Of one that was withdrawn only what was used counts. */
    public int hoursThatStand() {
        return withdrawn == null ? hours : hoursUsed();
    }

    public int peopleThatStand() {
        return withdrawn == null ? people : 0;
    }

    public Pledge with(Use use) {
        List<Use> all = new ArrayList<>(used);
        all.add(use);
        return new Pledge(
                id, knelpunt, participant, intervention, first, last, hours, people, person, at, withdrawn, all);
    }

    public Pledge withdrawnAt(Instant moment) {
        return new Pledge(
                id, knelpunt, participant, intervention, first, last, hours, people, person, at, moment, used);
    }
}
