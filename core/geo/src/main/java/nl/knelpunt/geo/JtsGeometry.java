package nl.knelpunt.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Area.Position;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.port.Geometry;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.osgi.service.component.annotations.Component;

@Component
public final class JtsGeometry implements Geometry {

    private static final String FIELD = "scope.area";

    private final GeometryFactory factory = new GeometryFactory();
    private final Netherlands netherlands = new Netherlands(factory);

    @Override
    public Area checked(Area drawn) {
        List<List<List<Position>>> polygons = new ArrayList<>();
        for (int i = 0; i < drawn.polygons().size(); i++) {
            List<List<Position>> rings = new ArrayList<>();
            for (int j = 0; j < drawn.polygons().get(i).size(); j++) {
                List<Position> ring = drawn.polygons().get(i).get(j);
                String field =
                        FIELD + ".coordinates" + (drawn.polygons().size() == 1 ? "" : "[" + i + "]") + "[" + j + "]";
                liesInTheNetherlands(ring, field);
                rings.add(wound(ring, j == 0));
            }
            polygons.add(rings);
        }
        Area area = new Area(polygons);
        TopologyValidationError error = new IsValidOp(multiPolygon(area)).getValidationError();
        if (error != null) {
            throw new InvalidException(FIELD, reason(error));
        }
        return area;
    }

    private void liesInTheNetherlands(List<Position> ring, String field) {
        for (int i = 0; i < ring.size(); i++) {
            Position position = ring.get(i);
            if (!netherlands.holds(position.longitude(), position.latitude())) {
                boolean turned = netherlands.holds(position.latitude(), position.longitude());
                throw new InvalidException(
                        field + "[" + i + "]",
                        turned
                                ? new Text(
                                        "Dit punt ligt niet in Nederland. Zet de lengtegraad voor de breedtegraad.",
                                        "This position is not in the Netherlands. Put the longitude before the latitude.")
                                : new Text(
                                        "Dit punt ligt niet in Nederland. Teken het gebied in graden (WGS 84).",
                                        "This position is not in the Netherlands. Draw the area in degrees (WGS 84)."));
            }
        }
    }

    /** An outline against the clock, a hole with it (RFC 7946, 3.1.6). */
    private static List<Position> wound(List<Position> ring, boolean outline) {
        if (Orientation.isCCW(coordinates(ring)) == outline) {
            return ring;
        }
        List<Position> turned = new ArrayList<>(ring);
        java.util.Collections.reverse(turned);
        return turned;
    }

    private static Text reason(TopologyValidationError error) {
        Coordinate at = error.getCoordinate();
        String place = at == null ? "" : " [" + at.getX() + ", " + at.getY() + "]";
        Text what = switch (error.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL ->
                new Text("Een gat ligt buiten zijn omtrek", "A hole lies outside its outline");
            case TopologyValidationError.NESTED_HOLES ->
                new Text("Een gat ligt in een ander gat", "A hole lies within another");
            case TopologyValidationError.NESTED_SHELLS ->
                new Text("Een vlak ligt in een ander vlak", "A polygon lies within another");
            case TopologyValidationError.DISCONNECTED_INTERIOR ->
                new Text("De gaten snijden het vlak in stukken", "The holes cut the polygon in pieces");
            case TopologyValidationError.TOO_FEW_POINTS ->
                new Text("Een omtrek heeft te weinig verschillende punten", "A ring has too few different positions");
            default ->
                new Text(
                        "Een omtrek snijdt of raakt zichzelf of een ander vlak",
                        "A ring crosses or touches itself or another polygon");
        };
        return new Text(what.nl() + place + ". Teken het gebied opnieuw.", what.en() + place + ". Draw the area anew.");
    }

    @Override
    public Area united(List<Area> areas) {
        List<Polygon> parts = areas.stream()
                .flatMap(a -> a.polygons().stream())
                .map(this::polygon)
                .toList();
        org.locationtech.jts.geom.Geometry whole = UnaryUnionOp.union(parts, factory);
        List<List<List<Position>>> polygons = new ArrayList<>();
        for (int i = 0; i < whole.getNumGeometries(); i++) {
            polygons.add(rings((Polygon) whole.getGeometryN(i)));
        }
        return whole.getNumPoints() > Area.MOST_POSITIONS ? null : new Area(polygons);
    }

    private static List<List<Position>> rings(Polygon polygon) {
        List<List<Position>> rings = new ArrayList<>();
        rings.add(wound(positions(polygon.getExteriorRing()), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(wound(positions(polygon.getInteriorRingN(i)), false));
        }
        return rings;
    }

    private static List<Position> positions(LinearRing ring) {
        return Arrays.stream(ring.getCoordinates())
                .map(c -> new Position(c.getX(), c.getY()))
                .toList();
    }

    @Override
    public Predicate<Position> within(Area area) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(multiPolygon(area));
        return p -> locator.locate(new Coordinate(p.longitude(), p.latitude())) != Location.EXTERIOR;
    }

    private MultiPolygon multiPolygon(Area area) {
        return factory.createMultiPolygon(
                area.polygons().stream().map(this::polygon).toArray(Polygon[]::new));
    }

    private Polygon polygon(List<List<Position>> rings) {
        LinearRing[] all = rings.stream()
                .map(ring -> factory.createLinearRing(coordinates(ring)))
                .toArray(LinearRing[]::new);
        return factory.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    private static Coordinate[] coordinates(List<Position> ring) {
        return ring.stream()
                .map(p -> new Coordinate(p.longitude(), p.latitude()))
                .toArray(Coordinate[]::new);
    }
}
