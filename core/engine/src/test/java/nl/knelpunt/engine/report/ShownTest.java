package nl.knelpunt.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No number of the annual report tells of somebody. */
class ShownTest {

    private static List<String> numbers(Figure figure, Count... counts) {
        return Shown.of(List.of(counts), 3).stream()
                .filter(s -> s.figure() == figure)
                .map(Shown::number)
                .toList();
    }

    private static Count signals(String manifestation, long number) {
        return new Count(Figure.SIGNALS_REPORTED, manifestation, number);
    }

    @Test
    void aSmallNumberIsSaidToBeSmall() {
        assertEquals(List.of("<3"), numbers(Figure.PROLONGED, new Count(Figure.PROLONGED, "", 1)));
        assertEquals(List.of("<3"), numbers(Figure.PROLONGED, new Count(Figure.PROLONGED, "", 2)));
        assertEquals(List.of("3"), numbers(Figure.PROLONGED, new Count(Figure.PROLONGED, "", 3)));
        assertEquals(List.of("0"), numbers(Figure.PROLONGED));
    }

    @Test
    void aSmallNumberCannotBeReckonedFromTheSum() {
        assertEquals(
                List.of("-", "<3", "9"),
                numbers(Figure.SIGNALS_REPORTED, signals("A", 5), signals("B", 1), signals("C", 9)));
        // Of two small ones nobody knows which is which.
        assertEquals(
                List.of("5", "<3", "<3"),
                numbers(Figure.SIGNALS_REPORTED, signals("A", 5), signals("B", 1), signals("C", 2)));
        assertEquals(List.of("<3"), numbers(Figure.SIGNALS_REPORTED, signals("B", 1)));
    }

    @Test
    void everyFigureHasItsLine() {
        List<Shown> none = Shown.of(List.of(), 3);
        assertEquals(List.of(Figure.values()), none.stream().map(Shown::figure).toList());
        for (Figure figure : Figure.values()) {
            assertFalse(figure.label().nl().isBlank());
            if (figure.isDivided()) {
                assertEquals("NOT_KNOWN_ANY_MORE", unknown(figure), "or said otherwise");
            }
        }
    }

    private static String unknown(Figure figure) {
        String said = figure.label("NOT_KNOWN_ANY_MORE").nl();
        return said.isBlank() ? said : "NOT_KNOWN_ANY_MORE";
    }
}
