package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogReading;
import nl.knelpunt.engine.oversight.LogRecord;
import org.osgi.annotation.versioning.ProviderType;

/** The processing log: append-only, each record chained to the one before. */
@ProviderType
public interface LogRepository {

    /** Appends it with the next number and the hash of {@link nl.knelpunt.engine.oversight.LogChain}. */
    void append(LogRecord entry);

    /** Records in order. */
    List<LogRecord> after(long sequence, int limit);

    /**
     * Records in order. Looks through a part of the log only, so that no reading holds up the work for long.
     *
     * @param after only records after this number
     */
    Found find(LogFilter filter, long after, int limit);

    /**
     * @param records that fit
     * @param next number up to which was looked, null when that was the end
     */
    record Found(List<LogRecord> records, Long next) {

        public Found {
            records = List.copyOf(records);
        }
    }

    /** Keeps why the log is being read. */
    void insert(LogReading reading);

    Optional<LogReading> reading(UUID id);
}
