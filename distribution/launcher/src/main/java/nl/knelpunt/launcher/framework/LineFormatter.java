package nl.knelpunt.launcher.framework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One line for each record: time, level, logger, message, and of an exception its classes and where they came from. */
final class LineFormatter extends Formatter {

    private static final int FRAMES = 12;

    @Override
    public String format(LogRecord record) {
        var line = new StringBuilder(160)
                .append(Instant.ofEpochMilli(record.getMillis()).truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(record.getLevel().getName())
                .append(' ')
                .append(record.getLoggerName())
                .append(' ')
                .append(formatMessage(record));
        for (var thrown = record.getThrown(); thrown != null; thrown = thrown.getCause()) {
            line.append(" | ").append(thrown);
            var frames = thrown.getStackTrace();
            for (var i = 0; i < Math.min(FRAMES, frames.length); i++) {
                line.append(" < ").append(frames[i]);
            }
            if (thrown.getCause() == thrown) {
                break;
            }
        }
        // What others wrote must not look like a record of its own.
        for (var i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.append('\n').toString();
    }
}
