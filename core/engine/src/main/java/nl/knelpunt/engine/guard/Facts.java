package nl.knelpunt.engine.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.signal.Signal;

/**
 * All that the guard knows when it decides. Loaded from the store by the gate; only {@code asked} and the data that are being
 * brought in come from the caller.
 *
 * @param act that is asked
 * @param actor who asks
 * @param now moment of the act
 * @param today the same, as a day in the Netherlands
 * @param region of this RIEC
 * @param activeKinds kinds of participants whose plugin is active (G51)
 * @param policy of this RIEC
 * @param signal that the act concerns, null when none or when it doesn't exist
 * @param knelpunt that the act concerns, null when none or when it doesn't exist
 * @param bundled signals of the proposal at hand
 * @param subjects known in the dossier at hand
 * @param data that the act brings in or shows
 * @param asked never null
 */
public record Facts(
        Act act,
        Actor actor,
        Instant now,
        LocalDate today,
        Region region,
        Set<String> activeKinds,
        Policy policy,
        Signal signal,
        Knelpunt knelpunt,
        List<Signal> bundled,
        List<Subject> subjects,
        List<Datum> data,
        Asked asked) {

    /** Days count in the Netherlands (LAW: the last day of a term lasts until 24:00 there). */
    public static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    public Facts {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(asked, "asked");
    }

    /** What is known before anything of a dossier is loaded. */
    public static Facts of(Act act, Actor actor, Instant now, Region region, Set<String> activeKinds, Policy policy) {
        return new Facts(
                act,
                actor,
                now,
                now.atZone(NETHERLANDS).toLocalDate(),
                region,
                activeKinds,
                policy,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Asked.Nothing());
    }

    /** The same facts for another act. */
    public Facts as(Act other) {
        return new Facts(
                other,
                actor,
                now,
                today,
                region,
                activeKinds,
                policy,
                signal,
                knelpunt,
                bundled,
                subjects,
                data,
                asked);
    }

    public Facts asking(Asked what) {
        return new Facts(
                act, actor, now, today, region, activeKinds, policy, signal, knelpunt, bundled, subjects, data, what);
    }

    public Facts withSignal(Signal loaded, List<Subject> itsSubjects) {
        return new Facts(
                act,
                actor,
                now,
                today,
                region,
                activeKinds,
                policy,
                loaded,
                knelpunt,
                bundled,
                itsSubjects,
                data,
                asked);
    }

    public Facts withKnelpunt(Knelpunt loaded, List<Subject> itsSubjects) {
        return new Facts(
                act, actor, now, today, region, activeKinds, policy, signal, loaded, bundled, itsSubjects, data, asked);
    }

    public Facts withBundled(List<Signal> signals) {
        return new Facts(
                act, actor, now, today, region, activeKinds, policy, signal, knelpunt, signals, subjects, data, asked);
    }

    public Facts withData(List<Datum> judged) {
        return new Facts(
                act,
                actor,
                now,
                today,
                region,
                activeKinds,
                policy,
                signal,
                knelpunt,
                bundled,
                subjects,
                judged,
                asked);
    }

    /** Whether a participant's plugin is absent, so that its data are frozen. */
    boolean isFrozen(String participant) {
        return region.participant(participant)
                .map(Participant::kind)
                .map(kind -> !activeKinds.contains(kind))
                .orElse(true);
    }

    /** A participant's name for a message; its id when the region doesn't know it any more, never null. */
    String nameOf(String participant) {
        return region.participant(participant).map(Participant::name).orElse(participant == null ? "?" : participant);
    }
}
