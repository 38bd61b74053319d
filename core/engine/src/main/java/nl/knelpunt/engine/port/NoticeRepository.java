package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface NoticeRepository {

    Optional<CorrectionNotice> find(UUID id);

    void insert(CorrectionNotice notice);

    /** Replaces what stands under the same id. */
    void update(CorrectionNotice notice);

    /** Forgets those that somebody took note of, or those that nobody did, given before a moment. */
    void forgetBefore(boolean noted, Instant moment);

    /**
     * For one participant or the bureau, in order of id, oldest first.
     *
     * @param open only what nobody took note of
     * @param after only ids after this one; null from the start
     */
    List<CorrectionNotice> of(String participant, boolean open, UUID after, int limit);
}
