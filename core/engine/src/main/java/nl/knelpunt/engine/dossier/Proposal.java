package nl.knelpunt.engine.dossier;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;

/**
 * What the steering group decides on.
 *
 * @param activity for which is decided; null becomes a knelpunt
 * @param abuse only of a scan: why it may be made (G25), else null
 * @param title a few words without personal data
 * @param objectType persons, group, area or branch
 * @param description of the object
 * @param scope what is in and what is out
 * @param manifestations at least one
 * @param grounds why
 * @param signals ids of the signals that it bundles
 * @param involved participants involved (Wgs 2.23(5)); nobody by default
 * @param foreseenPhases each with why (Wgs 2.23(6)); opening one is a decision of its own
 * @param goals against which is evaluated
 * @param displacement whereto the problem is expected to move, and what is done about that
 */
public record Proposal(
        Activity activity,
        Abuse abuse,
        String title,
        ObjectType objectType,
        String description,
        Scope scope,
        Set<Manifestation> manifestations,
        Grounds grounds,
        List<UUID> signals,
        List<Involved> involved,
        List<ForeseenPhase> foreseenPhases,
        List<Goal> goals,
        String displacement) {

    public Proposal {
        activity = activity == null ? Activity.KNELPUNT : activity;
        scope = scope == null ? Scope.NONE : scope;
        grounds = grounds == null ? Grounds.NONE : grounds;
        manifestations = manifestations == null ? Set.of() : Set.copyOf(manifestations);
        signals = signals == null ? List.of() : List.copyOf(signals);
        involved = involved == null ? List.of() : List.copyOf(involved);
        foreseenPhases = foreseenPhases == null ? List.of() : List.copyOf(foreseenPhases);
        goals = goals == null ? List.of() : List.copyOf(goals);
    }

    /**
     * @param participant id
     * @param tasks codes of the statutory tasks for which it takes part, of the list of its organs (Wgs 2.19(1))
     * @param task what it contributes, in words
     */
    public record Involved(String participant, Set<String> tasks, String task) {

        public Involved {
            tasks = tasks == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(tasks));
        }
    }

    /**
     * @param phase 1, 2 or 3
     * @param reason why its data will be necessary
     */
    public record ForeseenPhase(int phase, String reason) {}

    public Proposal withInvolved(List<Involved> changed) {
        return new Proposal(
                activity,
                abuse,
                title,
                objectType,
                description,
                scope,
                manifestations,
                grounds,
                signals,
                changed,
                foreseenPhases,
                goals,
                displacement);
    }

    public Proposal with(Scope changed) {
        return new Proposal(
                activity,
                abuse,
                title,
                objectType,
                description,
                changed,
                manifestations,
                grounds,
                signals,
                involved,
                foreseenPhases,
                goals,
                displacement);
    }

    public Proposal withGoals(List<Goal> changed) {
        return new Proposal(
                activity,
                abuse,
                title,
                objectType,
                description,
                scope,
                manifestations,
                grounds,
                signals,
                involved,
                foreseenPhases,
                changed,
                displacement);
    }

    /** What kind of thing it is, and of whom. Its title stays where it can't name anybody: of an area or a branch. */
    Proposal withoutTexts() {
        boolean isOfPersons = objectType == ObjectType.PERSONS || objectType == ObjectType.GROUP;
        return new Proposal(
                activity,
                null,
                isOfPersons ? null : title,
                objectType,
                null,
                Scope.NONE,
                manifestations,
                Grounds.NONE,
                signals,
                involved.stream()
                        .map(i -> new Involved(i.participant(), i.tasks(), null))
                        .toList(),
                List.of(),
                List.of(),
                null);
    }
}
