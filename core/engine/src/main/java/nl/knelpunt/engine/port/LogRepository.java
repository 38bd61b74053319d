package nl.knelpunt.engine.port;

import java.util.List;
import nl.knelpunt.engine.oversight.LogRecord;
import org.osgi.annotation.versioning.ProviderType;

/** The processing log: append-only, each record chained to the one before. */
@ProviderType
public interface LogRepository {

    /** Appends it with the next number and the hash of {@link nl.knelpunt.engine.oversight.LogChain}. */
    void append(LogRecord entry);

    /** Records in order. */
    List<LogRecord> after(long sequence, int limit);
}
