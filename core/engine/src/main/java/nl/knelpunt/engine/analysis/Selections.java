package nl.knelpunt.engine.analysis;

import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Selections of an analyst, and what is seen over one: everything that the guard lets this analyst see now, nothing more, and
 * nothing that is reckoned of persons (G26). Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Selections {

    /** Data in one view; more is to be narrowed down. */
    int MOST_DATA = 10_000;

    /** Selections of one knelpunt. */
    int MOST = 500;

    /** @param shared with the other analysts of this knelpunt */
    record NewSelection(String name, boolean shared, Selection.Filter filter) {}

    /**
     * Over what is looked: a kept selection, or a filter for this once.
     *
     * @param selection null for the filter
     * @param filter null for the selection; both null for everything
     */
    record Over(UUID selection, Selection.Filter filter) {}

    /** The id in the answer is the selection's. */
    Done keep(Call call, UUID knelpunt, NewSelection selection);

    /** By its owner. */
    Done replace(Call call, UUID knelpunt, UUID selection, NewSelection changed);

    /** By its owner. */
    Done remove(Call call, UUID knelpunt, UUID selection);

    /** Own ones and shared ones, oldest first. */
    Page<Selection> list(Call call, UUID knelpunt, UUID after, int limit);

    Network network(Call call, UUID knelpunt, Over over);

    Timeline timeline(Call call, UUID knelpunt, Over over);

    PlaceMap map(Call call, UUID knelpunt, Over over);

    /**
     * What a source does not let go further (H2) is left out and counted.
     *
     * @param purpose what it is taken out for
     * @param restrictionsConfirmed the caller keeps to what suppliers restrict (H3); asked for where something is restricted
     */
    Export.Content export(
            Call call, UUID knelpunt, Over over, Export.Format format, String purpose, boolean restrictionsConfirmed);

    /** What was taken out of a knelpunt, oldest first. */
    Page<Export> exports(Call call, UUID knelpunt, UUID after, int limit);
}
