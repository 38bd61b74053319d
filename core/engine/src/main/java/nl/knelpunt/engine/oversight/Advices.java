package nl.knelpunt.engine.oversight;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The register of advices of the legality advisory committee, kept by its members (Wgs 1.8(6), Bgs 1.13). */
@ProviderType
public interface Advices {

    /**
     * An advice that was not asked for here: unasked (Bgs 1.14), or asked on paper.
     *
     * @param reference of the advice, as the committee numbers it
     * @param about what was put before it; no personal data
     * @param date of the advice, not after today
     * @param conditions only, and always, with {@link RacAdvice.Outcome#WITH_CONDITIONS}
     * @param matter null for one change of the processing
     */
    record NewAdvice(
            String reference,
            String about,
            LocalDate date,
            RacAdvice.Outcome outcome,
            String reasons,
            String conditions,
            RacAdvice.Matter matter) {}

    Done register(Call call, NewAdvice advice);

    /** Advices, oldest first. */
    Page<RacAdvice> list(Call call, UUID after, int limit);
}
