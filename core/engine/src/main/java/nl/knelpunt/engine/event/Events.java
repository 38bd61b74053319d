package nl.knelpunt.engine.event;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Following what happens. To begin is an act and logged; what is told then are references to what the caller may see at that
 * moment, each judged by the guard.
 */
@ProviderType
public interface Events {

    /**
     * Begins to follow.
     *
     * @param after id of the last event that the caller heard of; null to hear what comes from now on
     * @throws ForgottenException there is no such event any more
     * @throws nl.knelpunt.engine.guard.RefusedException may not follow
     */
    Follower follow(Call call, UUID after);

    /**
     * Events of the past, oldest first.
     *
     * @param after id of the last event that the caller heard of; null from the oldest that is kept
     * @param limit at most {@link Page#MOST}
     * @throws ForgottenException there is no such event any more
     * @throws nl.knelpunt.engine.guard.RefusedException may not follow
     */
    Page<CloudEvent> list(Call call, UUID after, int limit);

    /**
     * The latest of the past, newest first, as far back as is worth looking.
     *
     * @param limit at most {@link Page#MOST}
     * @throws nl.knelpunt.engine.guard.RefusedException may not follow
     */
    List<CloudEvent> newest(Call call, int limit);

    /** As others are told of it. */
    CloudEvent told(Event event);

    /** Somebody who follows. For one thread. */
    interface Follower {

        /**
         * Waits for events.
         *
         * @return a few, in order; empty when none came in that time
         * @throws nl.knelpunt.engine.guard.RefusedException may not follow any more
         * @throws nl.knelpunt.engine.port.UnavailableException not now
         */
        List<CloudEvent> next(Duration atMost) throws InterruptedException;
    }
}
