package nl.knelpunt.engine.dossier;

import nl.knelpunt.engine.guard.Finding;

/**
 * A datum as the asker may see it now.
 *
 * @param datum without content when frozen
 * @param subject whom it is about
 * @param frozen why it is not shown, null when it is
 */
public record ShownDatum(Datum datum, Subject subject, Finding frozen) {}
