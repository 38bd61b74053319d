package nl.knelpunt.engine.port;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Copies of a running installation. */
@ProviderType
public interface Backups {

    /**
     * What an installation or a backup holds, for comparing the two.
     *
     * @param counts rows per table
     * @param logRecords number of the last log record
     * @param logHead hash of the last log record, hex
     */
    record Contents(Map<String, Long> counts, long logRecords, String logHead) {}

    /**
     * @param directory where it stands, below the data folder
     * @param contents read back from the copy
     */
    record Backup(Path directory, Contents contents) {}

    /**
     * Makes a consistent copy of one moment and verifies it by reading it back: counts and the chain of the log.
     *
     * @throws UnavailableException could not be written or does not verify
     */
    Backup make();

    Contents contents();

    /**
     * Removes backups that were made longer ago: what was destroyed since is still in them.
     *
     * @return how many
     * @throws UnavailableException one could not be removed
     */
    int removeOlderThan(Duration age);
}
