package nl.knelpunt.engine.scan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How a table of a source is read: which column is what. Only what is mapped is kept. For all scans of this RIEC.
 *
 * @param id UUIDv7
 * @param version counts changes, from 1
 * @param content what is mapped
 * @param person who wrote it last
 */
public record Mapping(UUID id, long version, Content content, UUID person, Instant at) {

    public static final int MOST_INDICATORS = 100;

    /**
     * @param name by which people know it
     * @param codes by what the rows are named
     * @param codeColumn heading of the column with those codes
     * @param sizeColumn heading of the column that says of how many addresses or companies a row is
     * @param separator between columns: comma, semicolon, tab or bar
     * @param decimalComma whether 1,5 is one and a half; otherwise 1.5 is
     * @param missing what stands where there is no value; an empty cell always means that
     * @param indicators at least one
     */
    public record Content(
            String name,
            Codes codes,
            String codeColumn,
            String sizeColumn,
            char separator,
            boolean decimalComma,
            Set<String> missing,
            List<Indicator> indicators) {

        public Content {
            missing = Set.copyOf(missing);
            indicators = List.copyOf(indicators);
        }
    }

    public enum Direction {
        /** A higher value means more vulnerable. */
        HIGHER_IS_MORE_VULNERABLE,
        LOWER_IS_MORE_VULNERABLE
    }

    /**
     * @param code short and unique within the mapping
     * @param column heading of its column
     * @param label for people
     * @param unit such as {@code %} or {@code per 1000 adressen}
     */
    public record Indicator(String code, String column, String label, String unit, Direction direction) {}

    public Mapping changedTo(Content changed, UUID by, Instant when) {
        return new Mapping(id, version, changed, by, when);
    }

    public Mapping at(long other) {
        return new Mapping(id, other, content, person, at);
    }
}
