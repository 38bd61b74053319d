package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.PoliceBasis;

/**
 * The atom: one value about one subject, with where it came from and on what ground it is here (G48).
 *
 * @param id UUIDv7
 * @param dossier id of the signal or knelpunt that it belongs to
 * @param subject whom or what it is about
 * @param category its category in the law; null is refused by the guard
 * @param field what the value is, such as {@code kenteken}
 * @param content the value, at most 4,000 characters
 * @param supplier id of the participant that supplied it
 * @param organ of the supplier; null on a draft
 * @param task statutory task of the organ in which the supplier holds it; null on a draft
 * @param basis legal basis of the supply in words; null on a draft
 * @param phase 0 in a signal, else 1, 2 or 3 (Wgs 2.23(6))
 * @param lawfullyHeld the supplier declares so (G07)
 * @param police Wpg class and agreement of police data, else null
 * @param unavoidable only of a nationality: why identification can't do without (G08), else null
 * @param origins flags that go with the datum wherever it goes
 * @param firstProcessed the five years begin here; reuse never restarts them (G39)
 * @param destroyBy last day on which it may exist
 */
public record Datum(
        UUID id,
        UUID dossier,
        UUID subject,
        DataCategory category,
        String field,
        String content,
        String supplier,
        Organ organ,
        String task,
        String basis,
        int phase,
        boolean lawfullyHeld,
        PoliceBasis police,
        String unavoidable,
        Set<OriginFlag> origins,
        Instant firstProcessed,
        LocalDate destroyBy) {

    public Datum {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        origins = Set.copyOf(origins);
    }

    /** Without the value, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Datum[" + id + ", " + category + ", " + supplier + "]";
    }
}
