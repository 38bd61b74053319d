package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code knelpunt restore}: a backup back into a stopped, empty installation; verified by digests, counts and the log. */
final class Restore {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Restore() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var backup = Asked.absolute(
                asked.words(1, 1, "restore takes the folder of a backup").get(0));
        var home = Home.current();
        var data = asked.data(home);
        var manifest = manifest(backup);
        if (data.running().isPresent()) {
            throw new Failure("Knelpunt runs on " + data.directory() + ". Stop it first: knelpunt stop");
        }
        data.prepare();
        place(backup, manifest, data, asked.has("force"));
        return Reach.stopped(home, data, api -> verify(api, manifest, asked.has("json")));
    }

    private static JsonNode manifest(Path backup) throws Failure {
        try {
            if (Files.isRegularFile(backup.resolve("knelpunt.db")) && Files.isDirectory(backup.resolve("keys"))) {
                return Json.read(Files.readAllBytes(backup.resolve("manifest.json")));
            }
        } catch (IOException e) {
            // Told below.
        }
        throw new Failure(backup + " is not a backup: knelpunt.db, manifest.json or the folder keys is missing.");
    }

    private static void place(Path backup, JsonNode manifest, DataFolder data, boolean force)
            throws Failure, IOException {
        var lock = data.lock();
        if (lock.isEmpty()) {
            throw new Failure("The data folder " + data.directory() + " is in use by another process.");
        }
        try (var held = lock.get()) {
            if (!data.isEmpty() && !force) {
                throw new Failure("The data folder " + data.directory()
                        + " holds data. Give an empty one, or --force, which moves the old data aside.");
            }
            var half = copied(backup, manifest, data);
            if (!data.isEmpty()) {
                Main.ERR.println("The old data are in " + aside(data));
            }
            for (var mark : List.of(data.demoMarker(), data.demoPassword())) {
                if (Files.exists(backup.resolve(mark.getFileName()))) {
                    Trees.copyFile(backup.resolve(mark.getFileName()), mark);
                }
            }
            Files.move(half.resolve("keys"), data.directory().resolve("keys"));
            Files.move(half.resolve("knelpunt.db"), data.directory().resolve("knelpunt.db"));
            Files.delete(half);
        }
    }

    /** A copy of the backup that was found to be as it was made, on the disk where it is to stay. */
    private static Path copied(Path backup, JsonNode manifest, DataFolder data) throws Failure, IOException {
        var half = data.run().resolve("restoring");
        if (Files.exists(half)) {
            Trees.delete(half);
        }
        Trees.make(half);
        Trees.copyFile(backup.resolve("knelpunt.db"), half.resolve("knelpunt.db"));
        Trees.copy(backup.resolve("keys"), half.resolve("keys"));
        var fault = manifest.path("sha256").isObject()
                ? Digests.fault(half, manifest.path("sha256"))
                : Optional.of("manifest.json names no digests");
        if (fault.isPresent()) {
            Trees.delete(half);
            throw new Failure("The backup " + backup + " is not as it was made: " + fault.get()
                    + ". Nothing was restored; take another backup.");
        }
        return half;
    }

    /** Everything but what belongs to processes; the folder itself may be a mount. */
    private static Path aside(DataFolder data) throws IOException {
        var aside = data.directory()
                .resolveSibling(data.directory().getFileName() + "-before-" + STAMP.format(Instant.now()));
        Trees.make(aside);
        try (var entries = Files.newDirectoryStream(data.directory())) {
            for (var entry : entries) {
                if (!Set.of("lock", "run").contains(entry.getFileName().toString())) {
                    Trees.move(entry, aside.resolve(entry.getFileName()));
                }
            }
        }
        Trees.make(data.log());
        return aside;
    }

    private static int verify(Api api, JsonNode manifest, boolean asJson) throws Failure, InterruptedException {
        var now = api.get("/v1/backups/counts").orFail();
        var log = LogVerify.verify(api);
        var since =
                now.path("logRecords").asLong() - manifest.path("logRecords").asLong();
        // Terms that ended in the meantime end as soon as the platform runs, and swaps that were under way go on; each
        // leaves a record.
        var same = since > 0
                || since == 0
                        && now.path("logHead").equals(manifest.path("logHead"))
                        && now.path("counts").equals(manifest.path("counts"));
        var whole = LogVerify.isWhole(log);
        if (asJson) {
            var json = Json.object().put("restored", same && whole);
            json.set("backup", manifest);
            json.set("now", now);
            json.set("log", log);
            Main.OUT.println(Json.line(json));
        } else {
            Main.OUT.println("In the backup: " + Backup.contents(manifest) + ".");
            Main.OUT.println("Now here:      " + Backup.contents(now) + ".");
            Main.OUT.println(LogVerify.text(log));
            if (same && since > 0) {
                Main.OUT.println(
                        since
                                + " acts were added: terms that had ended in the meantime, or modules' swaps that were under way.");
            }
        }
        if (!same || !whole) {
            throw new Failure("What was restored is not what the backup says it holds; do not work with it.");
        }
        return Main.DONE;
    }
}
