package nl.knelpunt.engine.component;

import java.util.UUID;
import nl.knelpunt.engine.port.Transaction;

/**
 * Knows of one kind of things that stand in a dossier beside its data and signals, such as texts. A component of this type lets them
 * go when everything of a knelpunt is destroyed. Whoever stores a text of a dossier in a table of its own has one.
 */
interface DossierPart {

    /** What the certificate of destruction calls it, such as {@code ANALYSIS}. */
    String kind();

    /** Destroys them, and says how many. */
    int destroy(Transaction transaction, UUID knelpunt);
}
