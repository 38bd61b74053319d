package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every participant whose plugin is shipped: its own messages become drafts, its form and its help are there, and nothing forbidden stays. */
class ParticipantsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PLUGINS = Path.of("../plugins");

    /**
     * @param kind of the participant
     * @param organ one of its organs
     * @param message among the test messages of its plugin
     * @param format null where the file's ending says it
     */
    private record Row(String kind, String organ, String message, String format, int drafts) {}

    private static final List<Row> TABLE = List.of(
            new Row("customs", "DOUANE", "control.xml", null, 1),
            new Row("customs", "DOUANE", "declaration.xml", null, 1),
            new Row("customs", "DOUANE", "plan.edi", null, 1),
            new Row("fiod", "FIOD", "report.xml", null, 1),
            new Row("food-safety", "NVWA", "inspecties.csv", null, 2),
            new Row("immigration", "IND", "controlebezoeken.csv", null, 1),
            new Row("labour-inspectorate", "NLA", "inspecties.csv", null, 2),
            new Row("marechaussee", "KMAR", "list.edi", null, 1),
            new Row("municipality", "COLLEGE", "melding.json", null, 1),
            new Row("municipality", "COLLEGE", "zaak.json", "zgw-zaak-json", 1),
            new Row("municipality", "COLLEGE", "zaak.xml", null, 1),
            new Row("police", "POLITIE", "incident.xml", null, 1),
            new Row("police", "POLITIE", "rapportage.json", null, 1),
            new Row("prosecution", "OM", "ruling.xml", null, 1),
            new Row("province", "PROVINCIE", "toezicht.csv", null, 1),
            new Row("tax", "BELASTINGDIENST", "auditfile.xaf", null, 1),
            new Row("uwv", "UWV", "inkomsten.xml", null, 1));

    /** What stands in these messages and may be nowhere afterwards. */
    private static final List<String> FORBIDDEN = List.of(
            "Ruritaans",
            "Ruritani\u00eb",
            "Freedonisch",
            "Freedonia",
            "Wilhelmina",
            "Ziektewet",
            "PANAMEES",
            "VLAGSTAAT",
            "NATIONALITEIT",
            "PASPOORTLAND",
            "MELDERSNAAM",
            "98765.43",
            "LANDB",
            "NIET GEKOZEN",
            "CONTACTPERSOON",
            "SLACHTOFFER in de tekst");

    @TempDir
    Path folder;

    @Test
    void everyParticipantDeliversItsOwnMessages() throws IOException {
        try (Platform platform = new Platform(folder)) {
            Files.writeString(platform.home().resolve("conf/region.json"), region());
            platform.withAdmin().start();
            Platform.until("all plugins serve", () -> kinds(platform).equals(shipped()));
            shipped().forEach(kind -> platform.appoint(kind + ".connection", kind, null, "CONNECTION"));
            for (Row row : TABLE) {
                delivers(platform, row);
            }
            for (String value : FORBIDDEN) {
                assertTrue(inMessages(value), value);
                assertFalse(platform.holds(value), value);
            }
            theirFormsAndHelpAreThere(platform);
            theProvincesMappingOfParksIsTaken(platform);
        }
    }

    @Test
    void everyShippedPluginStandsInTheTable() throws IOException {
        Set<String> tried = new TreeSet<>();
        TABLE.forEach(row -> tried.add(row.kind));
        assertEquals(shipped(), tried);
    }

    private static void delivers(Platform platform, Row row) {
        String name = row.kind + ".connection";
        List<String> command =
                new ArrayList<>(List.of("send", row.kind, file(row).toString()));
        if (row.format != null) {
            command.addAll(List.of("--format", row.format));
        }
        Platform.Result sent = platform.run(
                        Map.of("KNELPUNT_TOKEN", platform.token(name)), command.toArray(String[]::new))
                .ok();
        assertEquals(
                row.drafts,
                sent.out().split("[0-9a-f]{8}-[0-9a-f]{4}-", -1).length - 1,
                row.kind + " " + row.message + ": " + sent.out());
    }

    private static void theirFormsAndHelpAreThere(Platform platform) {
        platform.appoint("politie.worker", "police", "POLITIE", "WORKER");
        Person cop = platform.as("politie.worker");
        for (String list : List.of("/v1/signal-forms", "/v1/help-pages")) {
            Set<String> kinds = new TreeSet<>();
            for (JsonNode item : cop.get(list).is(200).items()) {
                kinds.add(item.path("participantKind").asText());
            }
            assertEquals(shipped(), kinds, list);
        }
    }

    /** Its indicators are for a scan and no signal. */
    private static void theProvincesMappingOfParksIsTaken(Platform platform) throws IOException {
        platform.appoint("analist", "zaanmeer", null, "ANALYST");
        JsonNode mapping = JSON.readTree(PLUGINS.resolve("province/src/main/resources/knelpunt/scan-mapping.json")
                .toFile());
        platform.as("analist").post("/v1/scan-mappings", mapping).is(201);
    }

    private static Set<String> kinds(Platform platform) {
        Set<String> kinds = new TreeSet<>();
        for (JsonNode participant :
                platform.as(Platform.ADMIN).get("/v1/participants").is(200).items()) {
            if (participant.path("connected").asBoolean()) {
                kinds.add(participant.path("kind").asText());
            }
        }
        return kinds;
    }

    private static Set<String> shipped() {
        Set<String> shipped = new TreeSet<>();
        try (Stream<Path> plugins = Files.list(PLUGINS)) {
            plugins.map(p -> p.resolve("src/main/resources/knelpunt/participant.json"))
                    .filter(Files::exists)
                    .forEach(p -> shipped.add(p.getName(p.getNameCount() - 6).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shipped;
    }

    private static Path file(Row row) {
        return PLUGINS.resolve(row.kind)
                .resolve("src/test/resources")
                .resolve(row.message)
                .toAbsolutePath();
    }

    private static boolean inMessages(String value) throws IOException {
        for (Row row : TABLE) {
            if (Files.readString(file(row)).contains(value)) {
                return true;
            }
        }
        return false;
    }

    /** One participant of every kind, called as its kind. */
    private static String region() {
        ObjectNode region = JSON.createObjectNode().put("id", "noord").put("name", "Noord");
        ArrayNode municipalities = region.putArray("municipalities");
        municipalities.addObject().put("code", "GM9001").put("name", "Wieringersluis");
        municipalities.addObject().put("code", "GM9002").put("name", "Haarveen");
        ArrayNode participants = region.putArray("participants");
        participant(participants, "zaanmeer", "municipality", "BURGEMEESTER", "GM9001");
        Set<String> done = new TreeSet<>();
        for (Row row : TABLE) {
            if (done.add(row.kind)) {
                participant(
                        participants, row.kind, row.kind, row.organ, row.kind.equals("municipality") ? "GM9002" : null);
            }
        }
        return region.toString();
    }

    private static void participant(ArrayNode participants, String id, String kind, String organ, String municipality) {
        ObjectNode one = participants.addObject();
        one.put("id", id).put("name", id).put("kind", kind);
        one.putArray("organs").add(organ);
        if (municipality != null) {
            one.put("municipality", municipality);
        }
    }
}
