package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recognition help at the assembled distribution: off, then on by an advice, with a list in clear and one that its owner hashed.
 * Each test goes on where the one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class RecognitionHelpIT {

    private static final String REPORTER = "wieringersluis";
    private static final String ASKED = "haarveen";
    private static final String PLATE = "77-XX-78";
    private static final String COMPANY = "90000017";
    /** Of somebody in the town's own systems, about whom there is no signal. */
    private static final String STRANGER_BSN = "999991772";

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person reporter;
    private static Person asked;
    private static Person member;
    private static Person admin;
    private static String signal;

    @BeforeAll
    static void start() {
        platform = new Platform(folder).start("--demo");
        reporter = platform.as(REPORTER + ".college");
        asked = platform.as(ASKED + ".college");
        member = platform.as(ASKED + ".stuurgroep");
        admin = platform.as("bureau.admin");
        signal = reported();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static String reported() {
        String draft = reporter.post("/v1/signals", Reports.complete("Lossen bij nacht"))
                .is(201)
                .id();
        reporter.post("/v1/signals/" + draft + "/data", datum("VEHICLE", "kenteken", PLATE))
                .is(201);
        reporter.post("/v1/signals/" + draft + "/data", datum("COMPANY", "kvk-nummer", COMPANY))
                .is(201);
        reporter.post("/v1/signals/" + draft + "/report").is(200);
        reporter.post("/v1/signals/" + draft + "/recognition-requests", Map.of("participant", ASKED))
                .is(201);
        return draft;
    }

    private static Map<String, Object> datum(String category, String field, String content) {
        return Map.of(
                "newSubject", Map.of("kind", "OBJECT"),
                "category", category,
                "field", field,
                "content", content);
    }

    private static Person.Answer help(Person who) {
        return who.post("/v1/signals/" + signal + "/recognition-help");
    }

    private static void laysReady(String list) throws IOException {
        Path own = Files.createDirectories(
                platform.data().resolveSibling("own-subjects").resolve(ASKED));
        Files.writeString(own.resolve("subjects.csv"), list);
    }

    @Test
    @Order(1)
    void itIsOffUntilTheRacWasInvolved() throws IOException {
        laysReady("soort;kenmerk\nkenteken;" + PLATE.toLowerCase() + "\nbsn;" + STRANGER_BSN + "\n");
        help(asked).is(403).refusedBy("G47");
        member.post("/v1/participants/" + ASKED + "/recognition-key").is(403).refusedBy("G47");
        assertFalse(reporter.get("/v1/policy").is(200).at("recognitionHelp/on").asBoolean(true));
    }

    @Test
    @Order(2)
    void byAnAdviceOfTheRacItComesOn() {
        admin.patch("/v1/policy", Map.of("recognitionHelp", Map.of("on", true)))
                .is(403)
                .refusedBy("G47");
        String advice = platform.as("bureau.rac")
                .post(
                        "/v1/rac-advices",
                        Map.of(
                                "reference", "RAC 2026-21",
                                "about", "hulp bij herkennen",
                                "date", "2026-01-12",
                                "outcome", "POSITIVE"))
                .is(201)
                .id();
        admin.patch("/v1/policy", Map.of("recognitionHelp", Map.of("on", true), "advice", advice))
                .is(200);
        assertEquals("RAC 2026-21", reporter.get("/v1/policy").is(200).text("recognitionHelp/advice"));
    }

    @Test
    @Order(3)
    void whoIsAskedHearsHowManyAreTheSameAndNobodyElseDoes() {
        Person.Answer found = help(asked).is(200);
        assertEquals(2, found.at("compared").asInt());
        assertEquals(1, found.at("known").asInt());
        for (JsonNode kind : found.at("kinds")) {
            assertEquals(
                    kind.path("kind").asText().equals("LICENCE_PLATE") ? 1 : 0,
                    kind.path("known").asInt(),
                    kind::toString);
        }
        assertFalse(found.toString().contains(PLATE), "nothing is named");
        help(reporter).is(403).refusedBy("G41");
        help(platform.as("kromhoorn.college")).is(403).refusedBy("G41");
        assertEquals(
                "ASKED",
                reporter.get("/v1/signals/" + signal).is(200).text("state"),
                "recognising stays an act of its own");
    }

    @Test
    @Order(4)
    void aListIsReadAsItIsAndAMistakeIsToldWithItsPlace() throws IOException {
        laysReady("soort;kenmerk\nkvk;90000018\n");
        assertEquals(0, help(asked).is(200).at("known").asInt());
        laysReady("soort;kenmerk\nbsn;999991773\n");
        Person.Answer wrong = help(asked).is(422);
        assertTrue(wrong.text("where").startsWith("line 2"), wrong.toString());
        assertFalse(wrong.toString().contains("999991773"));
    }

    @Test
    @Order(5)
    void anOwnerHashesItsListItself() throws IOException {
        Person.Answer key =
                member.post("/v1/participants/" + ASKED + "/recognition-key").is(200);
        Path keyFile = Files.writeString(folder.resolve("key.json"), key.body().toString());
        Path list = Files.writeString(
                folder.resolve("own.csv"), "soort;kenmerk\nkvk;" + COMPANY + "\nbsn;" + STRANGER_BSN + "\n");
        String hashed = platform.run(Map.of(), "hash-subjects", keyFile.toString(), list.toString())
                .ok()
                .out();
        assertFalse(hashed.contains(COMPANY) || hashed.contains(STRANGER_BSN), hashed);
        laysReady(hashed);
        Person.Answer found = help(asked).is(200);
        assertEquals(1, found.at("known").asInt());
        laysReady(hashed.replace(key.text("period") + ";", "90-1;"));
        help(asked).is(422);
        laysReady("soort;kenmerk\nkenteken;" + PLATE + "\n");
    }

    @Test
    @Order(6)
    void theEleventhTimeOfADayIsRefused() {
        int times = 0;
        while (help(asked).status() == 200) {
            times++;
        }
        // Five were asked above: each that was permitted counts, also when the list was wrong.
        assertEquals(5, times);
        help(asked).is(409);
    }

    @Test
    @Order(7)
    void eachTimeStandsInTheLogWithoutWhatCameOfIt() {
        JsonNode records = platform.as("bureau.privacy-officer")
                .post(
                        "/v1/log/_search",
                        Map.of("purpose", "LAWFULNESS", "reason", "steekproef", "act", "HELP_RECOGNITION"))
                .is(200)
                .body();
        List<String> results = new ArrayList<>();
        records.path("items").forEach(r -> {
            results.add(r.path("result").asText());
            assertEquals(signal, r.path("object").asText());
        });
        String lines = records.toString();
        assertTrue(Collections.frequency(results, "PERMITTED") == 10, lines);
        assertTrue(Collections.frequency(results, "REFUSED") == 5, lines);
        assertEquals(2, Collections.frequency(results, "FAILED"), lines);
        assertFalse(lines.contains(PLATE) || lines.contains(COMPANY), "what was compared is named by id only");
    }

    @Test
    @Order(8)
    void nothingOfTheListIsInTheDataFolder() {
        assertFalse(platform.holds(STRANGER_BSN));
    }
}
