package nl.knelpunt.engine.signal;

import nl.knelpunt.api.vocabulary.WpgClass;

/**
 * What must be recorded of police data (Wpg 20(3)).
 *
 * @param wpgClass null until filled in
 * @param agreement with which competent authority it was agreed, and when; null until filled in
 */
public record PoliceBasis(WpgClass wpgClass, String agreement) {}
