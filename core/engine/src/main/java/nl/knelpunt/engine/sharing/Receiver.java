package nl.knelpunt.engine.sharing;

import java.time.Instant;

/**
 * Somebody who received a datum: it was shown to one of its people. Kept beside the datum, so that a correction reaches all of
 * them (AVG 19) without the processing log, which serves other ends (Wgs 1.8(4)).
 *
 * @param participant id, or {@link #BUREAU}
 * @param first when it was first shown
 */
public record Receiver(String participant, Instant first) {

    /** Stands in the place of a participant for the people of the bureau; no participant has this id. */
    public static final String BUREAU = "@bureau";
}
