package nl.knelpunt.engine.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The phase matrix beside the table of Wgs 2.22, 2.23(6) and Bgs 2.15, row by row. */
class PhaseMatrixTest {

    /** Phase, category, who may supply it. FIOD counts as rijksbelastingdienst until a jurist says otherwise. */
    private static final String LAW = """
            1 | IDENTIFICATION     | any
            1 | CONTACT            | any
            1 | BSN                | any
            1 | RESIDENCE_STATUS   | IND
            1 | HOUSING            | any
            1 | VEHICLE            | any
            1 | FINANCIAL          | any except BELASTINGDIENST DOUANE FIOD
            1 | CADASTRAL          | any
            1 | COMPANY            | any
            1 | INCOME             | any except BELASTINGDIENST DOUANE FIOD
            1 | BUSINESS_RELATIONS | any
            1 | PERMITS            | BURGEMEESTER COLLEGE PROVINCIE UWV NVWA
            1 | SUPERVISION        | any
            2 | FISCAL             | BELASTINGDIENST DOUANE BURGEMEESTER COLLEGE
            2 | POLICE_8_13        | POLITIE KMAR FIOD NLA NVWA
            2 | JUDICIAL           | OM
            2 | SEXUAL_BEHAVIOUR   | any
            3 | POLICE_9_10        | POLITIE KMAR FIOD NLA NVWA
            - | NATIONALITY        | nobody
            - | SPECIAL            | nobody
            """;

    private record Row(String phase, Set<Organ> suppliers) {}

    private static Map<DataCategory, Row> law() {
        Map<DataCategory, Row> rows = new EnumMap<>(DataCategory.class);
        LAW.lines().map(line -> line.split("\\s*\\|\\s*")).forEach(cells -> {
            Row before = rows.put(DataCategory.valueOf(cells[1]), new Row(cells[0], suppliers(cells[2])));
            assertEquals(null, before, cells[1] + " twice");
        });
        return rows;
    }

    private static Set<Organ> suppliers(String words) {
        Set<Organ> named = Arrays.stream(words.split(" "))
                .filter(w -> w.equals(w.toUpperCase()))
                .map(Organ::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Organ.class)));
        return words.startsWith("any") ? EnumSet.complementOf(EnumSet.copyOf(named)) : named;
    }

    @TestFactory
    Stream<DynamicTest> aCategoryComesFromItsSuppliersInItsPhase() {
        Map<DataCategory, Row> law = law();
        return Arrays.stream(DataCategory.values())
                .map(category -> dynamicTest(category.name(), () -> {
                    Row row = law.get(category);
                    Set<String> expected = new TreeSet<>();
                    Set<String> allowed = new TreeSet<>();
                    for (Organ organ : Organ.values()) {
                        IntStream.rangeClosed(-1, 4).forEach(phase -> {
                            // A signal holds what phase 1 holds.
                            boolean itsPhase =
                                    row.phase.equals(String.valueOf(phase)) || phase == 0 && row.phase.equals("1");
                            if (itsPhase && row.suppliers.contains(organ)) {
                                expected.add(organ + " in phase " + phase);
                            }
                            if (PhaseMatrix.allows(category, organ, phase, Policy.DEFAULT)) {
                                allowed.add(organ + " in phase " + phase);
                            }
                        });
                    }
                    assertEquals(expected, allowed);
                }));
    }

    @Test
    void everyCategoryHasItsRow() {
        assertEquals(EnumSet.allOf(DataCategory.class), law().keySet());
    }
}
