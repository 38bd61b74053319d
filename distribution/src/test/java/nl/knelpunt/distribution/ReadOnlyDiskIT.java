package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The data lie on a small file system of the server's own, which then may only be read. Where that can't be made, it is skipped.
 */
class ReadOnlyDiskIT {

    private static final String WORKER = "wieringersluis.college";
    private static final String MOUNT = "mount -o loop,errors=remount-ro disk.img disk";
    private static final String ADD_ADMIN = "\"$1\" accounts add " + Platform.ADMIN
            + " --participant zaanmeer --role admin --screened --trained-until " + Platform.TRAINED
            + " --data \"$DATA\"";

    @TempDir
    Path folder;

    @BeforeEach
    void makeDisk() throws IOException {
        Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("sh", "-c", in(folder) + "truncate -s 64M disk.img && mkfs.ext4 -q disk.img")
                        && run(
                                "unshare",
                                "--mount",
                                "sh",
                                "-c",
                                in(folder) + MOUNT + " && touch disk/trial && chattr +i disk/trial"
                                        + " && chattr -i disk/trial && rm disk/trial"),
                "a file system of its own on a loop device can be made by root on Linux only");
    }

    @Test
    void aDiskThatIsRemountedReadOnlyIsSaidClearlyAndIsOverWhenItIsWritableAgain() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        // Only the database is on it: the kernel does not take the right to write from files that are open for writing,
        // such
        // as the server's log.
        String script =
                in(folder) + MOUNT + " && touch disk/knelpunt.db && ln -s \"$PWD/disk/knelpunt.db\" \"$DATA\" && "
                        + ADD_ADMIN + " && exec \"$@\"";
        try (Platform platform = new Platform(folder).data(data).start(server(script))) {
            Person worker = worker(platform);
            String first = Reports.report(worker, "Voor het uur");

            String files = "disk/knelpunt.db disk/knelpunt.db-wal";
            Platform.until("the database is let go and the disk remounted", () -> {
                inside(platform, "chattr +i " + files);
                refused(worker);
                return !isOpen(platform, "knelpunt.db")
                        && inside(platform, "chattr -i " + files + " && mount -o remount,ro disk");
            });
            assertTrue(inside(platform, "! touch disk/trial"), "it is read-only");
            refused(worker);
            assertStoreIsUnwell(platform);

            assertTrue(inside(platform, "mount -o remount,rw disk"));
            Platform.until("health is well again", () -> platform.health() == 200);
            String second = Reports.report(worker, "Na het uur");
            assertAreThereOnce(platform, first, second);
        }
    }

    @Test
    void filesThatMayNotBeWrittenAnyMoreAreSaidClearlyUntilTheyMay() throws IOException {
        Path data = folder.resolve("disk/data");
        String script = in(folder) + MOUNT + " && " + ADD_ADMIN + " && exec \"$@\"";
        try (Platform platform = new Platform(folder).data(data).start(server(script))) {
            Person worker = worker(platform);
            String first = Reports.report(worker, "Voor het slot");

            String files = "disk/data disk/data/knelpunt.db disk/data/knelpunt.db-wal disk/data/keys disk/data/log";
            assertTrue(inside(platform, "chattr +i " + files + " disk/data/log/*"));
            for (int i = 0; i < 5; i++) {
                refused(worker);
                assertStoreIsUnwell(platform);
            }

            assertTrue(inside(platform, "chattr -i " + files + " disk/data/log/*"));
            Platform.until("health is well again", () -> platform.health() == 200);
            String second = Reports.report(worker, "Na het slot");
            assertAreThereOnce(platform, first, second);
        }
    }

    @Test
    void aDiskThatTheKernelMakesReadOnlyAfterAnErrorDoesNotEndTheServerAndLosesNothing() throws IOException {
        Path data = folder.resolve("disk/data");
        String script = in(folder) + MOUNT + " && " + ADD_ADMIN + " && exec \"$@\"";
        String first;
        try (Platform platform = new Platform(folder).data(data)) {
            platform.start(server(script));
            Person worker = worker(platform);
            first = Reports.report(worker, "Voor de fout");

            assumeTrue(
                    inside(
                            platform,
                            "echo 1 > /sys/fs/ext4/$(basename $(findmnt -no SOURCE disk))/trigger_fs_error"
                                    + " && ! touch disk/trial"),
                    "this kernel can't be told to find an error");
            refused(worker);
            // What the kernel had not written yet is given up; a mapped file on it would end the server now.
            inside(platform, "sync -f disk");
            for (int i = 0; i < 5; i++) {
                refused(worker);
                assertStoreIsUnwell(platform);
            }
            platform.stop();

            // Such a disk is only written again after it was checked, and for that nobody may use it.
            String repaired =
                    in(folder) + "{ e2fsck -fy disk.img > fsck.txt; [ $? -le 1 ]; } && " + MOUNT + " && exec \"$@\"";
            platform.start(server(repaired));
            String second = Reports.report(platform.as(WORKER), "Na de reparatie");
            assertAreThereOnce(platform, first, second);
        }
    }

    private static Person worker(Platform platform) {
        platform.appoint(WORKER, "wieringersluis", "COLLEGE", "WORKER");
        return platform.as(WORKER);
    }

    private static void refused(Person worker) {
        Person.Answer refused =
                worker.post("/v1/signals", Reports.complete("Nu niet")).is(503);
        assertTrue(refused.text("detail").contains("gegevensmap kan niet worden beschreven"), refused.toString());
        assertEquals("G43", refused.text("refusals/0/rule"));
    }

    private static void assertStoreIsUnwell(Platform platform) {
        JsonNode checks = platform.nobody().get("/v1/health").is(503).at("checks");
        for (JsonNode check : checks) {
            assertEquals(
                    check.path("name").asText().equals("store") ? "fail" : "pass",
                    check.path("status").asText(),
                    checks::toString);
        }
    }

    private static void assertAreThereOnce(Platform platform, String... reported) {
        List<JsonNode> all = platform.as(WORKER).get("/v1/signals").items();
        assertEquals(reported.length, all.size(), all::toString);
        Set<String> there = new TreeSet<>();
        for (JsonNode signal : all) {
            assertEquals("REPORTED", signal.path("state").asText());
            there.add(signal.path("id").asText());
        }
        assertEquals(new TreeSet<>(Arrays.asList(reported)), there);
        JsonNode log =
                platform.as(Platform.ADMIN).post("/v1/log/verification").is(200).body();
        assertTrue(log.path("whole").asBoolean(), log::toPrettyString);
    }

    private static List<String> server(String script) {
        return List.of("unshare", "--mount", "sh", "-c", script, "knelpunt");
    }

    private static String in(Path folder) {
        return "cd \"" + folder + "\" && ";
    }

    /** Whether this went well where the server sees its disk. */
    private boolean inside(Platform platform, String script) {
        return run("nsenter", "--mount=/proc/" + platform.pid() + "/ns/mnt", "sh", "-c", in(folder) + script);
    }

    private static boolean isOpen(Platform platform, String name) {
        try (var open = Files.newDirectoryStream(Path.of("/proc/" + platform.pid() + "/fd"))) {
            for (Path descriptor : open) {
                if (Files.exists(descriptor)
                        && Files.readSymbolicLink(descriptor)
                                .getFileName()
                                .toString()
                                .startsWith(name)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // One was closed while it was looked at.
            return true;
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
