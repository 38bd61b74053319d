package nl.knelpunt.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file, and how it is opened: write-ahead log, synced at every commit, destroyed data overwritten. */
class Database {

    static final int APPLICATION_ID = 0x4b4e4c50;

    static final int BUSY_MILLISECONDS = 5_000;

    private final Path file;

    Database(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** For writing: made when it isn't there, at the newest version of the schema. */
    Connection open() throws SQLException, IOException {
        Folders.create(file.getParent());
        try {
            // Made here and not by SQLite, so that nobody else may read it; its log and index take over the rights.
            Files.createFile(file, Folders.OWNER_ONLY_FILE);
        } catch (FileAlreadyExistsException e) {
            // As usual.
        }
        Connection connection = connect(file, false);
        try {
            int missing = Migrations.missing(connection);
            if (missing < 0) {
                throw Problem.TOO_NEW.exception(null);
            }
            if (missing > 0) {
                connection.close();
                SQLiteDataSource source = new SQLiteDataSource(config(false));
                source.setUrl(url(file));
                Migrations.run(source);
                connection = connect(file, false);
                if (Migrations.missing(connection) != 0) {
                    throw new IllegalStateException("The schema is not at the version of this program");
                }
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A second connection to the running database, which sees what is committed and holds up nobody. */
    Connection openBeside() throws SQLException {
        return connect(file, false);
    }

    /** For reading a copy that nobody writes. */
    static Connection openCopy(Path copy) throws SQLException {
        return connect(copy, true);
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        Connection connection = config(readOnly).createConnection(url(file));
        try (Statement statement = connection.createStatement()) {
            if (!readOnly) {
                statement.execute("pragma secure_delete = on");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static SQLiteConfig config(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.enforceForeignKeys(true);
        if (readOnly) {
            config.setReadOnly(true);
        } else {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }
}
