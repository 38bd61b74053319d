package nl.knelpunt.engine.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Indicators of areas or branches as they were read from a table. Never changes: who reads the table anew gets another version.
 *
 * @param id UUIDv7
 * @param scan to which it belongs
 * @param name of the series
 * @param version within the scan and that name, from 1
 * @param source who published it, and where
 * @param date of which the values are
 * @param mapping by which it was read
 * @param mappingVersion of that mapping then
 * @param codes by what its rows are named
 * @param indicators as that mapping had them
 * @param rows how many areas or branches
 * @param smallest addresses or companies of the smallest of them
 */
public record DataSet(
        UUID id,
        UUID scan,
        String name,
        int version,
        String source,
        LocalDate date,
        UUID mapping,
        long mappingVersion,
        Codes codes,
        List<Mapping.Indicator> indicators,
        int rows,
        int smallest,
        UUID person,
        Instant at) {

    public static final int MOST_ROWS = 5_000;

    /** Of one scan. */
    public static final int MOST_SETS = 200;

    public DataSet {
        indicators = List.copyOf(indicators);
    }

    /**
     * One area or branch.
     *
     * @param size addresses or companies
     * @param values by code of the indicator; what is missing is not there
     */
    public record Row(String code, int size, Map<String, Double> values) {

        public Row {
            values = Map.copyOf(values);
        }
    }
}
