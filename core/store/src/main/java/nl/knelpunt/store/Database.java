package nl.knelpunt.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** The SQLite file, and how it is opened: write-ahead log, synced at every commit, destroyed data overwritten, nothing outside its folder. */
class Database {

    static final int BUSY_MILLISECONDS = 5_000;

    private static final int APPLICATION_ID = 0x4b4e4c50;

    /** Less room than this is a full disk: enough for the log of the next works. */
    private static final int ROOM = 1 << 20;

    private final Path file;

    /** The file that was opened first: another one under its name is not this database. Null before. */
    private volatile Object identity;

    Database(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /**
     * For writing, at the newest version of the schema.
     *
     * @param mayBeNew whether to make it when it isn't there; never after it was open before
     */
    Connection open(boolean mayBeNew) throws SQLException, IOException {
        boolean create = mayBeNew && identity == null;
        if (create) {
            create();
        } else if (OpenFiles.key(file) == null || identity != null && !identity.equals(OpenFiles.key(file))) {
            throw Problem.TAKEN_AWAY.exception(null);
        }
        Connection connection = connect();
        try {
            int missing = Migrations.missing(connection);
            if (missing < 0) {
                throw Problem.TOO_NEW.exception(null);
            }
            if (missing == Migrations.ALL.size() && !create) {
                throw Problem.TAKEN_AWAY.exception(null);
            }
            if (missing > 0) {
                connection.close();
                SQLiteDataSource source = new SQLiteDataSource(config());
                source.setUrl(url());
                Migrations.run(source);
                connection = connect();
                if (Migrations.missing(connection) != 0) {
                    throw new IllegalStateException("The schema is not at the version of this program");
                }
            }
            requireWritable(connection);
            keepUndoInMemory(connection);
            identity = OpenFiles.key(file);
            return connection;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Made here and not by SQLite, so that nobody else may read it; its log takes over the rights. */
    private void create() throws IOException {
        Folders.create(file.getParent());
        try {
            Files.createFile(file, Folders.OWNER_ONLY_FILE);
        } catch (FileAlreadyExistsException e) {
            // As usual.
        }
    }

    /** A second connection to the running database, which sees what is committed and holds up nobody. */
    Connection openBeside() throws SQLException, IOException {
        return connect();
    }

    /** For reading a copy that nobody writes. */
    static Connection openCopy(Path copy) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + copy.toUri());
    }

    /**
     * Writes something that changes nothing, as part of the transaction of this connection: SQLite writes it also when it is the
     * same.
     */
    static void touch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma application_id = " + APPLICATION_ID);
        }
    }

    /**
     * Proves that there is room and the right to write, beside the database as well as in it.
     *
     * @throws IOException says what is in the way
     */
    void prove() throws IOException {
        Folders.create(file.getParent());
        requireAccess();
        Path proof = Files.createTempFile(file.getParent(), ".room-", "", Folders.OWNER_ONLY_FILE);
        try (FileChannel channel = FileChannel.open(proof, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(ROOM);
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(proof);
        }
    }

    /** Asked without opening the files: closing them again would take away the locks that SQLite has on them. */
    private void requireAccess() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Path log = OpenFiles.logOf(file);
        if (!Files.isWritable(file) || Files.exists(log) && !Files.isWritable(log)) {
            throw new AccessDeniedException(file.getFileName().toString());
        }
    }

    /** SQLite opens what it may not write for reading, silently. Such a connection would never write again, so it is not kept. */
    private static void requireWritable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin");
            touch(connection);
            statement.execute("rollback");
        }
    }

    /**
     * The pages that a work changes are kept as they were until it is over, to undo it alone. SQLite keeps them in a file: one to make and
     * to remove for nearly every commit. In memory they are 77 MiB when 5,000 data are destroyed in a large database.
     */
    private static void keepUndoInMemory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma temp_store = memory");
        }
    }

    private Connection connect() throws SQLException, IOException {
        requireAccess();
        Connection connection = config().createConnection(url());
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma secure_delete = on");
            // Of the whole process. Else what SQLite sorts or writes anew stands in a folder of the machine's, such as
            // /var/tmp, for a while.
            statement.execute("pragma temp_store_directory = '"
                    + file.toAbsolutePath().getParent().toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.enforceForeignKeys(true);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config;
    }

    /**
     * For this process alone, which keeps the index of the write-ahead log in memory: in a mapped file it would end the whole process
     * when that file can't be written.
     */
    private String url() {
        return "jdbc:sqlite:" + file.toUri() + "?vfs=unix-excl";
    }
}
