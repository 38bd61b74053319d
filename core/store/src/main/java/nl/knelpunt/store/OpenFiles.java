package nl.knelpunt.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The two files that an open connection writes: the database and its write-ahead log. SQLite goes on in a file that was deleted or
 * replaced, and what it writes there is gone with the process; so this is asked before each commit.
 */
final class OpenFiles {

    private final Path database;
    private final Path log;
    private final Object databaseKey;
    private final Object logKey;

    /** As they are now, just after they were opened. */
    OpenFiles(Path database) throws IOException {
        this.database = database;
        this.log = logOf(database);
        this.databaseKey = key(database);
        this.logKey = key(log);
    }

    /** SQLite follows a link to the database, and has its log where that leads. */
    static Path logOf(Path database) throws IOException {
        Path real = database.toRealPath();
        return real.resolveSibling(real.getFileName() + "-wal");
    }

    /** What tells a file from another that has its name later; null when there is none. */
    static Object key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? "there" : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Whether both still stand under their names. */
    boolean areThere() throws IOException {
        return databaseIsThere() && logKey != null && logKey.equals(key(log));
    }

    /** Whether the log alone is gone, and nothing has come in its place. */
    boolean onlyLogIsGone() throws IOException {
        return databaseIsThere() && key(log) == null;
    }

    private boolean databaseIsThere() throws IOException {
        return databaseKey != null && databaseKey.equals(key(database));
    }
}
