package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;

/** Where on the map something is. */
final class Positions {

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

    private Positions() {}

    /** The place that the value of a datum is: a geo URI, a WKT point, or a pair of degrees in a field for that. */
    static Optional<Area.Position> of(Datum datum) {
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
}
