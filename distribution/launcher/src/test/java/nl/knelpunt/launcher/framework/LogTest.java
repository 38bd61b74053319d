package nl.knelpunt.launcher.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.log.FormatterLogger;

@DisplayName("The server's log")
class LogTest {

    @TempDir
    private Path folder;

    private static String line(Level level, String message, Throwable thrown) {
        var written = new LogRecord(level, message);
        written.setLoggerName("nl.knelpunt.test");
        written.setInstant(java.time.Instant.parse("2026-11-23T09:10:11.123Z"));
        written.setThrown(thrown);
        return new LineFormatter().format(written);
    }

    private List<String> written(Runnable work) throws Exception {
        var before = Logger.getLogger("").getHandlers();
        try (var log = new ServerLog(folder, false)) {
            work.run();
        } finally {
            for (var handler : before) {
                Logger.getLogger("").addHandler(handler);
            }
        }
        return Files.readAllLines(folder.resolve("knelpunt.0.log"));
    }

    @Test
    void isOneLineForEachRecord() {
        assertEquals(
                "2026-11-23T09:10:11.123Z INFO nl.knelpunt.test all is well\n", line(Level.INFO, "all is well", null));
    }

    @Test
    void saysWhereAnExceptionComesFromOnTheSameLine() {
        var line = line(Level.SEVERE, "failed", new IllegalStateException("a", new RuntimeException("the cause")));

        assertEquals(1, line.lines().count());
        assertTrue(line.contains("IllegalStateException: a"), line);
        assertTrue(line.contains("RuntimeException: the cause"), line);
        assertTrue(line.contains("LogTest"), line);
    }

    @Test
    void isNotForgedByALineBreakInAMessage() {
        assertEquals(
                1,
                line(Level.INFO, "x\n2026-11-23T09:10:11.124Z INFO nl.knelpunt.gate granted\r\n", null)
                        .lines()
                        .count());
    }

    @Test
    void doesNotQuoteWhatStrangersSend() throws Exception {
        var lines = written(
                () -> Logger.getLogger("org.eclipse.jetty.util.HostPort").warning("Bad Authority: [/secret]"));

        assertEquals(List.of(), lines);
    }

    @Test
    void holdsWhatBundlesLogAndWhatLibrariesPrint() throws Exception {
        var lines = written(() -> {
            var log = new BundleLog();
            log.getLogger("a.bundle").error("component {} failed", "X", new IllegalStateException("why"));
            log.getLogger("a.bundle", FormatterLogger.class).warn("%d left", 3);
            log.getLogger("a.bundle").info(l -> l.info("made when needed"));
            log.getLogger("a.bundle").debug("unheard");
            try (var out = ServerLog.lines("stdout", Level.INFO)) {
                out.println("printed");
            }
        });

        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("SEVERE a.bundle component X failed | java.lang.IllegalStateException: why"));
        assertTrue(lines.get(1).endsWith("WARNING a.bundle 3 left"));
        assertTrue(lines.get(2).endsWith("INFO a.bundle made when needed"));
        assertTrue(lines.get(3).endsWith("INFO stdout printed"));
    }

    @Test
    void remembersTheLastErrorsForWhomWaits() throws Exception {
        var remembered = new java.util.ArrayList<String>();
        var before = Logger.getLogger("").getHandlers();
        try (var log = new ServerLog(folder, false)) {
            Logger.getLogger("x").severe("broken");
            Logger.getLogger("x").warning("odd");
            remembered.addAll(log.lastErrors());
        } finally {
            for (var handler : before) {
                Logger.getLogger("").addHandler(handler);
            }
        }

        assertEquals(List.of("broken"), remembered);
    }
}
