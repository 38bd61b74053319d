package nl.knelpunt.launcher.framework;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** The server's log: files that rotate, and the console when it stays in the foreground. */
final class ServerLog implements AutoCloseable {

    private static final int FILE_BYTES = 10_000_000;
    private static final int FILES = 5;
    private static final int REMEMBERED = 5;
    /** Of the HTTP server: writes down what anybody sent in the place of a host, before anybody signed in. */
    private static final Logger QUOTES_SENDERS = Logger.getLogger("org.eclipse.jetty.util.HostPort");

    private final Logger root = Logger.getLogger("");
    /** Talkative, and of no use to an admin; held here because a logger that nobody holds forgets its level. */
    private final Logger jetty = Logger.getLogger("org.eclipse.jetty");

    private final List<Handler> handlers;
    private final Deque<String> errors = new ArrayDeque<>();

    ServerLog(Path folder, boolean console) throws IOException {
        QUOTES_SENDERS.setLevel(Level.OFF);
        for (var standard : root.getHandlers()) {
            root.removeHandler(standard);
        }
        var file = new FileHandler(folder.resolve("knelpunt.%g.log").toString(), FILE_BYTES, FILES, true);
        file.setEncoding(StandardCharsets.UTF_8.name());
        var all = new java.util.ArrayList<Handler>(List.of(file, new Memory()));
        if (console) {
            all.add(new Console(System.err));
        }
        jetty.setLevel(Level.WARNING);
        handlers = List.copyOf(all);
        for (var handler : handlers) {
            handler.setFormatter(new LineFormatter());
            root.addHandler(handler);
        }
    }

    /** The messages of the last errors, for whom waits for a start that fails. */
    synchronized List<String> lastErrors() {
        return List.copyOf(errors);
    }

    private synchronized void remember(LogRecord record) {
        if (errors.size() == REMEMBERED) {
            errors.removeFirst();
        }
        errors.add(new LineFormatter().formatMessage(record).lines().findFirst().orElse("")
                + (record.getThrown() == null ? "" : " (" + record.getThrown() + ")"));
    }

    @Override
    public void close() {
        for (var handler : handlers) {
            root.removeHandler(handler);
            handler.close();
        }
    }

    /** A stream that leads whole lines into the log, for libraries that print. */
    static PrintStream lines(String name, Level level) {
        var logger = Logger.getLogger(name);
        return new PrintStream(
                new OutputStream() {
                    private final StringBuilder line = new StringBuilder();

                    @Override
                    public synchronized void write(int character) {
                        write(new byte[] {(byte) character}, 0, 1);
                    }

                    @Override
                    public synchronized void write(byte[] bytes, int from, int length) {
                        line.append(new String(bytes, from, length, StandardCharsets.UTF_8));
                        for (var end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
                            logger.log(level, line.substring(0, end));
                            line.delete(0, end + 1);
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    private final class Memory extends Handler {

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                remember(record);
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** Never closes the console itself. */
    private static final class Console extends StreamHandler {

        Console(PrintStream stream) {
            super(stream, new LineFormatter());
        }

        @Override
        public synchronized void publish(LogRecord record) {
            super.publish(record);
            flush();
        }

        @Override
        public synchronized void close() {
            flush();
        }
    }
}
