package nl.knelpunt.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Area.Position;

/** Areas as GeoJSON geometries (RFC 7946): Polygon and MultiPolygon, in WGS 84. */
final class GeoJson {

    private static final String POLYGON = "Polygon";
    private static final String MULTI_POLYGON = "MultiPolygon";
    private static final Set<String> MEMBERS = Set.of("type", "coordinates", "bbox");

    private final FieldErrors errors;
    private int positions;

    private GeoJson(FieldErrors errors) {
        this.errors = errors;
    }

    /**
     * @param partial as part of a merge patch: only looks at what is there
     * @return null when something is wrong; then it is in {@code errors}, with its place
     */
    static Area read(JsonNode node, String path, boolean partial, FieldErrors errors) {
        int before = errors.size();
        if (!node.isObject()) {
            errors.add(path, "Hier hoort een GeoJSON-geometrie.", "A GeoJSON geometry belongs here.");
            return null;
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                errors.add(path + "." + name, "Dit veld bestaat hier niet.", "This field does not exist here.");
            }
        }
        if (partial) {
            return null;
        }
        String type = node.path("type").asText();
        List<List<List<Position>>> polygons = new ArrayList<>();
        String at = path + ".coordinates";
        GeoJson reader = new GeoJson(errors);
        if (type.equals(POLYGON)) {
            polygons.add(reader.polygon(node.get("coordinates"), at));
        } else if (type.equals(MULTI_POLYGON)) {
            ArrayNode all = reader.array(node.get("coordinates"), at);
            for (int i = 0; i < all.size(); i++) {
                polygons.add(reader.polygon(all.get(i), at + "[" + i + "]"));
            }
        } else {
            errors.add(
                    path + ".type",
                    "Alleen Polygon en MultiPolygon kunnen hier.",
                    "Only Polygon and MultiPolygon are possible here.");
        }
        if (reader.positions > Area.MOST_POSITIONS) {
            errors.add(
                    at,
                    "Een gebied heeft hoogstens " + Area.MOST_POSITIONS + " punten. Vereenvoudig de omtrek.",
                    "An area has at most " + Area.MOST_POSITIONS + " positions. Simplify the outline.");
        }
        return errors.size() > before || errors.size() >= FieldErrors.MOST ? null : new Area(polygons);
    }

    private List<List<Position>> polygon(JsonNode node, String path) {
        List<List<Position>> rings = new ArrayList<>();
        ArrayNode all = array(node, path);
        for (int i = 0; i < all.size(); i++) {
            rings.add(ring(all.get(i), path + "[" + i + "]"));
        }
        return rings;
    }

    private List<Position> ring(JsonNode node, String path) {
        List<Position> ring = new ArrayList<>();
        ArrayNode all = array(node, path);
        positions += all.size();
        for (int i = 0; i < all.size() && positions <= Area.MOST_POSITIONS; i++) {
            ring.add(position(all.get(i), path + "[" + i + "]"));
        }
        boolean whole = ring.size() == all.size() && !ring.contains(null) && !all.isEmpty();
        if (whole && (ring.size() < 4 || !ring.get(0).equals(ring.get(ring.size() - 1)))) {
            errors.add(
                    path,
                    "Een omtrek heeft ten minste vier punten, en het laatste is gelijk aan het eerste.",
                    "A ring has at least four positions, and the last equals the first.");
        }
        return ring;
    }

    private Position position(JsonNode node, String path) {
        if (node.isArray() && node.size() >= 2 && node.size() <= 3) {
            JsonNode longitude = node.get(0);
            JsonNode latitude = node.get(1);
            if (longitude.isNumber()
                    && latitude.isNumber()
                    && Math.abs(longitude.doubleValue()) <= 180
                    && Math.abs(latitude.doubleValue()) <= 90) {
                return new Position(longitude.doubleValue(), latitude.doubleValue());
            }
        }
        errors.add(
                path,
                "Een punt is [lengtegraad, breedtegraad] in graden (WGS 84).",
                "A position is [longitude, latitude] in degrees (WGS 84).");
        return null;
    }

    private ArrayNode array(JsonNode node, String path) {
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            return array;
        }
        errors.add(path, "Hier hoort een lijst die niet leeg is.", "A list that is not empty belongs here.");
        return Json.mapper().createArrayNode();
    }

    static final class AreaSerializer extends JsonSerializer<Area> {

        @Override
        public void serialize(Area area, JsonGenerator out, SerializerProvider provider) throws IOException {
            boolean one = area.polygons().size() == 1;
            out.writeStartObject();
            out.writeStringField("type", one ? POLYGON : MULTI_POLYGON);
            out.writeFieldName("coordinates");
            if (one) {
                write(area.polygons().get(0), out);
            } else {
                out.writeStartArray();
                for (List<List<Position>> polygon : area.polygons()) {
                    write(polygon, out);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }

        private static void write(List<List<Position>> polygon, JsonGenerator out) throws IOException {
            out.writeStartArray();
            for (List<Position> ring : polygon) {
                out.writeStartArray();
                for (Position position : ring) {
                    out.writeArray(new double[] {position.longitude(), position.latitude()}, 0, 2);
                }
                out.writeEndArray();
            }
            out.writeEndArray();
        }
    }
}
