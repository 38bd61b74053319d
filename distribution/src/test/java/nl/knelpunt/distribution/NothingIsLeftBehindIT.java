package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader may not let through is nowhere after the call: not in the memory of the server, not in its database and log. Each message of each participant has a mark
 * of its own in everything that is forbidden; then the living objects of the server are written to a file, in which no mark may be.
 */
class NothingIsLeftBehindIT {

    private static final String MARK = "ZWIJGEN7";

    /** Something that the server holds all the time, to see that a search finds what is there. */
    private static final String HELD = "Streek van het geheugen";

    /**
     * @param forbidden regular expressions of what becomes a mark; each has to be there
     */
    private record Message(String kind, String organ, String type, String file, List<String> forbidden) {}

    private static final List<Message> MESSAGES = List.of(
            new Message(
                    "police",
                    "POLITIE",
                    "application/xml",
                    "police/incident.xml",
                    List.of(
                            "(?<=PersonEthnicityCode>)[^<]+",
                            "(?<=PersonRaceNDExCode>)[^<]+",
                            "(?<=InjuryCategoryCode>)[^<]+",
                            "(?<=VictimToSubjectRelationshipCode>)[^<]+",
                            "(?<=PersonFullName>)[^<]+",
                            "ANTIMOTIEF")),
            new Message(
                    "marechaussee",
                    "KMAR",
                    "application/edifact",
                    "marechaussee/list.edi",
                    List.of("NATIONALITEIT", "GESLACHT", "LANDA", "LANDB", "LANDC", "LANDD")),
            new Message(
                    "fiod",
                    "FIOD",
                    "application/xml",
                    "fiod/report.xml",
                    List.of(
                            "NATIONALITEIT\\d",
                            "MELDERSNAAM",
                            "GESLACHT",
                            "PASPOORTLAND",
                            "GEBOORTEPLAATS",
                            "REDEN VAN DE")),
            new Message("uwv", "UWV", "application/xml", "uwv/inkomsten.xml", List.of("Ruritaans", "Wilhelmina")),
            new Message(
                    "immigration",
                    "IND",
                    "text/csv",
                    "immigration/controlebezoeken.csv",
                    List.of("Ruritaans", "F00D", "Wilhelmina")),
            new Message(
                    "municipality",
                    "COLLEGE",
                    "application/json",
                    "municipality/melding.json",
                    List.of("Verzonnen afkomst", "Verzonnen nationaliteit", "Wilhelmina Melder", "is slachtoffer van")),
            new Message(
                    "municipality",
                    "COLLEGE",
                    "application/xml",
                    "municipality/zaak.xml",
                    List.of("Ruritaans", "(?<=geslachtsnaam>)[^<]+")),
            new Message(
                    "customs",
                    "DOUANE",
                    "application/xml",
                    "customs/declaration.xml",
                    List.of("PANAMEES", "HERKOMST", "OORSPRONG", "GEHEIM")),
            new Message("customs", "DOUANE", "application/edifact", "customs/plan.edi", List.of("VLAGSTAAT", "GEHEIM")),
            new Message(
                    "prosecution",
                    "OM",
                    "application/xml",
                    "prosecution/ruling.xml",
                    List.of("SLACHTOFFER", "GEBOORTELAND")),
            new Message(
                    "tax",
                    "BELASTINGDIENST",
                    "application/xml",
                    "tax/auditfile.xaf",
                    List.of("CONTACTPERSOON", "NIET GEKOZEN", "CONTANTE BETALING")),
            new Message(
                    "labour-inspectorate",
                    "NLA",
                    "text/csv",
                    "labour-inspectorate/inspecties.csv",
                    List.of("Ruritaans", "Wilhelmina")),
            new Message(
                    "food-safety",
                    "NVWA",
                    "text/csv",
                    "food-safety/inspecties.csv",
                    List.of("Ruritanië", "Wilhelmina")),
            new Message(
                    "province", "PROVINCIE", "text/csv", "province/toezicht.csv", List.of("Ruritaans", "Wilhelmina")));

    @TempDir
    private Path folder;

