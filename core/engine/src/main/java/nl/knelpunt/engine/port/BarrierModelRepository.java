package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.analysis.BarrierModel;
import org.osgi.annotation.versioning.ProviderType;

/** Barrier models that were taken in, and which knelpunt uses which. */
@ProviderType
public interface BarrierModelRepository {

    Optional<BarrierModel> find(String code, String version);

    void insert(BarrierModel model, Instant at);

    /** Every version of every model, in order of code, of each the last that was taken in first. */
    List<BarrierModel> all();

    /** What a knelpunt uses, in order of code. */
    List<BarrierModel> usedBy(UUID knelpunt);

    /** In the place of another version of the same model. */
    void use(UUID knelpunt, BarrierModel model);

    void drop(UUID knelpunt, String code);
}
