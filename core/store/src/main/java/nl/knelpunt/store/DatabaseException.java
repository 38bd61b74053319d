package nl.knelpunt.store;

import java.sql.SQLException;

/** The database refused a statement. Its message holds names of tables and columns, never values. */
final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
