package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.DatumState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.HandlingCode;
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
 * @param source never null
 * @param phase 0 in a signal, else 1, 2 or 3 (Wgs 2.23(6))
 * @param origins flags that go with the datum wherever it goes
 * @param firstProcessed the five years begin here; reuse never restarts them (G39)
 * @param destroyBy last day on which it may exist
 * @param marks what was said of it since, never null
 * @param version counts changes, from 1
 */
public record Datum(
        UUID id,
        UUID dossier,
        UUID subject,
        DataCategory category,
        String field,
        String content,
        Source source,
        int phase,
        Set<OriginFlag> origins,
        Instant firstProcessed,
        LocalDate destroyBy,
        Marks marks,
        long version)
        implements Versioned {

    public Datum {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(marks, "marks");
        origins = Set.copyOf(origins);
    }

    /** As it comes in. */
    public Datum(
            UUID id,
            UUID dossier,
            UUID subject,
            DataCategory category,
            String field,
            String content,
            Source source,
            int phase,
            Set<OriginFlag> origins,
            Instant firstProcessed,
            LocalDate destroyBy,
            Marks marks) {
        this(
                id,
                dossier,
                subject,
                category,
                field,
                content,
                source,
                phase,
                origins,
                firstProcessed,
                destroyBy,
                marks,
                1);
    }

    public String supplier() {
        return source.supplier();
    }

    public Organ organ() {
        return source.organ();
    }

    public PoliceBasis police() {
        return source.police();
    }

    public DatumState state() {
        if (marks.veto() != null) {
            return DatumState.BLOCKED;
        }
        return marks.error() == null ? DatumState.SHARED : DatumState.FROZEN;
    }

    /** Whether its supplier put a handling code on it. */
    public boolean has(HandlingCode code) {
        return source.grading() != null && source.grading().has(code);
    }

    public boolean has(OriginFlag flag) {
        return origins.contains(flag);
    }

    public Datum with(Source changed) {
        return new Datum(
                id,
                dossier,
                subject,
                category,
                field,
                content,
                changed,
                phase,
                origins,
                firstProcessed,
                destroyBy,
                marks,
                version);
    }

    public Datum with(Marks changed) {
        return new Datum(
                id,
                dossier,
                subject,
                category,
                field,
                content,
                source,
                phase,
                origins,
                firstProcessed,
                destroyBy,
                changed,
                version);
    }

    public Datum withContent(String changed) {
        return new Datum(
                id,
                dossier,
                subject,
                category,
                field,
                changed,
                source,
                phase,
                origins,
                firstProcessed,
                destroyBy,
                marks,
                version);
    }

    /** With an earlier last day; it never gets a later one. */
    public Datum destroyAtLatest(LocalDate day) {
        return new Datum(
                id,
                dossier,
                subject,
                category,
                field,
                content,
                source,
                phase,
                origins,
                firstProcessed,
                destroyBy == null || day.isBefore(destroyBy) ? day : destroyBy,
                marks,
                version);
    }

    /** What may be known of a frozen datum. */
    public Datum withoutContent() {
        return withContent(null)
                .with(new Source(
                        source.supplier(),
                        source.organ(),
                        source.task(),
                        source.basis(),
                        source.lawfullyHeld(),
                        null,
                        source.wjsg(),
                        null,
                        null,
                        source.grading() == null ? null : source.grading().withoutRestriction()));
    }

    /**
     * The same value in another dossier, about a subject there. Its origin and its dates stay (G39), and what its source said of
     * it; a hold keeps the datum that it was put on, not what is made of it.
     */
    public Datum takenOver(UUID newId, UUID newDossier, UUID newSubject, UUID from) {
        return new Datum(
                newId,
                newDossier,
                newSubject,
                category,
                field,
                content,
                source,
                phase,
                origins,
                firstProcessed,
                destroyBy,
                new Marks(marks.veto(), marks.error(), null, from, List.of(), marks.corrected(), marks.rejected()));
    }

    /** Without the value, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Datum[" + id + ", " + category + ", " + supplier() + "]";
    }
}
