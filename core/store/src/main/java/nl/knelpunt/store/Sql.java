package nl.knelpunt.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Statements on one connection, prepared once. For one thread. Stands where JDBI stood in the design: see the decision "plain
 * JDBC" in {@code docs/decisions}.
 */
final class Sql implements AutoCloseable {

    /** Tables of the platform itself, which change all the time. */
    private static final Set<String> OWN =
            Set.of("log_head", "setting", "session", "request", "event", "subscription", "reminder");

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Thread owner = Thread.currentThread();
    private boolean replaced;

    Sql(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    interface Mapping<T> {
        T of(Row row) throws SQLException;
    }

    <T> List<T> list(String statement, Mapping<T> mapping, Object... parameters) {
        List<T> all = new ArrayList<>();
        each(
                statement,
                row -> {
                    all.add(mapping.of(row));
                    return true;
                },
                parameters);
        return all;
    }

    <T> Optional<T> one(String statement, Mapping<T> mapping, Object... parameters) {
        return Optional.ofNullable(value(statement, mapping, parameters));
    }

    /** What the first row maps to; null also when there is no row. */
    <T> T value(String statement, Mapping<T> mapping, Object... parameters) {
        List<T> all = list(statement, mapping, parameters);
        return all.isEmpty() ? null : all.get(0);
    }

    long count(String statement, Object... parameters) {
        return one(statement, row -> row.number(1), parameters).orElseThrow();
    }

    /** Rows one by one, until the visitor answers false. */
    void each(String statement, Mapping<Boolean> visitor, Object... parameters) {
        try (ResultSet rows = bound(statement, parameters).executeQuery()) {
            Row row = new Row(rows);
            while (rows.next() && visitor.of(row)) {
                // the visitor does it
            }
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    int change(String statement, Object... parameters) {
        try {
            int changed = bound(statement, parameters).executeUpdate();
            replaced |= changed > 0 && leavesTraces(statement);
            return changed;
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** Whether it takes away something that was said of somebody: not what only the platform keeps for itself. */
    private static boolean leavesTraces(String statement) {
        String[] words = statement.split(" ", 4);
        return words[0].equals("update") && !OWN.contains(words[1])
                || words[0].equals("delete") && !OWN.contains(words[2]);
    }

    /** Whether something was replaced or deleted since {@link #forgotReplaced}. */
    boolean hasReplaced() {
        return replaced;
    }

    void forgotReplaced() {
        replaced = false;
    }

    /** A statement that failed is prepared anew the next time: the driver gives it up after most errors. */
    private DatabaseException failure(String statement, SQLException cause) {
        try (PreparedStatement failed = prepared.remove(statement)) {
            return new DatabaseException(cause);
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return new DatabaseException(cause);
        }
    }

    private PreparedStatement bound(String statement, Object... parameters) throws SQLException {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("A transaction belongs to the thread of its work");
        }
        PreparedStatement ready = prepared.get(statement);
        if (ready == null) {
            ready = connection.prepareStatement(statement);
            prepared.put(statement, ready);
        }
        for (int i = 0; i < parameters.length; i++) {
            bind(ready, i + 1, parameters[i]);
        }
        return ready;
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setString(index, Moments.text(instant));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Boolean bool) {
            statement.setBoolean(index, bool);
        } else if (value instanceof Number number) {
            statement.setLong(index, number.longValue());
        } else {
            statement.setString(index, value == null ? null : value.toString());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The row that is being read, by the names of its columns. */
    static final class Row {

        private final ResultSet rows;

        private Row(ResultSet rows) {
            this.rows = rows;
        }

        String text(String column) throws SQLException {
            return rows.getString(column);
        }

        String text(int column) throws SQLException {
            return rows.getString(column);
        }

        long number(int column) throws SQLException {
            return rows.getLong(column);
        }

        long number(String column) throws SQLException {
            return rows.getLong(column);
        }

        Long numberOrNull(String column) throws SQLException {
            long number = rows.getLong(column);
            return rows.wasNull() ? null : number;
        }

        boolean flag(String column) throws SQLException {
            return rows.getBoolean(column);
        }

        UUID id(String column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : UUID.fromString(text);
        }

        Instant moment(String column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : Instant.parse(text);
        }

        LocalDate day(String column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : LocalDate.parse(text);
        }

        <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : Enum.valueOf(type, text);
        }
    }
}
