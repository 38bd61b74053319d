package nl.knelpunt.engine.dossier;

import java.time.LocalDate;

/**
 * What must be recorded of data from a Bibob file (Wet Bibob 28(2)(d), 29; G30).
 *
 * @param advice day of the advice; five years later it may not be used any more. Null until filled in
 * @param supports id of the participant that sees the data, in support of the body that applies the Wet Bibob
 * @param how that participant supports it; null until filled in
 */
public record BibobBasis(LocalDate advice, String supports, String how) {}
