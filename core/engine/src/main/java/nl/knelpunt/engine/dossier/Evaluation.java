package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * The yearly evaluation (working method; Wgs 1.7(5)).
 *
 * @param goalReached whether the goal was reached
 * @param findings what was found; no personal data
 * @param recommendation prolong or close
 * @param renewedGrounds for a prolongation: the grounds argued anew (G22); else null
 * @param person who recorded it
 * @param at when
 */
public record Evaluation(
        boolean goalReached,
        String findings,
        Recommendation recommendation,
        Grounds renewedGrounds,
        UUID person,
        Instant at) {

    public enum Recommendation {
        PROLONG,
        CLOSE
    }
}
