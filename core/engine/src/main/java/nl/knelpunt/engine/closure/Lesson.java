package nl.knelpunt.engine.closure;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.plugin.InterventionType;

/**
 * What was learnt of a knelpunt that was closed. It stays when everything of the knelpunt is destroyed, so it is about nobody.
 *
 * @param id UUIDv7
 * @param knelpunt of which it was learnt; not shown to who looks for lessons
 * @param activity what that was
 * @param day of the closure
 * @param content what was learnt
 */
public record Lesson(UUID id, UUID knelpunt, Activity activity, LocalDate day, Content content) {

    /**
     * @param worked whether it did
     * @param category of intervention, null when it is about none
     * @param manifestation of organised crime, null when it is about all
     * @param objectType null when it is about all
     * @param barrierStep code of a step of a barrier model, null when it is about none
     * @param text what worked or didn't, and why; about nobody
     */
    public record Content(
            boolean worked,
            InterventionType.Category category,
            Manifestation manifestation,
            ObjectType objectType,
            String barrierStep,
            String text) {}
}
