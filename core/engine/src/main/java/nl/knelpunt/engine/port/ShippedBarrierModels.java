package nl.knelpunt.engine.port;

import java.util.List;
import nl.knelpunt.engine.analysis.BarrierModel;

/** Barrier models that come along with the platform. */
public interface ShippedBarrierModels {

    List<BarrierModel> models();
}
