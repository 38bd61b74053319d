package nl.knelpunt.engine.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;

/** What falls due by time is done, whatever else fails. */
class TermsTest {

    private final House house = new House();
    private final List<String> done = new ArrayList<>();

    private Terms terms(TimedWork... works) {
        Terms terms = new Terms(house.gate, house.store, () -> house.now, List.of(works));
        terms.stop();
        return terms;
    }

    @Test
    void oneThingThatIsBrokenKeepsNothingElseFromItsEnd() {
        UUID draft = house.draft();
        house.passes(Duration.ofDays(31));
        IllegalStateException first = new IllegalStateException("a stored document can't be read");
        StackOverflowError second = new StackOverflowError();
        Terms terms = terms(
                () -> {
                    throw first;
                },
                () -> done.add("data"),
                () -> {
                    throw second;
                },
                () -> done.add("papers"));
        assertSame(first, assertThrows(IllegalStateException.class, terms::end), "it is told all the same");
        assertEquals(List.of(second), List.of(first.getSuppressed()));
        assertEquals(List.of("data", "papers"), done);
        assertEquals(
                List.of(),
                house.store.transact(t -> t.signals().find(draft)).stream().toList());
    }

    @Test
    void withoutTheStoreNothingElseIsTried() {
        Terms terms = terms(
                () -> {
                    throw new UnavailableException(new Text("vol", "full"), null);
                },
                () -> done.add("data"));
        assertThrows(UnavailableException.class, terms::end);
        assertEquals(List.of(), done);
    }
}
