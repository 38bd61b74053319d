package nl.knelpunt.engine.scan;

import java.util.Map;
import java.util.UUID;

/**
 * What a person chose to compare areas by.
 *
 * @param dataSet on which
 * @param weights by code of an indicator, each more than 0; what is not named does not count
 * @param normalisation how values of different units are made comparable
 * @param leastCoverage part of the weights for which there must be values, from 0 to 1; what has less is shown and not ranked
 */
public record Choice(UUID dataSet, Map<String, Double> weights, Normalisation normalisation, double leastCoverage) {

    public static final double MOST_WEIGHT = 1000;

    public enum Normalisation {
        /** The lowest value becomes 0, the highest 1. */
        MIN_MAX,
        /** The distance from the mean in standard deviations (of all rows with a value). */
        Z_SCORE
    }

    public Choice {
        weights = Map.copyOf(weights);
    }
}
