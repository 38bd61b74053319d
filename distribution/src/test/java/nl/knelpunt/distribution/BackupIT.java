package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a running installation while signals come in, and its restoration elsewhere. */
class BackupIT {

    private static final String WORKER = "wieringersluis.college";

    @TempDir
    Path folder;

    @Test
    void aBackupHoldsOneMomentAndComesBackWhole() throws IOException, InterruptedException, ExecutionException {
        Path backup = folder.resolve("copy");
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        List<String> before;
        JsonNode made;
        try (Platform platform = new Platform(folder.resolve("one")).withAdmin().start()) {
            platform.appoint(WORKER, "wieringersluis", "COLLEGE", "WORKER");
            AtomicBoolean enough = new AtomicBoolean();
            Person worker = platform.elsewhere(WORKER);
            CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> {
                for (int i = 0; !enough.get(); i++) {
                    acknowledged.add(Reports.report(worker, "Signaal " + i));
                }
            });
            Platform.until("signals come in", () -> acknowledged.size() > 20 || stream.isDone());
            if (stream.isDone()) {
                stream.get();
            }
            before = List.copyOf(acknowledged);
            Platform.Result result = platform.run(
                            Map.of("KNELPUNT_TOKEN", platform.token(Platform.ADMIN)),
                            "backup",
                            backup.toString(),
                            "--json")
                    .ok();
            made = new ObjectMapper().readTree(result.out());
            int during = acknowledged.size();
            Platform.until("signals still come in", () -> acknowledged.size() > during);
            enough.set(true);
            stream.get();
            Platform.Result running = platform.run("restore", backup.toString());
            assertEquals(1, running.code(), "a running installation is never restored into");
        }
        assertTrue(made.path("logRecords").asLong() > 40, made.toPrettyString());

        try (Platform other = new Platform(folder.resolve("two"))) {
            Platform.Result result =
                    other.run("restore", backup.toString(), "--json").ok();
            JsonNode restored = new ObjectMapper().readTree(result.out());
            assertTrue(restored.path("restored").asBoolean(), result.out());
            // What was under way of the modules goes on as soon as there is a platform again, and leaves its records.
            made.path("counts").fields().forEachRemaining(table -> {
                long now = restored.at("/now/counts").path(table.getKey()).asLong();
                boolean mayGrow = Set.of("event", "processing_log").contains(table.getKey());
                assertTrue(
                        now == table.getValue().asLong()
                                || mayGrow && now > table.getValue().asLong(),
                        table::toString);
            });
            assertTrue(restored.at("/log/whole").asBoolean(), result.out());

            other.start();
            Set<String> there = new HashSet<>();
            String next = "/v1/signals?limit=100";
            while (next != null) {
                Person.Answer page = other.as(WORKER).get(next);
                page.items().forEach(s -> there.add(s.path("id").asText()));
                next = page.at("links/next").isTextual() ? page.text("links/next") : null;
            }
            assertTrue(there.containsAll(before), "what was acknowledged before the backup is in it");
            assertEquals(made.at("/counts/signal").asInt(), there.size());
        }
    }

    @Test
    void aBrokenBackupIsNotRestoredAsIfItWereWhole() throws IOException {
        Path backup = folder.resolve("copy");
        try (Platform platform = new Platform(folder.resolve("one")).withAdmin()) {
            platform.run("backup", backup.toString()).ok();
        }
        Path database = backup.resolve("knelpunt.db");
        byte[] whole = Files.readAllBytes(database);
        try (Platform other = new Platform(folder.resolve("two"))) {
            // A value like any other: neither the counts nor the log would tell.
            String changed = new String(whole, StandardCharsets.ISO_8859_1).replace(Platform.ADMIN, "beheet");
            Files.writeString(database, changed, StandardCharsets.ISO_8859_1);
            assertNotRestored(other, backup, "knelpunt.db was changed");
            Files.write(database, whole);

            Path key = backup.resolve("keys/log");
            Path aside = Files.move(key, folder.resolve("log"));
            assertNotRestored(other, backup, "keys/log is missing");
            Files.write(key, new byte[32]);
            assertNotRestored(other, backup, "keys/log was changed");
            Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);

            Path added = Files.write(backup.resolve("keys/message"), new byte[32]);
            assertNotRestored(other, backup, "keys/message does not belong to it");
            Files.delete(added);

            other.run("restore", backup.toString()).ok();

            Files.write(database, Arrays.copyOf(whole, whole.length - 1));
            Platform.Result forced = other.run("restore", backup.toString(), "--force");
            assertEquals(1, forced.code(), forced.out());
            assertTrue(Files.exists(other.data().resolve("knelpunt.db")), "what was there is there still");
            other.run("log", "verify").ok();

            Files.delete(backup.resolve("manifest.json"));
            assertNotRestored(other, backup, "is not a backup");
        }
    }

    private static void assertNotRestored(Platform platform, Path backup, String reason) {
        Platform.Result result = platform.run("restore", backup.toString());
        assertEquals(1, result.code(), result.out());
        assertTrue(result.out().contains(reason), result.out());
        assertFalse(result.out().lines().count() > 1, result.out());
    }
}
