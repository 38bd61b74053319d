package nl.knelpunt.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.knelpunt.engine.port.Transaction;
import org.sqlite.SQLiteDataSource;

/** A data folder with a running store, which can be stopped, looked into from outside, and started again. */
final class Installation implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** The tests provoke what it would tell at length. Held, because the JDK forgets the level of a logger nobody holds. */
    private static final Logger QUIET = Logger.getLogger("nl.knelpunt.store");

    static {
        QUIET.setLevel(Level.OFF);
    }

    final Path data;
    StoreComponent store;

    Installation(Path data) {
        this.data = data;
        start();
    }

    Installation(Path data, Database database) {
        this.data = data;
        store = new StoreComponent(data, database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    Path file() {
        return data.resolve("knelpunt.db");
    }

    void start() {
        store = new StoreComponent(data, new Database(file()), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    void restart() {
        store.stop();
        start();
    }

    <R> R get(Function<Transaction, R> work) {
        return store.transact(work);
    }

    void run(Consumer<Transaction> work) {
        store.transact(tx -> {
            work.accept(tx);
            return null;
        });
    }

    /** Puts in the place of what is there a database of before a step to this version, with something in it. */
    void madeBefore(String step, String... statements) throws SQLException, IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file() + part));
        }
        SQLiteDataSource old = new SQLiteDataSource();
        old.setUrl("jdbc:sqlite:" + file());
        Migrations.run(old, Migrations.ALL.subList(0, Migrations.ALL.indexOf(step)));
        behindItsBack(statements);
    }

    /** What somebody with a database tool can do; also while the store runs. */
    void behindItsBack(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    long count(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    String text(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        store.stop();
    }
}
