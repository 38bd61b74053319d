package nl.knelpunt.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * The European Netherlands with its part of the North Sea: a coarse outline, in netherlands.wkt. Meant to catch what was drawn
 * elsewhere or with its degrees turned, so it has a margin in which nobody at the border is refused.
 */
final class Netherlands {

    private static final String OUTLINE = "netherlands.wkt";

    /** In degrees: some seven kilometres to the east, eleven to the north. */
    private static final double MARGIN = 0.1;

    private final IndexedPointInAreaLocator inside;

    Netherlands(GeometryFactory factory) {
        try (InputStream outline = Netherlands.class.getResourceAsStream(OUTLINE)) {
            inside = new IndexedPointInAreaLocator(new WKTReader(factory)
                    .read(new InputStreamReader(outline, StandardCharsets.UTF_8))
                    .buffer(MARGIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(OUTLINE, e);
        }
    }

    boolean holds(double longitude, double latitude) {
        return inside.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
    }
}
