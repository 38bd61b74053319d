package nl.knelpunt.identity;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;

/** Reads a region from JSON, strictly: what it doesn't understand it refuses, with the place of the mistake. */
final class RegionReader {

    static final int MOST_BYTES = 1 << 20;

    private static final String MUNICIPALITY = "municipality";
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Text ID_FORM = new Text(
            "gebruik kleine letters, cijfers en streepjes, hoogstens 63 tekens",
            "use lower case letters, digits and hyphens, at most 63 characters");
    private static final Pattern CODE = Pattern.compile("GM[0-9]{4}");
    private static final Text CODE_FORM = new Text(
            "schrijf de CBS-code als GM en vier cijfers, zoals GM0363",
            "write the CBS code as GM and four digits, such as GM0363");
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,200}");
    private static final Text NAME_FORM =
            new Text("schrijf een naam van 1 tot 200 tekens", "write a name of 1 to 200 characters");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RegionReader() {}

    static Region read(byte[] file) throws RegionException {
        JsonNode root = parse(file);
        only(root, "", "id", "name", "municipalities", "participants");
        String id = text(root, "", "id", ID, ID_FORM);
        String name = text(root, "", "name", NAME, NAME_FORM);
        Map<String, String> municipalities = municipalities(root);
        return new Region(id, name, municipalities, participants(root, municipalities));
    }

    private static JsonNode parse(byte[] file) throws RegionException {
        try {
            // Decoded here, so that Jackson counts columns in characters, as an editor does.
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            // Some editors begin a file with a byte order mark.
            return MAPPER.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (MalformedInputException e) {
            throw new RegionException(
                    new Text("de inhoud", "the content"),
                    new Text("dit is geen UTF-8; bewaar het bestand als UTF-8", "not UTF-8; save the file as UTF-8"));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            throw new RegionException(
                    new Text("regel " + line + ", kolom " + column, "line " + line + ", column " + column),
                    new Text(
                            "dit is geen geldige JSON; controleer daar en vlak ervoor komma's, aanhalingstekens,"
                                    + " haakjes en dubbele velden",
                            "not valid JSON; check commas, quotes, brackets and double fields there and just before"));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private static Map<String, String> municipalities(JsonNode root) throws RegionException {
        Map<String, String> found = new LinkedHashMap<>();
        int index = 0;
        for (JsonNode node : list(root, "", "municipalities", true)) {
            String path = "municipalities[" + index++ + "]";
            only(node, path, "code", "name");
            String code = text(node, path, "code", CODE, CODE_FORM);
            if (found.put(code, text(node, path, "name", NAME, NAME_FORM)) != null) {
                throw twice(path + ".code", code);
            }
        }
        return found;
    }

    private static List<Participant> participants(JsonNode root, Map<String, String> municipalities)
            throws RegionException {
        List<Participant> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> served = new HashSet<>();
        for (JsonNode node : list(root, "", "participants", true)) {
            String path = "participants[" + found.size() + "]";
            only(node, path, "id", "name", "kind", "organs", MUNICIPALITY);
            String id = text(node, path, "id", ID, ID_FORM);
            if (!ids.add(id)) {
                throw twice(path + ".id", id);
            }
            String kind = text(node, path, "kind", ID, ID_FORM);
            String municipality = municipality(node, path, kind, municipalities);
            if (municipality != null && !served.add(municipality)) {
                throw twice(path + "." + MUNICIPALITY, municipality);
            }
            found.add(new Participant(
                    id, text(node, path, "name", NAME, NAME_FORM), kind, organs(node, path, kind), municipality));
        }
        return found;
    }

    private static String municipality(JsonNode node, String path, String kind, Map<String, String> municipalities)
            throws RegionException {
        if (!node.has(MUNICIPALITY)) {
            return null;
        }
        String place = path + "." + MUNICIPALITY;
        String code = text(node, path, MUNICIPALITY, CODE, CODE_FORM);
        if (!MUNICIPALITY.equals(kind)) {
            throw new RegionException(
                    place,
                    new Text(
                            "alleen een deelnemer met kind 'municipality' heeft een gemeente; haal dit veld weg",
                            "only a participant of kind 'municipality' has a municipality; remove this field"));
        }
        if (!municipalities.containsKey(code)) {
            throw new RegionException(
                    place,
                    new Text(
                            "gemeente " + code + " staat niet in 'municipalities'; zet haar erbij of verbeter de code",
                            "municipality " + code + " is not in 'municipalities'; add it or correct the code"));
        }
        return code;
    }

    private static Set<Organ> organs(JsonNode node, String path, String kind) throws RegionException {
        Set<Organ> organs = EnumSet.noneOf(Organ.class);
        int index = 0;
        for (JsonNode item : list(node, path, "organs", false)) {
            String place = path + ".organs[" + index++ + "]";
            Organ organ = Arrays.stream(Organ.values())
                    .filter(o -> item.isTextual() && o.name().equals(item.textValue()))
                    .findAny()
                    .orElseThrow(() -> new RegionException(
                            place,
                            new Text(
                                    shown(item) + " is geen orgaan uit artikel 2.19 Wgs; kies uit " + names(null),
                                    shown(item) + " is no organ of article 2.19 Wgs; choose from " + names(null))));
            if (!organ.kind().equals(kind)) {
                String possible = names(kind);
                throw new RegionException(
                        place,
                        possible.isEmpty()
                                ? new Text(
                                        organ + " hoort bij kind '" + organ.kind() + "', niet bij '" + kind
                                                + "'; verbeter 'kind' of haal het orgaan weg",
                                        organ + " belongs to kind '" + organ.kind() + "', not to '" + kind
                                                + "'; correct 'kind' or remove the organ")
                                : new Text(
                                        organ + " hoort bij kind '" + organ.kind() + "', niet bij '" + kind
                                                + "'; kies uit " + possible + " of verbeter 'kind'",
                                        organ + " belongs to kind '" + organ.kind() + "', not to '" + kind
                                                + "'; choose from " + possible + " or correct 'kind'"));
            }
            if (!organs.add(organ)) {
                throw twice(place, organ.name());
            }
        }
        return organs;
    }

    private static String names(String kind) {
        return Arrays.stream(Organ.values())
                .filter(o -> kind == null || o.kind().equals(kind))
                .map(Organ::name)
                .collect(Collectors.joining(", "));
    }

    /** An object with no other fields than these; what is misspelt would otherwise be silently lost. */
    private static void only(JsonNode node, String path, String... fields) throws RegionException {
        if (!node.isObject()) {
            throw new RegionException(
                    path.isEmpty() ? new Text("de inhoud", "the content") : new Text(path, path),
                    new Text("hier hoort een object, tussen { en }", "an object is expected here, between { and }"));
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!List.of(fields).contains(name)) {
                throw new RegionException(
                        at(path, quoted(name)),
                        new Text(
                                "dit veld bestaat niet; de velden hier zijn " + String.join(", ", fields),
                                "there is no such field; the fields here are " + String.join(", ", fields)));
            }
        }
    }

    private static String text(JsonNode node, String path, String field, Pattern pattern, Text form)
            throws RegionException {
        JsonNode value = node.get(field);
        if (value == null) {
            throw missing(at(path, field), form);
        }
        if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
            throw new RegionException(
                    at(path, field),
                    new Text(shown(value) + " klopt niet; " + form.nl(), shown(value) + " is wrong; " + form.en()));
        }
        return value.textValue();
    }

    private static JsonNode list(JsonNode node, String path, String field, boolean filled) throws RegionException {
        JsonNode value = node.get(field);
        Text form = filled
                ? new Text(
                        "geef een lijst met ten minste één, tussen [ en ]", "give a list of at least one, in [ and ]")
                : new Text("geef een lijst, tussen [ en ]; leeg mag", "give a list, in [ and ]; it may be empty");
        if (value == null) {
            throw missing(at(path, field), form);
        }
        if (!value.isArray()) {
            throw new RegionException(
                    at(path, field), new Text("dit is geen lijst; " + form.nl(), "this is no list; " + form.en()));
        }
        if (filled && value.isEmpty()) {
            throw new RegionException(
                    at(path, field), new Text("deze lijst is leeg; " + form.nl(), "this list is empty; " + form.en()));
        }
        return value;
    }

    private static RegionException missing(String place, Text form) {
        return new RegionException(
                place, new Text("dit veld ontbreekt; " + form.nl(), "this field is missing; " + form.en()));
    }

    private static RegionException twice(String place, String value) {
        return new RegionException(
                place,
                new Text(
                        "'" + value + "' staat er al eerder; haal er een weg of geef een andere waarde",
                        "'" + value + "' is there already; remove one or give another value"));
    }

    private static String at(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String shown(JsonNode value) {
        return value.isContainerNode() ? value.isArray() ? "[…]" : "{…}" : quoted(value.asText());
    }

    /** Somebody else's text in a sentence of ours: short, on one line. */
    private static String quoted(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (clean.length() > 60 ? clean.substring(0, 60) + "…" : clean) + "'";
    }
}
