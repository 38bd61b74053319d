package nl.knelpunt.engine.dossier;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A delimitation on the map: closed rings of positions on earth, and not too many. */
class AreaTest {

    private static final Area.Position A = new Area.Position(4.9, 52.9);
    private static final Area.Position B = new Area.Position(5.0, 52.9);
    private static final Area.Position C = new Area.Position(5.0, 53.0);

    private static Area area(List<Area.Position> ring) {
        return new Area(List.of(List.of(ring)));
    }

    private static List<Area.Position> ring(int positions) {
        List<Area.Position> ring = new ArrayList<>(Collections.nCopies(positions - 1, B));
        ring.set(0, A);
        ring.add(A);
        return ring;
    }

    @Test
    void aTriangleIsAnArea() {
        assertDoesNotThrow(() -> area(List.of(A, B, C, A)));
    }

    @Test
    void aRingEndsWhereItBegan() {
        assertThrows(IllegalArgumentException.class, () -> area(List.of(A, B, C, B)));
    }

    @Test
    void aLineIsNoArea() {
        assertThrows(IllegalArgumentException.class, () -> area(List.of(A, B, A)));
        assertThrows(IllegalArgumentException.class, () -> area(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Area(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Area(List.of(List.of())));
    }

    @Test
    void itHasNoMorePositionsThanADelimitationNeeds() {
        assertDoesNotThrow(() -> area(ring(Area.MOST_POSITIONS)));
        assertThrows(IllegalArgumentException.class, () -> area(ring(Area.MOST_POSITIONS + 1)));
        List<List<Area.Position>> halves = List.of(ring(6_000), ring(6_000));
        assertThrows(IllegalArgumentException.class, () -> new Area(List.of(halves)));
    }

    @ParameterizedTest
    @CsvSource({"180, 90", "-180, -90", "0, 0"})
    void aPositionLiesOnEarth(double longitude, double latitude) {
        assertDoesNotThrow(() -> new Area.Position(longitude, latitude));
    }

    @ParameterizedTest
    @CsvSource({"180.1, 0", "-180.1, 0", "0, 90.1", "0, -90.1", "NaN, 0", "0, NaN", "Infinity, 0"})
    void anythingElseDoesNot(double longitude, double latitude) {
        assertThrows(IllegalArgumentException.class, () -> new Area.Position(longitude, latitude));
    }
}
