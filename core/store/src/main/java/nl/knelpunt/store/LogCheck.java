package nl.knelpunt.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.Transaction;

/** Walks the whole log of the running database on a connection of its own, while the writer goes on. */
final class LogCheck {

    private final Database database;
    private final Keyring keys;
    private final Writer writer;

    LogCheck(Database database, Keyring keys, Writer writer) {
        this.database = database;
        this.keys = keys;
        this.writer = writer;
    }

    /** One at a time: a second one would only make both slower. */
    synchronized Verification verify() {
        // Committed when this returns, so all of it is in what is read below.
        ProcessingLog.Head known = writer.transact(tx -> log(tx).head());
        ProcessingLog.Checked checked = read(known);
        if (checked.forgedFrom() != null) {
            writer.transact(tx -> {
                log(tx).keep(checked.forgedFrom(), checked.verification().reason());
                return null;
            });
        }
        return checked.verification();
    }

    private static ProcessingLog log(Transaction transaction) {
        return ((SqlTransaction) transaction).log();
    }

    private ProcessingLog.Checked read(ProcessingLog.Head known) {
        try (Connection beside = database.openBeside()) {
            // One moment for the head and for all records.
            beside.setAutoCommit(false);
            return ProcessingLog.check(new Sql(beside), keys, known);
        } catch (SQLException | IOException | DatabaseException e) {
            Problem found = Problem.of(e);
            throw (found == null ? Problem.BROKEN : found).exception(e);
        }
    }
}
