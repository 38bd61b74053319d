package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** {@code knelpunt backup}: a verified copy of one moment, in a new folder. */
final class Backup {

    private Backup() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var target =
                Asked.absolute(asked.words(1, 1, "backup takes one new folder").get(0));
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Failure(target + " exists already; give a new folder.");
        }
        var home = Home.current();
        var data = asked.data(home);
        return Reach.either(home, data, api -> {
            var made = api.post("/v1/backups", Json.object()).orFail();
            take(data, Path.of(made.path("directory").asText()), target);
            Main.OUT.println(asked.has("json") ? json(made, target) : text(made, target));
            return Main.DONE;
        });
    }

    private static void take(DataFolder data, Path made, Path target) throws Failure, IOException {
        if (!made.startsWith(data.directory().resolve("backup")) || !Files.isDirectory(made)) {
            throw new Failure("The backup stands in " + made + " on the server's machine.");
        }
        try {
            if (target.getParent() != null) {
                Trees.make(target.getParent());
            }
            Trees.move(made, target);
            for (var mark : List.of(data.demoMarker(), data.demoPassword())) {
                if (Files.exists(mark)) {
                    Trees.copyFile(mark, target.resolve(mark.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new Failure("The backup could not be moved to " + target + " (" + Failure.reason(e)
                    + "); it stands in " + made + ".");
        }
    }

    private static String json(JsonNode made, Path target) {
        return Json.line(Json.object()
                .put("directory", target.toString())
                .put("logRecords", made.path("logRecords").asLong())
                .put("logHead", made.path("logHead").asText())
                .set("counts", made.path("counts")));
    }

    private static String text(JsonNode made, Path target) {
        return "Backup in " + target + ", read back and verified: " + contents(made) + ".\n"
                + "Keep the folder keys apart from the rest: without the keys the data can't be read in full.";
    }

    static String contents(JsonNode contents) {
        var rows = 0L;
        for (var count : contents.path("counts")) {
            rows += count.asLong();
        }
        return rows + " rows in " + contents.path("counts").size() + " tables, "
                + contents.path("logRecords").asLong() + " log records";
    }
}
