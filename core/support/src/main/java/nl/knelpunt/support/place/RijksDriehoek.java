package nl.knelpunt.support.place;

import java.util.Optional;

/**
 * The national grid (EPSG:28992), in which most Dutch systems keep their points. Turned into WGS 84 by the series of
 * Schreutelkamp and Strang van Hees, which is right to within a metre on land: enough for where something was seen.
 */
public final class RijksDriehoek {

    private static final double X0 = 155_000;
    private static final double Y0 = 463_000;
    private static final double LATITUDE0 = 52.15517440;
    private static final double LONGITUDE0 = 5.38720621;

    /** Power of x, power of y, coefficient in seconds of arc. */
    private static final double[][] LATITUDE = {
        {0, 1, 3235.65389},
        {2, 0, -32.58297},
        {0, 2, -0.24750},
        {2, 1, -0.84978},
        {0, 3, -0.06550},
        {2, 2, -0.01709},
        {1, 0, -0.00738},
        {4, 0, 0.00530},
        {2, 3, -0.00039},
        {4, 1, 0.00033},
        {1, 1, -0.00012}
    };

    private static final double[][] LONGITUDE = {
        {1, 0, 5260.52916},
        {1, 1, 105.94684},
        {1, 2, 2.45656},
        {3, 0, -0.81885},
        {1, 3, 0.05594},
        {3, 1, -0.05607},
        {0, 1, 0.01199},
        {3, 2, -0.00256},
        {1, 4, 0.00128},
        {0, 2, 0.00022},
        {2, 0, -0.00022},
        {5, 0, 0.00026}
    };

    private RijksDriehoek() {}

    /** WGS 84, in degrees. */
    public record Point(double longitude, double latitude) {}

    /**
     * @param x in metres
     * @param y in metres
     * @return empty when this is no point in the Netherlands, such as when it was in degrees already
     */
    public static Optional<Point> point(double x, double y) {
        if (!(x >= 0 && x <= 300_000 && y >= 300_000 && y <= 630_000)) {
            return Optional.empty();
        }
        return Optional.of(new Point(LONGITUDE0 + degrees(LONGITUDE, x, y), LATITUDE0 + degrees(LATITUDE, x, y)));
    }

    private static double degrees(double[][] series, double x, double y) {
        double dx = (x - X0) / 100_000;
        double dy = (y - Y0) / 100_000;
        double seconds = 0;
        for (double[] term : series) {
            seconds += term[2] * Math.pow(dx, term[0]) * Math.pow(dy, term[1]);
        }
        return seconds / 3_600;
    }
}
