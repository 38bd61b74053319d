package nl.knelpunt.engine.dossier;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;

/**
 * Which data somebody wants to see of those that may be seen. Null takes all.
 *
 * @param wrong whether they were reported as wrong, so that they are frozen
 * @param destroyBy only what may exist until this day at the latest
 */
public record DatumFilter(
        String supplier, DataCategory category, Integer phase, UUID subject, Boolean wrong, LocalDate destroyBy) {

    public static final DatumFilter NONE = new DatumFilter(null, null, null, null, null, null);

    public boolean takes(Datum datum) {
        return (supplier == null || supplier.equals(datum.supplier()))
                && (category == null || category == datum.category())
                && (phase == null || phase == datum.phase())
                && (subject == null || subject.equals(datum.subject()))
                && (wrong == null || wrong == (datum.marks().error() != null))
                && (destroyBy == null || !datum.destroyBy().isAfter(destroyBy));
    }
}
