package nl.knelpunt.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;

/**
 * The one thread that writes. It takes all works that wait, does each within a savepoint of one transaction, commits once, and
 * only then lets the callers go on: a caller that returned is durable.
 */
final class Writer {

    private static final System.Logger LOGGER = System.getLogger(Writer.class.getName());

    private static final int QUEUE = 1024;
    private static final int BATCH = 256;
    private static final Duration LONGEST_WAIT_FOR_A_PLACE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Work<Void> STOP = new Work<>(tx -> null);

    /** Of the settings: that the database may hold traces of what was replaced or destroyed. */
    private static final String TRACES = "store.traces";

    private final Database database;
    private final Keyring keys;
    private final Runnable beforeOpening;
    private final BlockingQueue<Work<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread = new Thread(this::run, "knelpunt-store");

    private volatile Problem problem = Problem.OPENING;
    private volatile boolean opened;
    private volatile boolean closed;

    // Of the writer thread alone.
    private Session session;
    private int failuresInARow;

    /**
     * @param beforeOpening done on the writer's thread before anything else
     */
    Writer(Database database, Keyring keys, Runnable beforeOpening) {
        this.beforeOpening = beforeOpening;
        this.database = database;
        this.keys = keys;
    }

    void start() {
        thread.start();
    }

    /** What was accepted is finished; what comes after is refused. */
    void stop() {
        boolean interrupted = false;
        try {
            queue.put(STOP);
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            LOGGER.log(Level.WARNING, "The database is still busy; it is left to finish by itself");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    <R> R transact(Function<Transaction, R> function) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("A work within a transaction can't begin another");
        }
        Work<R> work = new Work<>(function);
        accept(work);
        return work.await();
    }

