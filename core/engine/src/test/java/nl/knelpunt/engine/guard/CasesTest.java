package nl.knelpunt.engine.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The guard does what {@code cases.txt} says, line by line. */
class CasesTest {

    /** G43 is said by the gate, when the log can't be written. */
    private static final Set<String> RULES = IntStream.rangeClosed(1, 51)
            .mapToObj("G%02d"::formatted)
            .filter(id -> !id.equals("G43"))
            .collect(Collectors.toCollection(TreeSet::new));

    private static final int FEWEST_CASES = 200;

    /**
     * @param line in the file
     * @param rule under which it stands
     * @param what somebody does, in words
     * @param scene to be read
     * @param outcome every rule that refuses, with its field; empty is a permit
     */
    private record Case(int line, String rule, String what, String scene, List<String> outcome) {

        Set<String> refusing() {
            return outcome.stream().map(f -> f.split(" ")[0]).collect(Collectors.toSet());
        }
    }

    private final List<Case> cases = read();

    private static List<Case> read() {
        List<Case> cases = new ArrayList<>();
        String rule = null;
        int number = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(CasesTest.class.getResourceAsStream("cases.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.startsWith("# ")) {
                    rule = line.substring(2).trim();
                } else if (!line.isBlank() && !line.startsWith("//")) {
                    String[] cells = line.split("\\s*\\|\\s*");
                    assertEquals(3, cells.length, "line " + number);
                    cases.add(new Case(
                            number,
                            rule,
                            cells[0],
                            cells[1],
                            cells[2].equals("permit") ? List.of() : Arrays.asList(cells[2].split(",\\s*"))));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> theGuardSays() {
        return cases.stream()
                .map(c -> dynamicTest(
                        "%d %s: %s -> %s"
                                .formatted(c.line, c.rule, c.what, c.outcome.isEmpty() ? "permitted" : c.outcome),
                        () -> assertEquals(c.outcome, SceneReader.read(c.scene).findings())));
    }

    @Test
    void everyRefusalIsSaidInFull() {
        for (Case one : cases) {
            for (Finding finding :
                    Guard.decide(SceneReader.read(one.scene).facts()).refusals()) {
                for (Text text : List.of(finding.message(), finding.remedy())) {
                    assertFalse((text.nl() + text.en()).contains("{"), () -> "line " + one.line + ": " + text);
                }
            }
        }
    }

    @Test
    void thereAreEnoughCases() {
        assertTrue(cases.size() >= FEWEST_CASES, cases.size() + " cases");
    }

    @Test
    void everyRuleHasAnActThatItAloneRefusesAndOneThatItPermits() {
        Set<String> alone = new TreeSet<>();
        Set<String> permits = new TreeSet<>();
        for (Case one : cases) {
            if (one.refusing().equals(Set.of(one.rule))) {
                alone.add(one.rule);
            } else if (one.outcome.isEmpty()) {
                permits.add(one.rule);
            }
        }
        assertEquals(RULES, alone, "refused by that rule alone");
        permits.retainAll(RULES);
        assertEquals(RULES, permits, "permitted under that rule");
    }

    @Test
    void theListOfRulesIsTheLaws() {
        Set<String> known = Rules.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(RULES);
        expected.add("G43");
        assertEquals(expected, known);
    }
}