    @Test
    void ofNoMessage() throws Exception {
        Map<String, String> marks = new LinkedHashMap<>();
        try (Platform platform = new Platform(folder)) {
            Files.writeString(platform.home().resolve("conf/region.json"), region());
            platform.withAdmin().start();
            for (String kind :
                    new TreeSet<>(MESSAGES.stream().map(Message::kind).toList())) {
                platform.appoint(kind + ".connection", participant(kind), null, "CONNECTION");
            }
            for (Message message : MESSAGES) {
                String marked = marked(message, marks);
                Person.Answer answer = platform.as(message.kind + ".connection")
                        .deliver(participant(message.kind), message.type, marked);
                assertEquals(201, answer.status(), message.file + ": " + answer);
                // Half of it, so that what was read is thrown away in the middle of the work.
                Person.Answer refused = platform.as(message.kind + ".connection")
                        .deliver(
                                participant(message.kind), message.type, marked.substring(0, marked.length() * 9 / 10));
                assertEquals(422, refused.status(), message.file + ": " + refused);
                assertFalse(refused.toString().contains(MARK), message.file);
            }
            byte[] memory = livingObjects(platform.pid());
            assertTrue(found(HELD, memory).contains(HELD), "what is there is found");
            assertEquals(List.of(), explained(found(MARK, memory), marks));
            assertEquals(List.of(), explained(found(MARK, kept(platform.data())), marks), "in the database or the log");
        }
    }

    private static String participant(String kind) {
        return kind.equals("municipality") ? "zaanmeer" : kind;
    }

    private static String region() {
        StringBuilder participants = new StringBuilder();
        for (Message message : MESSAGES) {
            if (!message.kind.equals("municipality") && participants.indexOf("\"" + message.kind + "\"") < 0) {
                participants.append(
                        ",{\"id\": \"%1$s\", \"name\": \"%1$s\", \"kind\": \"%1$s\", \"organs\": [\"%2$s\"]}"
                                .formatted(message.kind, message.organ));
            }
        }
        return """
                {"id": "streek", "name": "%s", "municipalities": [{"code": "GM9001", "name": "Wieringersluis"}], "participants": [
                  {"id": "zaanmeer", "name": "Gemeente Zaanmeer", "kind": "municipality", "organs": ["BURGEMEESTER", "COLLEGE"],
                   "municipality": "GM9001"}%s]}""".formatted(HELD, participants);
    }

    private static String marked(Message message, Map<String, String> marks) throws IOException {
        String[] at = message.file.split("/");
        String text = Files.readString(Path.of("../plugins", at[0], "src/test/resources", at[1]));
        for (String forbidden : message.forbidden) {
            String mark = MARK + "N" + marks.size() + "N";
            String now = text.replaceAll(forbidden, mark);
            assertFalse(now.equals(text), message.file + " has no " + forbidden);
            marks.put(mark, message.file + ": " + forbidden);
            text = now;
        }
        return text;
    }

    private byte[] livingObjects(long pid) throws Exception {
        Path dump = folder.resolve("memory.hprof");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.heap_dump",
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(Files.exists(dump), said);
        byte[] memory = Files.readAllBytes(dump);
        Files.delete(dump);
        return memory;
    }

    private static byte[] kept(Path data) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, all);
            }
        }
        return all.toByteArray();
    }

    /** Each place with what follows, whether it is held as bytes of a text or as characters of two bytes. */
    private static List<String> found(String words, byte[] memory) {
        List<String> found = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            byte[] wanted = words.getBytes(charset);
            for (int at = 0; at <= memory.length - wanted.length; at++) {
                if (memory[at] == wanted[0] && startsWith(memory, at, wanted)) {
                    int most = wanted.length + 6 * (charset == StandardCharsets.UTF_8 ? 1 : 2);
                    String text = new String(memory, at, Math.min(most, memory.length - at), charset);
                    found.add(words.equals(MARK) ? text : words);
                }
            }
        }
        return found;
    }

    private static boolean startsWith(byte[] memory, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (memory[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<String> explained(List<String> found, Map<String, String> marks) {
        return found.stream()
                .map(text -> {
                    Matcher mark = Pattern.compile(MARK + "N\\d+N").matcher(text);
                    return mark.find() ? marks.get(mark.group()) : text;
                })
                .distinct()
                .toList();
    }
}
