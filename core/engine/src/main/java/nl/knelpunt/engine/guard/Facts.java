package nl.knelpunt.engine.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Subjects;
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
 * @param rules that hold today, with the policy of this RIEC
 * @param signal that the act concerns, null when none or when it doesn't exist
 * @param knelpunt that the act concerns, null when none or when it doesn't exist
 * @param bundled signals of the proposal at hand
 * @param subjects known in the dossier at hand
 * @param data that the act brings in, shows or rests on
 * @param finds what was found in the texts that the act brings in, as far as their writer did not confirm it
 * @param papers provisions, requests and advices that the act concerns
 * @param asked never null
 */
public record Facts(
        Act act,
        Actor actor,
        Instant now,
        LocalDate today,
        Region region,
        Set<String> activeKinds,
        RuleSet rules,
        Signal signal,
        Knelpunt knelpunt,
        List<Signal> bundled,
        Subjects subjects,
        List<Datum> data,
        List<Found> finds,
        Papers papers,
        Asked asked) {

    /** Days count in the Netherlands (LAW: the last day of a term lasts until 24:00 there). */
    public static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    /** The day of a moment in the Netherlands. */
    public static LocalDate day(Instant moment) {
        return moment.atZone(NETHERLANDS).toLocalDate();
    }

    public Facts {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(subjects, "subjects");
        Objects.requireNonNull(papers, "papers");
        Objects.requireNonNull(asked, "asked");
    }

    /** What is known before anything of a dossier is loaded. */
    public static Facts of(Act act, Actor actor, Instant now, Region region, Set<String> activeKinds, RuleSet rules) {
        return new Facts(
                act,
                actor,
                now,
                now.atZone(NETHERLANDS).toLocalDate(),
                region,
                activeKinds,
                rules,
                null,
                null,
                List.of(),
                Subjects.NONE,
                List.of(),
                List.of(),
                Papers.NONE,
                new Asked.Nothing());
    }

    /** The same facts for another act. */
    public Facts as(Act other) {
        return but(other, signal, knelpunt, bundled, subjects, data, finds, papers, asked);
    }

    public Facts asking(Asked what) {
        return but(act, signal, knelpunt, bundled, subjects, data, finds, papers, what);
    }

    public Facts withSignal(Signal loaded, Subjects itsSubjects) {
        return but(act, loaded, knelpunt, bundled, itsSubjects, data, finds, papers, asked);
    }

    public Facts withKnelpunt(Knelpunt loaded, Subjects itsSubjects) {
        return but(act, signal, loaded, bundled, itsSubjects, data, finds, papers, asked);
    }

    public Facts withBundled(List<Signal> signals) {
        return but(act, signal, knelpunt, signals, subjects, data, finds, papers, asked);
    }

    public Facts withSubjects(Subjects known) {
        return but(act, signal, knelpunt, bundled, known, data, finds, papers, asked);
    }

    public Facts withData(List<Datum> judged) {
        return but(act, signal, knelpunt, bundled, subjects, judged, finds, papers, asked);
    }

    public Facts withPapers(Papers loaded) {
        return but(act, signal, knelpunt, bundled, subjects, data, finds, loaded, asked);
    }

    public Facts withFinds(List<Found> found) {
        return but(act, signal, knelpunt, bundled, subjects, data, found, papers, asked);
    }

    private Facts but(
            Act anAct,
            Signal aSignal,
            Knelpunt aKnelpunt,
            List<Signal> signals,
            Subjects known,
            List<Datum> judged,
            List<Found> found,
            Papers loaded,
            Asked what) {
        return new Facts(
                anAct,
                actor,
                now,
                today,
                region,
                activeKinds,
                rules,
                aSignal,
                aKnelpunt,
                signals,
                known,
                judged,
                found,
                loaded,
                what);
    }

    public Policy policy() {
        return rules.policy();
    }

    /** Whether a participant's plugin is absent, so that its data are frozen. */
    boolean isFrozen(String participant) {
        Participant known = region.find(participant);
        return known == null || !activeKinds.contains(known.kind());
    }

    /** A participant's name for a message; its id when the region doesn't know it any more, never null. */
    String nameOf(String participant) {
        Participant known = region.find(participant);
        return known != null ? known.name() : participant == null ? "?" : participant;
    }
}
