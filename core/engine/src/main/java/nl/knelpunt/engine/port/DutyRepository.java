package nl.knelpunt.engine.port;

import java.util.Optional;
import nl.knelpunt.engine.oversight.DutyDone;
import nl.knelpunt.engine.oversight.LegalDuty;
import org.osgi.annotation.versioning.ProviderType;

/** What was done of the duties of the calendar. */
@ProviderType
public interface DutyRepository {

    void insert(DutyDone done);

    /** The last time that it was done, by its day. */
    Optional<DutyDone> last(LegalDuty duty);
}
