package nl.knelpunt.modules;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the plugin manager says in the log while a test runs. */
final class LogLines extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("nl.knelpunt.modules");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LogLines() {
        setFormatter(new SimpleFormatter());
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    boolean once(String part) {
        return lines.stream().filter(line -> line.contains(part)).count() == 1;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(getFormatter().formatMessage(line));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
