package nl.knelpunt.engine.scan;

import java.util.List;
import java.util.UUID;

/**
 * From what a proposal came.
 *
 * @param proposal the knelpunt that was proposed
 * @param source scan or case consultation
 * @param outcome of a scan on which it rests, null of a case consultation
 * @param areas what of that outcome, as it was then
 */
public record Origin(UUID proposal, UUID source, Outcome outcome, List<Ranking.Ranked> areas) {

    public Origin {
        areas = List.copyOf(areas);
    }
}
