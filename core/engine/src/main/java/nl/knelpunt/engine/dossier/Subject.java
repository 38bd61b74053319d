package nl.knelpunt.engine.dossier;

import java.util.UUID;
import nl.knelpunt.api.vocabulary.SubjectKind;

/**
 * Whom or what data are about, within one dossier.
 *
 * @param id UUIDv7
 * @param dossier signal or knelpunt
 * @param kind person, legal person or object
 * @param circleOf the subject whose direct circle it belongs to, null for a subject itself; never of the second degree (G14)
 * @param circleReason how it belongs to that circle; null for a subject itself
 * @param pseudonym stands for the subject in the processing log; destroyed with the subject
 */
public record Subject(UUID id, UUID dossier, SubjectKind kind, UUID circleOf, String circleReason, UUID pseudonym) {

    /** Whether the law's circle applies: persons and legal persons (Wgs 2.22(1)). */
    public boolean isPerson() {
        return kind != SubjectKind.OBJECT;
    }

    /** Without the reason, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Subject[" + id + ", " + kind + "]";
    }
}
