package nl.knelpunt.engine.plan;

import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tasks for parties without data exchange. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface TaskSheets {

    /**
     * Releases a sheet, to be handed over by a person. Refused when it holds anything of a datum (G02). Where it belongs to an
     * intervention, a description or days that are left out come from that.
     */
    Done release(Call call, UUID knelpunt, TaskSheet.Content content);

    /** Oldest first. */
    Page<TaskSheet> list(Call call, UUID knelpunt, UUID after, int limit);

    TaskSheet see(Call call, UUID knelpunt, UUID sheet);

    /** The sheet to print and hand over, as tagged PDF/A in Dutch. */
    byte[] pdf(Call call, UUID knelpunt, UUID sheet);
}
