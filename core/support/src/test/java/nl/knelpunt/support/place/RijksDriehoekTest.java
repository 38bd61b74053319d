package nl.knelpunt.support.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Towers whose place is known in both. */
class RijksDriehoekTest {

    @ParameterizedTest
    @CsvSource({
        "155000, 463000, 5.38720621, 52.15517440",
        "120700.723, 487525.502, 4.88352559, 52.37453253",
        "233883.131, 582065.167, 6.56820053, 53.21938317"
    })
    void aTowerStandsWhereItStands(double x, double y, double longitude, double latitude) {
        RijksDriehoek.Point point = RijksDriehoek.point(x, y).orElseThrow();
        assertEquals(longitude, point.longitude(), 0.00002);
        assertEquals(latitude, point.latitude(), 0.00002);
    }

    @ParameterizedTest
    @CsvSource({"4.9, 52.4", "487525, 120700", "-1, 400000", "NaN, 400000"})
    void whatIsNoPointOfTheGridIsNone(double x, double y) {
        assertTrue(RijksDriehoek.point(x, y).isEmpty());
    }
}
