package nl.knelpunt.engine.analysis;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Barrier models and their use in a knelpunt. What is an act goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws; that there are models, and what they say, is a catalogue.
 */
@ProviderType
public interface BarrierModels {

    /** Models, and versions of one. */
    int MOST = 200;

    /** Models that one knelpunt uses. */
    int MOST_IN_USE = 10;

    /** Of each the newest version: that was imported last, else that came along. In order of code. */
    List<BarrierModel> newest();

    /** Every version of one, newest first. */
    List<BarrierModel> versions(String code);

    Optional<BarrierModel> find(String code, String version);

    /** Takes in a version. The same version with the same words has no effect. */
    Done take(Call call, BarrierModel model);

    /** A knelpunt uses a model, in this version from now on. */
    Done use(Call call, UUID knelpunt, String code, String version);

    Done drop(Call call, UUID knelpunt, String code);

    /** Of every model in use: who does what at which step, and where nobody does anything. */
    List<BarrierMatrix> matrices(Call call, UUID knelpunt);
}
