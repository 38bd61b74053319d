package nl.knelpunt.engine.dossier;

import java.util.List;
import java.util.Set;
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
        List<Involved> involved) {

    public Proposal {
        activity = activity == null ? Activity.KNELPUNT : activity;
        scope = scope == null ? new Scope(null, null, null) : scope;
        grounds = grounds == null ? Grounds.NONE : grounds;
        manifestations = manifestations == null ? Set.of() : Set.copyOf(manifestations);
        signals = signals == null ? List.of() : List.copyOf(signals);
        involved = involved == null ? List.of() : List.copyOf(involved);
    }

    /**
     * @param participant id
     * @param task what it contributes, in words
     */
    public record Involved(String participant, String task) {}
}
