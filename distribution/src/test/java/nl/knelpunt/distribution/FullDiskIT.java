package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder lies on a small file system of the server's own, which is filled. Where that can't be made, it is skipped. */
class FullDiskIT {

    private static final String WORKER = "wieringersluis.college";
    private static final String MOUNT = "mount -t tmpfs -o size=128m knelpunt \"$DATA\"";

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsSaidClearlyAndIsOverWhenThereIsRoomAgain() throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve("data"));
        assumeTrue(canMount(data), "a file system of its own can be made by root on Linux only");
        String script = MOUNT + " && \"$1\" accounts add " + Platform.ADMIN
                + " --participant zaanmeer --role admin --screened --trained-until " + Platform.TRAINED
                + " --data \"$DATA\" && exec \"$@\"";
        try (Platform platform =
                new Platform(folder).start(List.of("unshare", "--mount", "sh", "-c", script, "knelpunt"))) {
            platform.appoint(WORKER, "wieringersluis", "COLLEGE", "WORKER");
            Person worker = platform.as(WORKER);
            String before = Reports.report(worker, "Toen er nog ruimte was");

            // As the server sees it; to this process the folder is empty.
            Path seen = Path.of("/proc/" + platform.pid() + "/root" + data);
            Path filler = seen.resolve("filler");
            fill(filler);
            Person.Answer full = null;
            for (int i = 0; i < 100 && (full == null || full.status() != 503); i++) {
                full = worker.post("/v1/signals", Reports.complete("Geen ruimte " + i));
            }
            full.is(503);
            assertTrue(full.text("detail").matches("(?s).*(schijf|ruimte|opslag|geschreven).*"), full.toString());
            assertEquals("G43", full.text("refusals/0/rule"));
            Platform.until("health says so", () -> platform.health() == 503);

            Files.delete(filler);
            Platform.until("health is well again", () -> platform.health() == 200);
            String after = Reports.report(worker, "Er is weer ruimte");
            worker.get("/v1/signals/" + before).isIn("REPORTED");
            worker.get("/v1/signals/" + after).isIn("REPORTED");
            assertTrue(platform.as(Platform.ADMIN)
                    .post("/v1/log/verification")
                    .at("whole")
                    .asBoolean());
        }
    }

    private static boolean canMount(Path data) throws IOException, InterruptedException {
        try {
            ProcessBuilder trial = new ProcessBuilder("unshare", "--mount", "sh", "-c", MOUNT);
            trial.environment().put("DATA", data.toString());
            return trial.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** To the last byte. */
    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[1 << 16];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertTrue(Files.size(filler) > 0, e.toString());
        }
    }
}
