package nl.knelpunt.engine.dossier;

import java.util.List;

/**
 * An area on the map in WGS 84: polygons of closed rings, the first of each the outline, the others holes.
 *
 * @param polygons at least one; each ring has at least four positions of which the last equals the first
 */
public record Area(List<List<List<Position>>> polygons) {

    /** Positions in one area; more is no delimitation but a data set. */
    public static final int MOST_POSITIONS = 10_000;

    public Area {
        polygons = polygons.stream()
                .map(p -> p.stream().map(List::copyOf).toList())
                .toList();
        int positions = 0;
        for (List<List<Position>> polygon : polygons) {
            for (List<Position> ring : polygon) {
                positions += ring.size();
                if (ring.size() < 4 || !ring.get(0).equals(ring.get(ring.size() - 1))) {
                    throw new IllegalArgumentException("A ring has at least four positions and ends where it began");
                }
            }
        }
        if (positions == 0 || positions > MOST_POSITIONS) {
            throw new IllegalArgumentException("An area has between 4 and " + MOST_POSITIONS + " positions");
        }
    }

    /** The smallest box around it, in degrees. */
    public record Bounds(double west, double south, double east, double north) {}

    public Bounds bounds() {
        List<Position> all =
                polygons.stream().flatMap(List::stream).flatMap(List::stream).toList();
        return new Bounds(
                all.stream().mapToDouble(Position::longitude).min().orElseThrow(),
                all.stream().mapToDouble(Position::latitude).min().orElseThrow(),
                all.stream().mapToDouble(Position::longitude).max().orElseThrow(),
                all.stream().mapToDouble(Position::latitude).max().orElseThrow());
    }

    /** Whether a position lies inside a polygon and in none of its holes. */
    public boolean contains(Position position) {
        return polygons.stream()
                .anyMatch(rings -> isWithin(rings.get(0), position)
                        && rings.stream().skip(1).noneMatch(hole -> isWithin(hole, position)));
    }

    /** By the number of times that a line to the east crosses the ring: odd is inside. */
    private static boolean isWithin(List<Position> ring, Position p) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            Position a = ring.get(i - 1);
            Position b = ring.get(i);
            boolean crosses = a.latitude() > p.latitude() != b.latitude() > p.latitude();
            if (crosses
                    && p.longitude()
                            < a.longitude()
                                    + (b.longitude() - a.longitude())
                                            * (p.latitude() - a.latitude())
                                            / (b.latitude() - a.latitude())) {
                inside = !inside;
            }
        }
        return inside;
    }

    /**
     * @param longitude degrees, -180 to 180
     * @param latitude degrees, -90 to 90
     */
    public record Position(double longitude, double latitude) {

        public Position {
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                throw new IllegalArgumentException("A position is a longitude and a latitude in degrees");
            }
        }
    }
}
