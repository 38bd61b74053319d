package nl.knelpunt.engine.scan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with scans: read tables in, compare areas or branches, propose a knelpunt. A scan itself is proposed, designated and
 * evaluated as a {@link nl.knelpunt.engine.dossier.Knelpunten knelpunt} (G25). Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Scans {

    /** @param mapping by which it is read */
    record NewSet(UUID mapping, String name, String source, LocalDate date) {}

    /**
     * @param name of an own area, null for others
     * @param geometry of an own area, null for others
     */
    record ShownRanked(Ranking.Ranked ranked, String name, Area geometry) {}

    /** @param next place to go on from, null at the end */
    record ShownOutcome(Outcome outcome, List<ShownRanked> areas, Integer next) {}

    /**
     * A knelpunt that follows from an outcome.
     *
     * @param title of the proposal
     * @param areas codes in the outcome
     * @param deficit where enforcement falls short there, in a person's own words
     */
    record NewProposal(UUID outcome, List<String> areas, String title, String deficit) {

        public NewProposal {
            areas = List.copyOf(areas);
        }
    }

    record NewArea(String code, String name, Area geometry) {}

    Done writeMapping(Call call, Mapping.Content content);

    Done changeMapping(Call call, UUID mapping, Mapping.Content content);

    Page<Mapping> mappings(Call call, UUID after, int limit);

    /** Areas with a code that is there already are replaced. Answers with how many there are in the import. */
    int importAreas(Call call, List<NewArea> areas);

    /** In order of code; at most {@code limit}, after a code or null. */
    List<OwnArea> areas(Call call, String after, int limit);

    /**
     * Reads a table; all of it or nothing. Not called for a trial's content.
     *
     * @throws UnfitTableException with everything that is wrong, and where
     */
    Done importSet(Call call, UUID scan, NewSet set, Table.Source table) throws IOException;

    Page<DataSet> sets(Call call, UUID scan, UUID after, int limit);

    Done rank(Call call, UUID scan, Choice choice);

    Page<Outcome> outcomes(Call call, UUID scan, UUID after, int limit);

    /** @param after place in the outcome, from 0 */
    ShownOutcome outcome(Call call, UUID scan, UUID outcome, int after, int limit);

    /** The id in the answer is the proposal's. */
    Done propose(Call call, UUID scan, NewProposal proposal);

    /** From what a knelpunt came; empty when it came from signals alone. */
    Optional<Origin> origin(Call call, UUID knelpunt);
}
