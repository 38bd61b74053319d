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
