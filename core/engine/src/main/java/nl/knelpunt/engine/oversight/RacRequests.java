package nl.knelpunt.engine.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What bureau and legality advisory committee do with a question (Wgs 1.8(6), Bgs 1.13). Every method goes through the gate and
 * throws what {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface RacRequests {

    /** Papers that one question refers to. */
    int MOST_PAPERS = 100;

    /** @param advice null until there is one */
    record ShownRacRequest(RacRequest request, RacAdvice advice) {}

    /**
     * What the committee advises.
     *
     * @param reference of the advice, as the committee numbers it
     * @param date of the advice, not after today
     * @param reasons why; no personal data
     * @param conditions only, and always, with {@link RacAdvice.Outcome#WITH_CONDITIONS}
     */
    record NewAnswer(String reference, LocalDate date, RacAdvice.Outcome outcome, String reasons, String conditions) {}

    Done draft(Call call, RacRequest.Content content);

    Done amend(Call call, UUID request, UnaryOperator<RacRequest.Content> change);

    /** Puts it before the committee, whose members see it from now on. */
    Done send(Call call, UUID request);

    Done withdraw(Call call, UUID request);

    /** The answer also goes into the register of advices, bound to what was asked. */
    Done advise(Call call, UUID request, NewAnswer answer);

    /**
     * @param reasons never blank with a deviation
     * @param reportedTo with a deviation both RAC and COORDINATING_FG
     */
    Done followUp(Call call, UUID request, boolean followed, String reasons, List<String> reportedTo);

    /**
     * Questions that the caller may see, oldest first.
     *
     * @param state null for all
     */
    Page<ShownRacRequest> list(Call call, RacRequestState state, UUID after, int limit);

    ShownRacRequest see(Call call, UUID request);
}
