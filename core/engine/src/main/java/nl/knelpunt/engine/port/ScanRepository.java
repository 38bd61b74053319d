package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Ranking;
import org.osgi.annotation.versioning.ProviderType;

/** Lists are in order of id or code, oldest or first first; {@code after} is null from the start. */
@ProviderType
public interface ScanRepository {

    Optional<Mapping> mapping(UUID id);

    void insert(Mapping mapping);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code mapping}
     */
    void update(Mapping mapping);

    List<Mapping> mappings(UUID after, int limit);

    /** In the place of one with the same code. */
    void put(OwnArea area);

    Optional<OwnArea> area(String code);

    List<OwnArea> areas(String after, int limit);

    void insert(DataSet set, List<DataSet.Row> rows);

    Optional<DataSet> set(UUID id);

    /** The newest version of a series; 0 when there is none. */
    int newestVersion(UUID scan, String name);

    List<DataSet> sets(UUID scan, UUID after, int limit);

    int countSets(UUID scan);

    List<DataSet.Row> rows(UUID set);

    void insert(Outcome outcome, List<Ranking.Ranked> areas);

    Optional<Outcome> outcome(UUID id);

    List<Outcome> outcomes(UUID scan, UUID after, int limit);

    int countOutcomes(UUID scan);

    /** In order of their place, from the one after {@code place}, which counts from 0. */
    List<Ranking.Ranked> ranked(UUID outcome, int place, int limit);

    Optional<Ranking.Ranked> ranked(UUID outcome, String code);

    void insert(Origin origin);

    Optional<Origin> origin(UUID proposal);

    /** Destroys what was imported for a scan, and says how many sets. */
    int destroySetsOf(UUID scan);

    /** Destroys what a scan yielded, and says how many outcomes. */
    int destroyOutcomesOf(UUID scan);

    /** Whether there was one. */
    boolean destroyOrigin(UUID proposal);
}
