package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settings go from version to version by what the plugin says of each step, and back by the same. */
class HandlingTest {

    private static final Handling HANDLING = new Handling(
            3,
            true,
            List.of(
                    new Handling.Step(2, Map.of("adres", "url"), List.of("proxy")),
                    new Handling.Step(3, Map.of("url", "source", "key", "url"), List.of())));

    @Test
    void upTheyAreRenamedAndWhatIsNoMoreFallsAway() {
        assertEquals(
                Optional.of(Map.of("url", List.of("here"))),
                new Handling(2, true, HANDLING.steps())
                        .up(Map.of("adres", List.of("here"), "proxy", List.of("there")), 1));
    }

    @Test
    void overSeveralStepsEachIsDoneInTurn() {
        assertEquals(
                Optional.of(Map.of("source", List.of("here"), "url", List.of("s3cret"))),
                HANDLING.up(Map.of("adres", List.of("here"), "key", List.of("s3cret")), 1),
                "what gets a name that another just lost is not mixed up with it");
    }

    @Test
    void downTheyGetTheirOldNamesAndWhatFellAwayHasItsDefault() {
        Map<String, List<String>> old = Map.of("adres", List.of("here"), "key", List.of("s3cret"));
        assertEquals(Optional.of(old), HANDLING.down(HANDLING.up(old, 1).orElseThrow(), 1));
    }

    @Test
    void whereAStepIsMissingThereIsNoWay() {
        Handling gap = new Handling(3, true, List.of(new Handling.Step(3, Map.of(), List.of())));
        assertEquals(Optional.empty(), gap.up(Map.of("a", List.of("b")), 1));
        assertEquals(Optional.empty(), gap.down(Map.of("a", List.of("b")), 1));
        assertEquals(Optional.of(Map.of("a", List.of("b"))), gap.up(Map.of("a", List.of("b")), 2));
    }

    @Test
    void withinOneVersionNothingChanges() {
        assertEquals(Optional.of(Map.of("adres", List.of("x"))), HANDLING.up(Map.of("adres", List.of("x")), 3));
        assertEquals(Optional.of(Map.of("adres", List.of("x"))), HANDLING.down(Map.of("adres", List.of("x")), 3));
    }
}
