package nl.knelpunt.engine.oversight;

import java.util.List;
import nl.knelpunt.engine.gate.Call;
import org.osgi.annotation.versioning.ProviderType;

/** Reading the processing log, for the purposes of Wgs 1.8(4) alone (G44). Looking is logged too, with its purpose. */
@ProviderType
public interface LogReader {

    /** Records asked for at once. */
    int MOST = 1000;

    /**
     * A part of the log.
     *
     * @param records in order
     * @param next number after which the next part begins, null at the end. A part may hold fewer records than asked, or none,
     *     and still have a next: only so much of the log is looked through at once
     */
    record Part(List<Line> records, Long next) {

        public Part {
            records = List.copyOf(records);
        }
    }

    /**
     * @param reading why the log was looked at; null for every other act
     */
    record Line(LogRecord entry, LogReading reading) {}

    /**
     * @param purpose null when none was given: refused
     * @param reason in words; no personal data
     * @param after only records after this number; 0 from the start
     */
    Part read(Call call, LogPurpose purpose, String reason, LogFilter filter, long after, int limit);
}
