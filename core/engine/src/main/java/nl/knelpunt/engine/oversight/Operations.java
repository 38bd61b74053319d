package nl.knelpunt.engine.oversight;

import java.time.Instant;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.port.Backups;
import org.osgi.annotation.versioning.ProviderType;

/** Acts on the installation itself; each goes through the gate and is logged. */
@ProviderType
public interface Operations {

    Verification verifyLog(Call call);

    Backups.Backup backUp(Call call);

    Backups.Contents contents(Call call);

    /** The time as the domain and the log see it. */
    Instant now();

    /** Whether the clock can be moved: only in a demo. */
    boolean isDemo();

    /**
     * Lets a demo begin in the past. The one exception: no act and not logged, since nothing was done or logged yet.
     *
     * @throws nl.knelpunt.engine.gate.InvalidException no demo, or something was done already
     */
    void beginDemoAt(Call call, Instant start);

    /**
     * Moves the demo clock forward; terms that pass end at once.
     *
     * @throws nl.knelpunt.engine.gate.InvalidException no demo, or not forward
     */
    Instant moveClock(Call call, Instant to);
}
