package nl.knelpunt.engine.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/** The calendar of the law's duties. Every method goes through the gate. */
@ProviderType
public interface LegalDuties {

    /**
     * @param next last day on which it is to be done; null when it is not to be done
     * @param last time that it was done; null when it never was
     */
    record Entry(LegalDuty duty, LocalDate next, boolean overdue, DutyDone last) {}

    /** An account whose training counts no more, or not much longer (Bgs 1.17). */
    record Training(UUID account, LocalDate trainedUntil) {}

    /**
     * @param training of active accounts, what ends first before the rest
     * @param feedbackOverdue results whose recipient owes feedback (Wgs 1.7(4)), at most 1,000
     */
    record Calendar(List<Entry> entries, List<Training> training, int feedbackOverdue) {}

    Calendar see(Call call);

    /**
     * @param on day on which it was done, not after today
     * @param failures only of an audit
     */
    Done fulfil(Call call, LegalDuty duty, LocalDate on, String evidence, boolean failures);
}
