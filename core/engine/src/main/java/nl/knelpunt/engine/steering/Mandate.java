package nl.knelpunt.engine.steering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.guard.Act;

/**
 * A participant lets somebody decide for it who was not appointed for that (the participants decide: Wgs 2.23(2)-(5)).
 *
 * @param id UUIDv7
 * @param version counts changes, from 1
 * @param participant that gives it
 * @param holder account of who may decide; never one of the bureau
 * @param acts that it covers, at least one of {@link #COVERABLE}
 * @param from first day
 * @param until last day
 * @param reference of the paper in which it was given
 * @param registeredBy account of the member that had it registered
 * @param registered when
 * @param withdrawn null while it stands
 */
public record Mandate(
        UUID id,
        long version,
        String participant,
        UUID holder,
        Set<Act> acts,
        LocalDate from,
        LocalDate until,
        String reference,
        UUID registeredBy,
        Instant registered,
        Withdrawal withdrawn) {

    /** What a participant decides, and so may let somebody else decide. */
    public static final Set<Act> COVERABLE = Collections.unmodifiableSet(EnumSet.of(
            Act.DECIDE_ASSESSMENT,
            Act.VOTE_DESIGNATION,
            Act.DESIGNATE,
            Act.VOTE_PROLONGATION,
            Act.PROLONG,
            Act.VOTE_CLOSURE,
            Act.CLOSE,
            Act.VOTE_INVOLVEMENT,
            Act.DECIDE_INVOLVEMENT,
            Act.OPEN_PHASE,
            Act.VOTE_ITEM,
            Act.ANSWER_PROVISION));

    private static final Set<Act> READING_KNELPUNTEN = Collections.unmodifiableSet(
            EnumSet.of(Act.SEE_KNELPUNT, Act.LIST_KNELPUNTEN, Act.PREVIEW_DOCUMENT, Act.SEE_DOCUMENT));

    private static final Set<Act> READING_MEETINGS =
            Collections.unmodifiableSet(EnumSet.of(Act.SEE_MEETING, Act.LIST_MEETINGS));

    /** Who can't read it can't decide on it; and who decides on one thing needs no other (Wgs 1.8(5)). */
    private static final Map<Act, Set<Act>> READ_FOR_IT = readForIt();

    private static Map<Act, Set<Act>> readForIt() {
        Map<Act, Set<Act>> read = new EnumMap<>(Act.class);
        for (Act act : COVERABLE) {
            Set<Act> needed = EnumSet.copyOf(READING_KNELPUNTEN);
            needed.addAll(READING_MEETINGS);
            read.put(act, needed);
        }
        read.put(Act.OPEN_PHASE, READING_KNELPUNTEN);
        read.put(Act.DECIDE_ASSESSMENT, EnumSet.of(Act.SEE_SIGNAL));
        read.put(Act.ANSWER_PROVISION, EnumSet.of(Act.SEE_PROVISION));
        return read;
    }

    /**
     * @param person account of who withdrew it
     * @param at when; it holds no more from then on
     */
    public record Withdrawal(UUID person, Instant at) {}

    public Mandate {
        acts = Set.copyOf(acts);
    }

    /** Whether it lets its holder do this on that day: what was given, and reading for it. */
    public boolean covers(Act act, LocalDate day) {
        return holdsOn(day)
                && (acts.contains(act)
                        || acts.stream()
                                .anyMatch(a ->
                                        READ_FOR_IT.getOrDefault(a, Set.of()).contains(act)));
    }

    public boolean holdsOn(LocalDate day) {
        return withdrawn == null && !day.isBefore(from) && !day.isAfter(until);
    }

    public Mandate withdrawnBy(UUID person, Instant at) {
        return new Mandate(
                id,
                version,
                participant,
                holder,
                acts,
                from,
                until,
                reference,
                registeredBy,
                registered,
                new Withdrawal(person, at));
    }
}
