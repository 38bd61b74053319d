package nl.knelpunt.engine.signal;

import java.util.List;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.guard.Finding;

/**
 * A signal as the asker may see it now. In a list the data are left out.
 *
 * @param signal with empty content when frozen; recognitions of others are only there for reporter and case director
 * @param data judged one by one
 * @param frozen why the content is not shown, null when it is
 */
public record ShownSignal(Signal signal, List<ShownDatum> data, Finding frozen) {

    public ShownSignal {
        data = List.copyOf(data);
    }
}
