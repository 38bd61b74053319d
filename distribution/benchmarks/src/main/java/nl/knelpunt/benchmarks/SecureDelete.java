package nl.knelpunt.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * What it costs to leave nothing behind: deleting rows like those of data with SQLite's {@code secure_delete} on and off, by turns,
 * and writing the database anew. Give the number of rows; run it with the SQLite driver on the class path.
 */
public final class SecureDelete {

    private static final int TURNS = 7;
    private static final int IN_ONE_COMMIT = 100;

    private SecureDelete() {}

    private record Cost(double inserts, double deletes, double anew, long bytes) {}

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        List<Cost> on = new ArrayList<>();
        List<Cost> off = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            // By turns, and each time the other one first: what else runs on the machine meets both.
            boolean first = turn % 2 == 0;
            (first ? on : off).add(measured(first, rows));
            (first ? off : on).add(measured(!first, rows));
        }
        print("secure_delete on ", on);
        print("secure_delete off", off);
    }

    private static void print(String name, List<Cost> costs) {
        System.out.printf(
                Locale.ROOT,
                "%s: insert %.1f us, delete %.1f us a row, anew %.0f ms of %d MiB (medians of %d)%n",
                name,
                median(costs.stream().map(Cost::inserts).toList()),
                median(costs.stream().map(Cost::deletes).toList()),
                median(costs.stream().map(Cost::anew).toList()),
                costs.get(0).bytes() >> 20,
                costs.size());
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static Cost measured(boolean secure, int rows) throws Exception {
        Path folder = Files.createTempDirectory("secure-delete");
        Path file = folder.resolve("test.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma secure_delete = " + (secure ? "on" : "off"));
            statement.execute(
                    "create table datum (id varchar(36) not null primary key, dossier varchar(36), subject varchar(36),"
                            + " content text, marks text)");
            statement.execute("create index datum_dossier on datum (dossier, id)");
            statement.execute("create index datum_subject on datum (subject)");
            connection.setAutoCommit(false);
            Random random = new Random(1);
            List<String> ids = new ArrayList<>();
            long begun = System.nanoTime();
            try (PreparedStatement insert = connection.prepareStatement("insert into datum values (?, ?, ?, ?, ?)")) {
                for (int i = 0; i < rows; i++) {
                    String id = new UUID(i, random.nextLong()).toString();
                    ids.add(id);
                    insert.setString(1, id);
                    insert.setString(2, "dossier-" + i % 200);
                    insert.setString(3, new UUID(random.nextLong(), i).toString());
                    insert.setString(4, "x".repeat(20 + random.nextInt(200)));
                    insert.setString(5, "{}");
                    insert.executeUpdate();
                    commit(connection, i);
                }
                connection.commit();
            }
            double inserts = micros(begun, rows);
            int gone = rows / 2;
            begun = System.nanoTime();
            try (PreparedStatement delete = connection.prepareStatement("delete from datum where id = ?")) {
                for (int i = 0; i < gone; i++) {
                    delete.setString(1, ids.get(i * 2));
                    delete.executeUpdate();
                    commit(connection, i);
                }
                connection.commit();
            }
            double deletes = micros(begun, gone);
            connection.setAutoCommit(true);
            long bytes = Files.size(file);
            begun = System.nanoTime();
            statement.execute("vacuum");
            statement.execute("pragma wal_checkpoint(truncate)");
            return new Cost(inserts, deletes, (System.nanoTime() - begun) / 1e6, bytes);
        } finally {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + part));
            }
            Files.delete(folder);
        }
    }

    private static void commit(Connection connection, int done) throws SQLException {
        if (done % IN_ONE_COMMIT == IN_ONE_COMMIT - 1) {
            connection.commit();
        }
    }

    private static double micros(long begun, int number) {
        return (System.nanoTime() - begun) / 1e3 / number;
    }
}
