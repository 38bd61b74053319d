package nl.knelpunt.engine.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What participants put into knelpunten: hours and people. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Capacities {

    /** @param intervention for which in particular, or null */
    record NewPledge(UUID intervention, LocalDate first, LocalDate last, Integer hours, Integer people) {}

    /**
     * One knelpunt of the overview.
     *
     * @param title of the knelpunt
     */
    record OfKnelpunt(UUID knelpunt, String title, List<CapacityTotal> totals) {}

    /** For the caller's own participant; the id in the answer is the pledge's. */
    Done pledge(Call call, UUID knelpunt, NewPledge pledge);

    /** @param hours that were used; negative puts an earlier mistake right */
    Done use(Call call, UUID knelpunt, UUID pledge, LocalDate date, int hours);

    /** Takes back what was not used. */
    Done withdraw(Call call, UUID knelpunt, UUID pledge);

    /** Knelpunten for which something was pledged, oldest first. */
    Page<OfKnelpunt> overview(Call call, UUID after, int limit);
}
