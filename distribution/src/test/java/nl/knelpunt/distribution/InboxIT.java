package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the drop folders of the assembled distribution. */
class InboxIT {

    private static final String TOWN = "wieringersluis";

    @TempDir
    Path folder;

    @Test
    void aDroppedMessageBecomesADraftAndLeavesAReceipt() throws IOException {
        try (Platform platform = new Platform(folder).withAdmin().start()) {
            platform.appoint(TOWN + ".college", TOWN, "COLLEGE", "WORKER");
            Person worker = platform.as(TOWN + ".college");
            Path drop = platform.inbox().resolve(TOWN);
            Platform.until("the drop folder is there", () -> Files.isDirectory(drop.resolve("done")));

            drop(drop, "melding.json", StoryIT.message("report.json"));
            Platform.until(
                    "a receipt is there", () -> files(drop.resolve("done")).size() == 1);
            JsonNode receipt = json(files(drop.resolve("done")).get(0));
            String draft = receipt.at("/signals/0/id").asText();
            assertEquals(0, receipt.path("repeated").asInt());
            assertFalse(receipt.toString().contains("Oosterkade"), "a receipt holds no content");
            Platform.until("the file is gone", () -> files(drop).isEmpty());
            worker.get("/v1/signals/" + draft).isIn("DRAFT");

            drop(drop, "nog-eens.json", StoryIT.message("report.json"));
            Platform.until(
                    "a second receipt is there",
                    () -> files(drop.resolve("done")).size() == 2);
            assertTrue(files(drop.resolve("done")).stream()
                    .map(InboxIT::json)
                    .anyMatch(r -> r.path("repeated").asInt() == 1
                            && r.at("/signals/0/id").asText().equals(draft)));
            assertEquals(1, worker.get("/v1/signals").items().size(), "the same message twice is one signal");

            String broken = StoryIT.message("report.json").replace("\"location\"", "location");
            drop(drop, "stuk.json", broken);
            Platform.until(
                    "its reasons are there",
                    () -> files(drop.resolve("refused")).size() == 2);
            assertEquals(broken, Files.readString(drop.resolve("refused/stuk.json")));
            String reasons = Files.readString(drop.resolve("refused/stuk.json.reasons.txt"));
            assertTrue(
                    reasons.contains("Dit bestand is geweigerd") && reasons.contains("This file was refused"), reasons);
            assertEquals(1, worker.get("/v1/signals").items().size(), "nothing of it was kept");

            drop(drop, "onbekend.csv", "a;b");
            Platform.until("it is refused", () -> files(drop.resolve("refused")).size() == 4);
            assertTrue(Files.readString(drop.resolve("refused/onbekend.csv.reasons.txt"))
                    .contains("signalen-json"));
        }
    }

    private static void drop(Path folder, String name, String content) throws IOException {
        Path part = Files.writeString(folder.resolve(name + ".part"), content);
        Files.move(part, folder.resolve(name));
    }

    /** Whole files only. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
