package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a kill can't prove, since the kernel keeps what a killed process wrote: that the database is synced to disk between the
 * write and the acknowledgement. The server's system calls are looked at; skipped where there is no {@code strace}.
 */
@Tag("thorough")
class SyncIT {

    private static final String WORKER = "wieringersluis.college";
    private static final int SIGNALS = 25;

    /** Process, call with the file of its descriptor, and the rest. */
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(\\d+<([^>]*)>(.*)");

    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgementComesAfterASyncOfWhatWasWritten() throws IOException, InterruptedException {
        assumeTrue(hasStrace(), "strace is not at hand");
        Path calls = folder.resolve("calls.txt");
        try (Platform platform = new Platform(folder).withAdmin().start()) {
            platform.appoint(WORKER, "wieringersluis", "COLLEGE", "WORKER");
            Person worker = platform.as(WORKER);
            Process strace = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-y",
                            "-s",
                            "32",
                            "-e",
                            "trace=fsync,fdatasync,write,pwrite64,sendto,writev",
                            "-o",
                            calls.toString(),
                            "-p",
                            String.valueOf(platform.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("strace.txt").toFile())
                    .start();
            try {
                Platform.until("strace is attached", () -> {
                    platform.health();
                    return calls.toFile().length() > 0;
                });
                for (int i = 0; i < SIGNALS; i++) {
                    Reports.report(worker, "Signaal " + i);
                }
                Platform.until("the last answer was traced", () -> acknowledged(calls) >= 2 * SIGNALS);
            } finally {
                strace.destroy();
                assertTrue(strace.waitFor(30, TimeUnit.SECONDS));
            }
        }
        assertSynced(Files.readAllLines(calls));
    }

    private static long acknowledged(Path calls) {
        try {
            return Files.readAllLines(calls).stream()
                    .filter(SyncIT::isAcknowledgement)
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of a change: health, which is asked to see whether strace is there, is served from elsewhere. */
    private static boolean isAcknowledgement(String line) {
        return line.contains("\"HTTP/1.1 20");
    }

    /** One connection asks one thing at a time, so what lies between two answers belongs to the second. */
    private static void assertSynced(List<String> lines) {
        Map<String, String> syncing = new HashMap<>();
        int acknowledgements = 0;
        boolean written = false;
        boolean synced = false;
        boolean changes = false;
        for (String line : lines) {
            Matcher call = CALL.matcher(line);
            Matcher resumed = RESUMED.matcher(line);
            if (call.matches() && isDatabase(call.group(3))) {
                if (call.group(2).endsWith("sync")) {
                    if (line.contains("<unfinished")) {
                        syncing.put(call.group(1), call.group(3));
                    } else {
                        synced = written;
                    }
                } else {
                    changes = true;
                    written = true;
                    synced = false;
                }
            } else if (resumed.matches()
                    && resumed.group(2).endsWith("sync")
                    && syncing.remove(resumed.group(1)) != null) {
                synced = written;
            } else if (isAcknowledgement(line)) {
                if (changes) {
                    acknowledgements++;
                    assertTrue(synced, "acknowledged without a sync since the write: " + line);
                }
                changes = false;
                written = false;
            }
        }
        assertEquals(2 * SIGNALS, acknowledgements, "every acknowledgement follows a write of its own");
    }

    private static boolean isDatabase(String file) {
        return file.contains("knelpunt.db");
    }

    private static boolean hasStrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-V")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