    private void accept(Work<?> work) {
        try {
            if (closed) {
                throw Problem.STOPPING.exception(null);
            }
            if (!queue.offer(work, LONGEST_WAIT_FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.TOO_BUSY.exception(null);
            }
            if (closed && queue.remove(work)) {
                throw Problem.STOPPING.exception(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.TOO_BUSY.exception(e);
        }
    }

    /** See {@link nl.knelpunt.engine.port.Traces}. */
    void removeTraces() {
        Work<Void> removal = new TraceRemoval();
        accept(removal);
        removal.await();
    }

    int waiting() {
        return queue.size();
    }

    /** Returns when the database was opened, at once when it was before. */
    void awaitOpen() {
        if (!opened && Thread.currentThread() != thread) {
            transact(tx -> null);
        }
    }

    boolean isOpening() {
        return problem == Problem.OPENING;
    }

    /** Answers at once. */
    Optional<Text> problem() {
        Problem now = problem;
        return Optional.ofNullable(now == null ? keys.problem() : now).map(Problem::text);
    }

    private void run() {
        beforeOpening.run();
        process(List.of());
        List<Work<?>> batch = new ArrayList<>(BATCH);
        boolean stopping = false;
        while (!stopping) {
            try {
                Work<?> first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                }
                int stop = batch.indexOf(STOP);
                stopping = stop >= 0;
                List<Work<?>> works = stopping ? batch.subList(0, stop) : batch;
                process(works.stream().filter(w -> !(w instanceof TraceRemoval)).toList());
                works.stream().filter(TraceRemoval.class::isInstance).forEach(this::removeTraces);
            } catch (InterruptedException e) {
                LOGGER.log(Level.WARNING, "Nobody should interrupt the writer; it goes on until it is stopped");
            } catch (Throwable e) {
                // Out of memory while it told of another failure: the thread must live, and nobody may wait for ever.
                problem = Problem.BROKEN;
            } finally {
                refuse(batch, stopping ? Problem.STOPPING : Problem.BROKEN);
            }
        }
        closed = true;
        problem = Problem.STOPPING;
        queue.drainTo(batch);
        refuse(batch, Problem.STOPPING);
        close();
    }

    /** Ends the works that were not ended. */
    private static void refuse(List<Work<?>> batch, Problem reason) {
        batch.stream()
                .filter(work -> work != STOP && !work.isOver())
                .forEach(work -> work.fail(reason.exception(null)));
        batch.clear();
    }

    /** Also with nothing to do, each second: so what is wrong is seen, and what was wrong is over, when nobody works. */
    private void process(List<Work<?>> batch) {
        try {
            commit(batch);
        } catch (Throwable e) {
            fail(batch, e);
            return;
        }
        if (failuresInARow > 0) {
            LOGGER.log(Level.INFO, "The database works again");
        }
        failuresInARow = 0;
        problem = null;
        batch.forEach(Work::complete);
        if (session.isSuspect() || !session.forgetDestroyed()) {
            letGo();
        }
    }

    /** With nothing else under way. */
    private void removeTraces(Work<?> removal) {
        try {
            if (session == null) {
                commit(List.of());
            }
            session.removeTraces(database);
            removal.complete();
        } catch (Throwable e) {
            Problem found = found(e);
            LOGGER.log(Level.WARNING, "Traces of what was destroyed could not be removed", e);
            if (session != null) {
                letGo();
            }
            removal.fail(found.exception(e));
        }
    }

    private void commit(List<Work<?>> batch) throws SQLException, IOException {
        // Works that only read prove nothing: whatever was wrong is over when something was written.
        boolean mending = problem != null && problem != Problem.OPENING || keys.problem() != null;
        if (mending) {
            database.prove();
        }
        if (session == null) {
            session = Session.open(database, keys);
        }
        session.begin();
        // Not before it is known on which keys the database depends: one that is missing would be made anew.
        opened = true;
        if (mending) {
            keys.retry();
            session.touch();
        }
        for (Work<?> work : batch) {
            session.run(work);
        }
        session.commit();
    }

    private void fail(List<Work<?>> batch, Throwable cause) {
        Problem found = found(cause);
        UnavailableException failure =
                cause instanceof UnavailableException unavailable ? unavailable : found.exception(cause);
        if (found != problem) {
            // Once, and not for each caller: a log on the same disk would only fill it further.
            LOGGER.log(Level.ERROR, "The database could not commit: " + failure.getMessage(), cause);
        }
        problem = found;
        failuresInARow++;
        if (session != null && (!session.rollback() || failuresInARow > 1 && found != Problem.FULL)) {
            // A connection is kept as long as it may mend itself: it writes over what it could not sync, which
            // the recovery of a new connection might find and take for committed.
            letGo();
        }
        batch.forEach(work -> work.failUnlessFailed(failure));
    }

    private Problem found(Throwable cause) {
        Problem found = Problem.of(cause);
        if (found != null && found != Problem.BROKEN) {
            return found;
        }
        try {
            database.prove();
        } catch (IOException e) {
            // SQLite has one error for all that the disk may say.
            return Problem.of(e);
        }
        return Problem.BROKEN;
    }

    /** Closes the connection, to begin with a new one; unless it alone still has what was committed. */
    private void letGo() {
        if (session.isOnDisk()) {
            close();
        }
    }

    private void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /** One connection and what hangs on it. */
    private static final class Session {

        private final Connection connection;
        private final OpenFiles files;
        private final Sql sql;
        private final Keyring keys;
        private final ProcessingLog log;
        private final SqlTransaction.Repositories repositories;
        private boolean stale = true;
        private boolean suspect;
        private boolean tracesNoted;

        private Session(Connection connection, OpenFiles files, Keyring keys) {
            this.connection = connection;
            this.files = files;
            this.keys = keys;
            this.sql = new Sql(connection);
            this.log = new ProcessingLog(sql, keys);
            this.repositories = SqlTransaction.Repositories.on(sql, log, keys);
        }

        static Session open(Database database, Keyring keys) throws SQLException, IOException {
            // There is no key without a database: when that is gone, the place for it is not empty but robbed.
            Connection connection = database.open(keys.isEmpty());
            try {
                connection.setAutoCommit(false);
                return new Session(connection, new OpenFiles(database.file()), keys);
            } catch (SQLException | IOException | RuntimeException e) {
                connection.close();
                throw e;
            }
        }

        void begin() {
            if (stale || log.isStale()) {
                Map<String, String> used = new HashMap<>();
                sql.each("select purpose, fingerprint from key_used", row -> {
                    used.put(row.text("purpose"), row.text("fingerprint"));
                    return true;
                });
                keys.depends(used);
                keys.checkPresent();
                log.forget();
                Data.keyIdentifiers(sql, keys);
                SealedConfigurations.sealThoseOfBefore(sql, keys);
                repositories.signals().indexThoseOfBefore();
                stale = false;
            }
        }

        void run(Work<?> work) throws SQLException {
            Savepoint before = connection.setSavepoint();
            ProcessingLog.Mark mark = log.mark();
            work.run(repositories, connection);
            if (work.failure != null) {
                if (Problem.stopsTheDatabase(work.failure)) {
                    throw (DatabaseException) work.failure;
                }
                connection.rollback(before);
                log.reset(mark);
                suspect |= work.failure instanceof VirtualMachineError;
            }
            connection.releaseSavepoint(before);
        }

        void touch() throws SQLException {
            Database.touch(connection);
        }

        void commit() throws SQLException, IOException {
            log.writeHead();
            Map<String, String> used = keys.unwritten();
            used.forEach((purpose, fingerprint) ->
                    sql.change("insert into key_used (purpose, fingerprint) values (?, ?)", purpose, fingerprint));
            if (sql.hasReplaced() && !tracesNoted) {
                repositories.settings().put(TRACES, "left");
                tracesNoted = true;
            }
            if (!files.areThere()) {
                throw Problem.TAKEN_AWAY.exception(null);
            }
            connection.commit();
            keys.written(used.keySet());
        }

        /**
         * Whether all that was committed stands in files that will be found again. What is in a log that was deleted is brought
         * into the database first.
         */
        boolean isOnDisk() {
            try {
                return files.areThere() || files.onlyLogIsGone() && emptyLog();
            } catch (IOException | SQLException e) {
                LOGGER.log(Level.WARNING, "What the write-ahead log holds could not be brought into the database", e);
                return false;
            }
        }

        /**
         * What was destroyed stands in the write-ahead log until that is emptied, which it is here, unless somebody reads: then
         * after a later commit. The callers don't wait for it.
         *
         * @return whether the connection can be used again
         */
        boolean forgetDestroyed() {
            if (!repositories.data().hasDestroyed()) {
                return true;
            }
            try {
                if (emptyLog()) {
                    repositories.data().forgotDestroyed();
                }
                return true;
            } catch (SQLException e) {
                LOGGER.log(Level.WARNING, "The write-ahead log could not be emptied after a destruction", e);
                return false;
            }
        }

        /**
         * Where SQLite overwrites what is deleted, it still leaves pieces of it behind when it moves rows from page to page: a
         * database that is written anew has none.
         */
        void removeTraces(Database database) throws SQLException, IOException {
            boolean any = repositories.settings().get(TRACES).isPresent();
            connection.rollback();
            if (!any) {
                return;
            }
            // By a connection that has no statements of its own under way.
            try (Connection beside = database.openBeside();
                    Statement statement = beside.createStatement()) {
                statement.execute("vacuum");
                statement.execute("delete from setting where name = '" + TRACES + "'");
            }
            sql.forgotReplaced();
            tracesNoted = false;
            if (!emptyLog()) {
                // Somebody reads: it is emptied after a later commit.
                repositories.data().leavesInTheLog();
            }
        }

        /** @return false when somebody reads what is in it */
        private boolean emptyLog() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("pragma busy_timeout = 0");
                boolean emptied;
                try (ResultSet answer = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                    emptied = answer.next() && answer.getInt("busy") == 0;
                }
                statement.execute("pragma busy_timeout = " + Database.BUSY_MILLISECONDS);
                connection.setAutoCommit(false);
                return emptied;
            }
        }

        /** After an error of the machine in the middle of something, a new connection is surer than this one. */
        boolean isSuspect() {
            return suspect;
        }

        /** Whether the connection can be used again. */
        boolean rollback() {
            stale = true;
            tracesNoted = false;
            try {
                connection.rollback();
                return true;
            } catch (SQLException e) {
                return false;
            }
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                LOGGER.log(Level.WARNING, "The database could not be closed", e);
            }
        }
    }

    private static final class TraceRemoval extends Work<Void> {

        TraceRemoval() {
            super(tx -> null);
        }
    }

    private static class Work<R> {

        private final Function<Transaction, R> function;
        private final CountDownLatch over = new CountDownLatch(1);
        private R result;
        private Throwable failure;

        Work(Function<Transaction, R> function) {
            this.function = function;
        }

        void run(SqlTransaction.Repositories repositories, Connection connection) {
            SqlTransaction transaction = new SqlTransaction(repositories);
            try {
                result = function.apply(transaction);
            } catch (Throwable e) {
                failure = e;
            } finally {
                transaction.end();
            }
        }

        boolean isOver() {
            return over.getCount() == 0;
        }

        void complete() {
            over.countDown();
        }

        void fail(Throwable cause) {
            failure = cause;
            over.countDown();
        }

        /** A work that failed by itself keeps its own reason, unless that was the database. */
        void failUnlessFailed(UnavailableException cause) {
            fail(failure == null || Problem.stopsTheDatabase(failure) ? cause : failure);
        }

        R await() {
            boolean interrupted = false;
            while (true) {
                try {
                    over.await();
                    break;
                } catch (InterruptedException e) {
                    // It may be committed already, so the caller has to hear how it ended.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
            return result;
        }
    }
}
