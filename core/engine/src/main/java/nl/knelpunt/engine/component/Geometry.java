package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;

/** Where on the map something is, and whether that lies in an area. */
final class Geometry {

    private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d{1,15})?)";
    /** RFC 5870: latitude first. */
    private static final Pattern GEO_URI = Pattern.compile("geo:" + NUMBER + "," + NUMBER + "(?:[,;].*)?");
    /** Well-known text: longitude first. */
    private static final Pattern POINT =
            Pattern.compile("POINT ?\\( ?" + NUMBER + " " + NUMBER + " ?\\)", Pattern.CASE_INSENSITIVE);
    /** As people write them: latitude first. */
    private static final Pattern PAIR = Pattern.compile(NUMBER + "\\s?[,;]\\s?" + NUMBER);

    private static final List<String> FIELDS =
            List.of("coordinaten", "coördinaten", "coordinates", "locatie", "positie", "gps");

    private Geometry() {}

    /** The place that the value of a datum is: a geo URI, a WKT point, or a pair of degrees in a field for that. */
    static Optional<Area.Position> position(Datum datum) {
        String content = datum.content() == null ? "" : datum.content().strip();
        Matcher geo = GEO_URI.matcher(content);
        if (geo.matches()) {
            return position(geo.group(2), geo.group(1));
        }
        Matcher point = POINT.matcher(content);
        if (point.matches()) {
            return position(point.group(1), point.group(2));
        }
        boolean isOfPlace =
                datum.field() != null && FIELDS.contains(datum.field().strip().toLowerCase(Locale.ROOT));
        Matcher pair = PAIR.matcher(content);
        return isOfPlace && pair.matches() ? position(pair.group(2), pair.group(1)) : Optional.empty();
    }

    private static Optional<Area.Position> position(String longitude, String latitude) {
        double east = Double.parseDouble(longitude);
        double north = Double.parseDouble(latitude);
        return Math.abs(east) <= 180 && Math.abs(north) <= 90
                ? Optional.of(new Area.Position(east, north))
                : Optional.empty();
    }

    /** In one of the polygons, and in none of its holes. */
    static boolean contains(Area area, Area.Position position) {
        return area.polygons().stream().anyMatch(rings -> {
            boolean inside = false;
            for (List<Area.Position> ring : rings) {
                inside ^= isWithin(ring, position);
            }
            return inside;
        });
    }

    /** By the number of times that a line to the east crosses the ring. */
    private static boolean isWithin(List<Area.Position> ring, Area.Position at) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            Area.Position a = ring.get(i - 1);
            Area.Position b = ring.get(i);
            boolean crosses = a.latitude() > at.latitude() != b.latitude() > at.latitude();
            if (crosses
                    && at.longitude()
                            < (b.longitude() - a.longitude())
                                            * (at.latitude() - a.latitude())
                                            / (b.latitude() - a.latitude())
                                    + a.longitude()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
