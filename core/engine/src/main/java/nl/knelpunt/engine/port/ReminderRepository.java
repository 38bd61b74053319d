package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What those concerned were told of by time, so that it is told once: also after a restart, and when the clock jumps. */
@ProviderType
public interface ReminderRepository {

    /** @param what of the object, such as which day comes near and how near */
    boolean wasSent(UUID object, String what);

    void sent(UUID object, String what, Instant at);

    void forget(UUID object);
}
