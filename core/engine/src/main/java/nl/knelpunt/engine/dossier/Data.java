package nl.knelpunt.engine.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.signal.Grading;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with a datum of a dossier once it is there. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws. Who may not know of a datum hears the same as of one that is not there. What is
 * said of a datum by its supplier, and that it is wrong, holds for all its copies: where it came from and where it was taken over.
 * A supplier may say it also in a dossier in which it is not involved. The id in an answer is the datum's, and so are the state
 * ({@link nl.knelpunt.engine.lifecycle.DatumState}) and the version; of what is taken over the state is the dossier's.
 */
@ProviderType
public interface Data {

    /**
     * What an analyst looks at, and how.
     *
     * @param method null is refused (G26)
     * @param subjects only data about these; empty for all
     * @param categories only these; empty for all
     */
    record Selection(AnalysisMethod method, List<UUID> subjects, Set<DataCategory> categories) {

        public Selection {
            subjects = subjects == null ? List.of() : List.copyOf(subjects);
            categories = categories == null ? Set.of() : Set.copyOf(categories);
        }

        /** Whether the analyst chose to look at it. */
        public boolean takes(Datum datum) {
            return (subjects.isEmpty() || subjects.contains(datum.subject()))
                    && (categories.isEmpty() || categories.contains(datum.category()));
        }
    }

    /** The BSN unmasked (G15); why is kept with the datum. */
    ShownDatum reveal(Call call, UUID dossier, UUID datum, String necessity);

    /** Its supplier objects to any further use by others, for good (G27). A second time changes nothing. */
    Done block(Call call, UUID dossier, UUID datum, String ground);

    /** Somebody who may see the datum found it wrong: it is frozen until its supplier corrects or destroys it (G45). */
    Done reportError(Call call, UUID dossier, UUID datum, String reason);

    /** Its supplier looked into the report and found its datum right; it is not frozen any more. */
    Done rejectError(Call call, UUID dossier, UUID datum, String reason);

    /**
     * Its supplier gives it another value; it is not frozen any more. Origin and dates stay. Whoever received it is told, here and
     * when it is destroyed by its supplier.
     */
    Done correct(Call call, UUID dossier, UUID datum, String content);

    /** Its supplier evaluates it anew, or changes what may be done with it; with all its copies, at once. */
    Done grade(Call call, UUID dossier, UUID datum, Grading grading);

    /** Its supplier has it destroyed, unless it is held. */
    Done destroy(Call call, UUID dossier, UUID datum);

    /**
     * Puts off its destruction (G39). Past its term it is kept only, and not used. Who holds it again, has looked at it again.
     *
     * @param until last day; null for as long as a hold may last
     */
    Done hold(Call call, UUID dossier, UUID datum, Marks.Hold.Ground ground, String reason, LocalDate until);

    /** For as long as a hold may last. */
    default Done hold(Call call, UUID dossier, UUID datum, Marks.Hold.Ground ground, String reason) {
        return hold(call, dossier, datum, ground, reason, null);
    }

    Done liftHold(Call call, UUID dossier, UUID datum);

    /**
     * Takes a datum over from another dossier that the caller may see (G50).
     *
     * @param subject whom it is about in this dossier; null for who came from the same signal
     */
    Done reuse(Call call, UUID dossier, UUID datum, UUID subject, String necessity);

    /**
     * What the caller's participant supplied in knelpunten, also where it is not involved any more, whole but for a BSN: also what
     * is frozen, so that it can be mended.
     *
     * @param wrong only what was reported as wrong
     */
    Page<ShownDatum> own(Call call, boolean wrong, UUID after, int limit);

    /** The selected data as they may be analysed now (G26), in order of id: nothing is ranked or scored. */
    Page<ShownDatum> analyse(Call call, UUID dossier, Selection selection, UUID after, int limit);
}
