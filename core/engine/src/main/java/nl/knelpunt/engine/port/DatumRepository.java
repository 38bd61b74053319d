package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.rights.Identifier;
import org.osgi.annotation.versioning.ProviderType;

/** Data and the subjects that they are about. */
@ProviderType
public interface DatumRepository {

    Optional<Datum> find(UUID id);

    /** Of a signal or knelpunt, in order of id. */
    List<Datum> ofDossier(UUID dossier);

    /**
     * Part of a dossier, in order of id.
     *
     * @param after only ids after this one; null from the start
     */
    List<Datum> ofDossier(UUID dossier, UUID after, int limit);

    /**
     * Part of those of a dossier that a filter takes, in order of id.
     *
     * @param after only ids after this one; null from the start
     */
    List<Datum> ofDossier(UUID dossier, DatumFilter filter, UUID after, int limit);

    /**
     * Part of what a participant supplied in knelpunten, in order of id.
     *
     * @param wrong only what was reported as wrong
     * @param after only ids after this one; null from the start
     */
    List<Datum> ofSupplier(String supplier, boolean wrong, UUID after, int limit);

    /** Brings the last day of all data of a phase in a dossier forward, where it is later. */
    void endPhase(UUID dossier, int phase, LocalDate lastDay);
    /** Of a signal or knelpunt, of one category, in order of id. */
    List<Datum> ofDossier(UUID dossier, DataCategory category);

    /** Data that were taken over from this one, also when this one is gone. */
    List<Datum> copiesOf(UUID id);

    /** How many data of each dossier and category were due on a day, outside drafts. */
    record Count(UUID dossier, DataCategory category, int number) {}

    /** Of all data whose last day will have passed on a day and that no hold keeps then. */
    List<Count> countDue(LocalDate day);

    /** The same of one dossier: the first ids. */
    List<UUID> dueOf(UUID dossier, LocalDate day, int limit);

    /** By category, of all data of a dossier. */
    List<Count> count(UUID dossier);

    /** Part of the data of a dossier that no hold keeps on a day, in order of id. */
    List<Datum> notHeldOf(UUID dossier, LocalDate day, int limit);

    /** Data that a hold keeps past their last day, in order of id. */
    List<Datum> heldPastTerm(LocalDate day, int limit);

    /** How many there are of those. */
    int countHeldPastTerm(LocalDate day);

    /** Data whose hold ends on a day or before, or has no end yet, in that order. */
    List<Datum> holdsEndingBy(LocalDate day, int limit);

    /**
     * Part of all data whose last day has passed and that no hold keeps (G39), in order of id.
     *
     * @param after only ids after this one; null from the start
     */
    List<Datum> due(LocalDate today, UUID after, int limit);

    void insert(Datum datum);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code datum}
     */
    void update(Datum datum);

    /** Removes the datum with what was proposed of it and to whom it was shown, and its subject when nothing else is known. */
    void destroy(UUID id);

    List<Subject> subjectsOf(UUID dossier);

    Optional<Subject> subject(UUID id);

    void insert(Subject subject);

    /** Data about a subject, in order of id. */
    List<Datum> about(UUID subject);

    /** Of whom some datum says exactly this, in every dossier but drafts. */
    List<Subject> identifiedBy(Identifier identifier);

    /** The same person or thing in every dossier but drafts. */
    List<Subject> withPseudonym(UUID pseudonym);
}
