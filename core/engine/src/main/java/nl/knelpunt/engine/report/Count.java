package nl.knelpunt.engine.report;

/**
 * How often something was done in a year.
 *
 * @param part of a figure that is divided; empty of one that is not
 */
public record Count(Figure figure, String part, long number) {}
