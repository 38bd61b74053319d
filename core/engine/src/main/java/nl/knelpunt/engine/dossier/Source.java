package nl.knelpunt.engine.dossier;

import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.PoliceBasis;

/**
 * Where a datum comes from and on what ground it may be here (G48). Goes with the datum wherever it goes.
 *
 * @param supplier id of the participant that supplied it
 * @param organ of the supplier; null on a draft
 * @param task statutory task of the organ in which the supplier holds it; null on a draft
 * @param basis legal basis of the supply in words; null on a draft
 * @param lawfullyHeld the supplier declares so (G07)
 * @param police Wpg class and agreement of police data, else null (G28)
 * @param wjsg article of the Wjsg of what the prosecution supplies, else null (G29)
 * @param bibob of data from a Bibob file, else null (G30)
 * @param unavoidable only of a nationality: why identification can't do without (G08), else null
 * @param grading evaluation and handling codes (4x4, H0-H3), of the datum itself or of the signal that it came with; null when not stated
 */
public record Source(
        String supplier,
        Organ organ,
        String task,
        String basis,
        boolean lawfullyHeld,
        PoliceBasis police,
        WjsgArticle wjsg,
        BibobBasis bibob,
        String unavoidable,
        Grading grading) {

    /** Not graded. */
    public Source(
            String supplier,
            Organ organ,
            String task,
            String basis,
            boolean lawfullyHeld,
            PoliceBasis police,
            WjsgArticle wjsg,
            BibobBasis bibob,
            String unavoidable) {
        this(supplier, organ, task, basis, lawfullyHeld, police, wjsg, bibob, unavoidable, null);
    }

    public Source with(Grading changed) {
        return new Source(supplier, organ, task, basis, lawfullyHeld, police, wjsg, bibob, unavoidable, changed);
    }

    /** As an adapter or a worker begins: all but the supplier is still to be said. */
    public static Source of(String supplier) {
        return new Source(supplier, null, null, null, false, null, null, null, null);
    }
}
