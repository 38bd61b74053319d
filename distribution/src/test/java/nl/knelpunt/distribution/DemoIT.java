package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who starts the demo. */
class DemoIT {

    private static final List<String> PARTICIPANTS =
            List.of("politie-noord-holland", "wieringersluis", "haarveen", "zaanmeer", "kromhoorn", "duinrade");
    private static final Pattern ASSUMPTION = Pattern.compile(
            "(?i)vermoed|waarschijnlijk|schijnbaar|lijkt|blijkbaar|verdacht[^e]|nationaliteit|afkomst|herkomstland");

    @TempDir
    Path folder;

    @Test
    void everyListHasSomethingToShowAndTheNextStartChangesNothing() throws IOException {
        try (Platform platform = new Platform(folder).start("--demo")) {
            Path password = platform.data().resolve("demo-password");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
            assertTrue(platform.password().length() >= 16);

            Person director = platform.as("bureau.casusregisseur");
            List<JsonNode> knelpunten = director.get("/v1/knelpunten").items();
            assertEquals(
                    List.of("DESIGNATED", "DESIGNATED", "SUBMITTED"),
                    knelpunten.stream().map(k -> k.path("state").asText()).toList());
            assertEquals(2, knelpunten.get(0).path("terms").size(), "the first was prolonged");
            assertEquals(1, knelpunten.get(0).path("evaluations").size());
            assertEquals(3, knelpunten.get(0).path("phases").size());
            assertTrue(knelpunten.get(2).at("/motions/0/votes").size() > 0, "the third is being voted on");
            assertTrue(knelpunten.stream().noneMatch(k -> k.path("expired").asBoolean()));

            List<JsonNode> data = new ArrayList<>();
            for (JsonNode knelpunt : knelpunten.subList(0, 2)) {
                data.addAll(director.get(knelpunt.path("href").asText() + "/data?limit=100")
                        .items());
            }
            assertTrue(data.size() >= 60, data.size() + " data");
            assertEquals(
                    Set.of("1", "2", "3"),
                    data.stream()
                            .map(d -> d.path("phase").asText())
                            .filter(p -> !p.equals("0"))
                            .collect(Collectors.toSet()));

            assertTrue(data.stream().anyMatch(d -> d.path("content").asText().matches("\\*{5}\\d{4}")), "a masked BSN");
            assertTrue(data.stream().anyMatch(d -> d.has("correctedAt")));
            assertFalse(data.stream().anyMatch(d -> d.has("veto")), "what was blocked only its supplier sees");
            assertTrue(
                    platform
                            .as("duinrade.college")
                            .get(knelpunten.get(0).path("href").asText() + "/data?limit=100")
                            .items()
                            .stream()
                            .anyMatch(d -> d.has("veto")));
            List<JsonNode> scans = director.get("/v1/scans").items();
            assertEquals(1, scans.size());
            assertEquals("DESIGNATED", scans.get(0).path("state").asText());
            assertEquals(
                    1,
                    director.get("/v1/scans/" + scans.get(0).path("id").asText() + "/outcomes")
                            .items()
                            .size());
            assertEquals(
                    List.of("FIXED", "PLANNED"),
                    director.get("/v1/meetings").items().stream()
                            .map(m -> m.path("state").asText())
                            .toList());
            assertEquals(
                    "FED_BACK",
                    director.post("/v1/provisions/_search", Map.of())
                            .is(200)
                            .items()
                            .get(0)
                            .path("state")
                            .asText());
            assertEquals(
                    "OPEN",
                    platform.as("bureau.contactpunt")
                            .get("/v1/rights-requests")
                            .items()
                            .get(0)
                            .path("state")
                            .asText());

            Map<String, JsonNode> signals = signals(platform);
            assertTrue(signals.size() >= 24, signals.size() + " signals");
            assertEquals(
                    new TreeSet<>(Set.of("DRAFT", "REPORTED", "ASKED", "RECOGNISED", "WEIGHED", "TAKEN_UP", "LINKED")),
                    signals.values().stream()
                            .map(s -> s.path("state").asText())
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertFalse(
                    signals.values().stream()
                            .anyMatch(s -> s.path("title").asText().contains("autowasserij")),
                    "not taken up, so destroyed");
            assertFalse(
                    signals.values().stream().anyMatch(s -> s.toString().contains("autobanden")), "the draft lapsed");
            for (JsonNode shown : signals.values()) {
                assertFalse(ASSUMPTION.matcher(shown.toString()).find(), shown.toPrettyString());
            }

            Instant now = Instant.parse(director.get("/v1/demo/clock").text("now"));
            assertTrue(Duration.between(now, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0, "ends now");
            LocalDate first =
                    LocalDate.parse(knelpunten.get(0).path("created").asText().substring(0, 10));
            assertTrue(first.isBefore(LocalDate.now().minusMonths(16)), "begins long ago");

            platform.stop();
            platform.start("--demo");
            assertEquals(signals.keySet(), signals(platform).keySet());
            JsonNode log = platform.as("bureau.fg")
                    .post("/v1/log/verification")
                    .is(200)
                    .body();
            assertTrue(log.path("whole").asBoolean());
        }
    }

    @Test
    void aDemoThatBrokeOffHalfwayIsNotGoneOnWithButSaysSo() {
        try (Platform platform = new Platform(folder)) {
            platform.startUntil("The demo tells its story", "--demo");
            platform.kill();
            Platform.Result again = platform.run("start", "--demo", "--port", "0");
            assertEquals(1, again.code(), again.out());
            assertTrue(again.out().contains("broke off"), again.out());
        }
    }

    /** Of all participants' workers together, drafts included. */
    private static Map<String, JsonNode> signals(Platform platform) {
        return PARTICIPANTS.stream()
                .flatMap(p -> platform
                        .as(p + (p.startsWith("politie") ? ".worker" : ".college"))
                        .get("/v1/signals?limit=100")
                        .items()
                        .stream())
                .collect(Collectors.toMap(s -> s.path("id").asText(), s -> s, (one, same) -> one));
    }
}
