package nl.knelpunt.engine.signal;

import java.time.Instant;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.lifecycle.SignalState;

/**
 * Which signals of a list are wanted; what is null does not matter.
 *
 * @param state as the caller is told it
 * @param reporter participant that reported it
 * @param from received at or after this moment
 * @param until received before this moment
 * @param manifestation of organised crime
 * @param municipality CBS code of the place that was observed
 * @param knelpunt that it is linked to
 * @param waiting only what waits for the caller's participant, or for the bureau
 */
public record SignalFilter(
        SignalState state,
        String reporter,
        Instant from,
        Instant until,
        Manifestation manifestation,
        String municipality,
        UUID knelpunt,
        boolean waiting) {

    public static final SignalFilter NONE = new SignalFilter(null, null, null, null, null, null, null, false);
}
