package nl.knelpunt.geo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Area.Position;
import nl.knelpunt.engine.gate.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An area that is drawn on the map is sound before it delimits anything. */
class JtsGeometryTest {

    private final JtsGeometry geometry = new JtsGeometry();

    /** Longitudes and latitudes in turn. */
    private static List<Position> ring(double... degrees) {
        List<Position> ring = new ArrayList<>();
        for (int i = 0; i < degrees.length; i += 2) {
            ring.add(new Position(degrees[i], degrees[i + 1]));
        }
        ring.add(ring.get(0));
        return ring;
    }

    private static final List<Position> SQUARE = ring(4, 52, 5, 52, 5, 53, 4, 53);
    private static final List<Position> HOLE = ring(4.4, 52.4, 4.4, 52.6, 4.6, 52.6, 4.6, 52.4);

    @SafeVarargs
    private static Area polygon(List<Position>... rings) {
        return new Area(List.of(Arrays.asList(rings)));
    }

    private InvalidException refused(Area area) {
        return assertThrows(InvalidException.class, () -> geometry.checked(area));
    }

    private static List<Position> turned(List<Position> ring) {
        List<Position> turned = new ArrayList<>(ring);
        java.util.Collections.reverse(turned);
        return turned;
    }

    @Test
    void whatIsSoundStaysAsItIs() {
        Area area = polygon(SQUARE, HOLE);
        assertEquals(area, geometry.checked(area));
    }

    @Test
    void outlinesRunAgainstTheClockAndHolesWithIt() {
        assertEquals(polygon(SQUARE, HOLE), geometry.checked(polygon(turned(SQUARE), turned(HOLE))));
    }

    @Test
    void aRingDoesNotCrossItself() {
        InvalidException bow = refused(polygon(ring(4, 52, 5, 53, 5, 52, 4, 53)));
        assertEquals("scope.area", bow.field());
        assertTrue(bow.reason().nl().contains("[4.5, 52.5]"), bow.reason().nl());
    }

    @Test
    void holesLieWithinTheirOutlineAndBesideEachOther() {
        refused(polygon(SQUARE, ring(6, 52, 6, 53, 6.5, 53)));
        refused(polygon(SQUARE, HOLE, ring(4.45, 52.45, 4.45, 52.55, 4.55, 52.55)));
        refused(polygon(SQUARE, HOLE, ring(4.5, 52.5, 4.5, 52.8, 4.8, 52.8)));
    }

    @Test
    void polygonsDoNotOverlap() {
        refused(new Area(List.of(List.of(SQUARE), List.of(ring(4.5, 52.5, 5.5, 52.5, 5.5, 53.5)))));
        refused(new Area(List.of(List.of(SQUARE), List.of(ring(4.4, 52.4, 4.6, 52.4, 4.6, 52.6)))));
        geometry.checked(new Area(List.of(List.of(SQUARE), List.of(ring(6, 52, 6.5, 52, 6.5, 52.5)))));
    }

    /** Side by side, what lies in both would lie in neither. */
    @Test
    void areasThatOverlapOrTouchBecomeOne() {
        Area overlapping = polygon(ring(4.5, 52.2, 5.5, 52.2, 5.5, 52.4, 4.5, 52.4));
        Area united = geometry.united(List.of(polygon(SQUARE), overlapping, polygon(ring(6, 52, 6.5, 52, 6.5, 52.5))));
        assertEquals(united, geometry.checked(united));
        assertEquals(2, united.polygons().size());
        assertTrue(geometry.within(united).test(new Position(4.7, 52.3)));
        assertTrue(geometry.within(united).test(new Position(5.3, 52.3)));
        assertFalse(geometry.within(united).test(new Position(5.8, 52.3)));
    }

    @Test
    void aLineIsNoArea() {
        refused(polygon(ring(4, 52, 5, 52, 4.5, 52)));
    }

