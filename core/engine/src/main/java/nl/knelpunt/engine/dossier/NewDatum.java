package nl.knelpunt.engine.dossier;

import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.PoliceBasis;

/**
 * A datum as a supplier gives it. The organ is the supplier's own; the platform adds id, dates and flags.
 *
 * @param subject whom it is about, if that subject is in the dossier already; else null
 * @param newSubject whom it is about, if not; else null
 * @param category null is refused (G48)
 * @param field what the value is
 * @param content the value, at most 4,000 characters
 * @param task statutory task of the supplier
 * @param basis legal basis of the supply
 * @param phase 1, 2 or 3 in a knelpunt; not looked at in a signal
 * @param lawfullyHeld the supplier declares so
 * @param police Wpg class and agreement of police data
 * @param wjsg article of the Wjsg of what the prosecution supplies, else null
 * @param bibob of data from a Bibob file, else null
 * @param professionalSecrecy it falls under the secrecy of medicine or youth care
 * @param unavoidable only of a nationality
 * @param grading evaluation and handling codes (4x4, H0-H3), null when not stated; not in a signal, whose data go by the grading
 *     of the whole
 */
public record NewDatum(
        UUID subject,
        NewSubject newSubject,
        DataCategory category,
        String field,
        String content,
        String task,
        String basis,
        int phase,
        boolean lawfullyHeld,
        PoliceBasis police,
        WjsgArticle wjsg,
        BibobBasis bibob,
        boolean professionalSecrecy,
        String unavoidable,
        Grading grading) {

    public static final int MOST_CHARACTERS = 4_000;

    /** Not graded. */
    public NewDatum(
            UUID subject,
            NewSubject newSubject,
            DataCategory category,
            String field,
            String content,
            String task,
            String basis,
            int phase,
            boolean lawfullyHeld,
            PoliceBasis police,
            WjsgArticle wjsg,
            BibobBasis bibob,
            boolean professionalSecrecy,
            String unavoidable) {
        this(
                subject,
                newSubject,
                category,
                field,
                content,
                task,
                basis,
                phase,
                lawfullyHeld,
                police,
                wjsg,
                bibob,
                professionalSecrecy,
                unavoidable,
                null);
    }

    /**
     * @param kind never null
     * @param circleOf the subject in whose direct circle it is; null for a subject itself
     * @param circleReason how
     */
    public record NewSubject(SubjectKind kind, UUID circleOf, String circleReason) {

        /** Without the reason, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "NewSubject[" + kind + "]";
        }
    }

    /** Without the value, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "NewDatum[" + category + ", " + field + "]";
    }
}
