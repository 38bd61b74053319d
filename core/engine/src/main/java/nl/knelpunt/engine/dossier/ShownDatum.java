package nl.knelpunt.engine.dossier;

import java.util.Set;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Obligation;

/**
 * A datum as the asker may see it now.
 *
 * @param datum without content when frozen, its content masked when a BSN
 * @param subject whom it is about
 * @param obligations of whoever shows it on
 * @param frozen why it is not shown, null when it is
 */
public record ShownDatum(Datum datum, Subject subject, Set<Obligation> obligations, Finding frozen) {}