    @Test
    void itLiesInTheNetherlands() {
        InvalidException elsewhere = refused(polygon(ring(4, 52, 5, 52, 5, 48)));
        assertEquals("scope.area.coordinates[0][2]", elsewhere.field());
        InvalidException second = refused(new Area(List.of(List.of(SQUARE), List.of(ring(10, 52, 11, 52, 11, 53)))));
        assertEquals("scope.area.coordinates[1][0][0]", second.field());
    }

    @ParameterizedTest
    @CsvSource({
        "4.76, 52.96, Den Helder",
        "5.69, 50.85, Maastricht",
        "6.02, 50.76, Vaals",
        "3.37, 51.37, Cadzand",
        "7.21, 53.18, Bad Nieuweschans",
        "6.90, 52.22, Enschede",
        "5.87, 51.00, Sittard",
        "6.17, 51.37, Venlo",
        "4.93, 51.44, Baarle-Nassau",
        "3.83, 51.33, Terneuzen",
        "5.06, 53.37, Vlieland",
        "6.68, 53.55, Rottumeroog",
        "3.30, 52.50, a rig in the North Sea"
    })
    void thePlacesOfTheNetherlandsAreInIt(double longitude, double latitude, String place) {
        assertDoesNotThrow(() -> geometry.checked(around(longitude, latitude)), place);
    }

    /** All within the rectangle around the country. */
    @ParameterizedTest
    @CsvSource({
        "4.40, 51.22, Antwerpen",
        "3.72, 51.05, Gent",
        "6.78, 51.23, Duesseldorf",
        "7.01, 51.46, Essen",
        "5.34, 50.93, Hasselt",
        "7.20, 54.50, the German Bight",
        "2.60, 55.50, British waters"
    })
    void itsNeighboursAreNot(double longitude, double latitude, String place) {
        assertEquals(
                "scope.area.coordinates[0][0]",
                refused(around(longitude, latitude)).field(),
                place);
    }

    private static Area around(double longitude, double latitude) {
        return polygon(ring(longitude, latitude, longitude + 0.001, latitude, longitude, latitude + 0.001));
    }

    @Test
    void whoTurnsLongitudeAndLatitudeIsTold() {
        InvalidException turned = refused(polygon(ring(52, 4, 52, 5, 53, 5)));
        assertTrue(
                turned.reason().en().contains("longitude before"),
                turned.reason().en());
    }

    @Test
    void whatLiesInItIsFoundAlsoOnItsEdgeAndNotInAHole() {
        Predicate<Position> within = geometry.within(polygon(SQUARE, HOLE));
        assertTrue(within.test(new Position(4.2, 52.2)));
        assertTrue(within.test(new Position(4, 52)), "a corner");
        assertTrue(within.test(new Position(4.5, 52)), "an edge");
        assertTrue(within.test(new Position(4.4, 52.5)), "the edge of the hole");
        assertFalse(within.test(new Position(4.5, 52.5)), "in the hole");
        assertFalse(within.test(new Position(5.1, 52.5)));
    }

    @Property(tries = 200)
    void aRectangleIsFoundAsTheEyeSeesIt(
            @ForAll @DoubleRange(min = 3, max = 7) double longitude,
            @ForAll @DoubleRange(min = 51, max = 54) double latitude) {
        boolean seen = longitude >= 4 && longitude <= 5 && latitude >= 52 && latitude <= 53;
        assertEquals(seen, geometry.within(polygon(SQUARE)).test(new Position(longitude, latitude)));
    }

    @Test
    void anAreaOfTheMostPositionsIsLookedAtToo() {
        List<Position> circle = new ArrayList<>();
        for (int i = 0; i < Area.MOST_POSITIONS - 1; i++) {
            double angle = 2 * Math.PI * i / (Area.MOST_POSITIONS - 1);
            circle.add(new Position(4.5 + 0.5 * Math.cos(angle), 52.5 + 0.5 * Math.sin(angle)));
        }
        circle.add(circle.get(0));
        Area area = polygon(circle);
        assertEquals(area, geometry.checked(area));
        assertTrue(geometry.within(area).test(new Position(4.5, 52.5)));
    }
}
