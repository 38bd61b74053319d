package nl.knelpunt.store;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.oversight.LogChain;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogReading;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.LogRepository;

/**
 * The log and its head. The head (number and hash of the last record) is kept in memory, written once per commit, and signed, so
 * that records can't be taken off the end unseen. A head that is found forged is not mended: the log goes on, and the place
 * where it was found broken stays in the signed head for ever.
 */
final class ProcessingLog implements LogRepository {

    static final String KEY = "log";

    private static final String CHANGED = "was changed after it was written";
    private static final String FORGED = "the end of the log was forged: records may be missing from here";
    /** Records that one search looks through: some tens of milliseconds, in which nobody else can work. */
    static final int LOOKED_THROUGH = 10_000;

    private static final System.Logger LOGGER = System.getLogger(ProcessingLog.class.getName());

    private final Sql sql;
    private final Keyring keys;

    /** Null until it is needed: to check its signature costs more than to open the database. */
    private Head head;

    private Head stored;

    private boolean stale;

    ProcessingLog(Sql sql, Keyring keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /**
     * @param sequence number of the last record, 0 when there is none
     * @param hash of the last record
     * @param brokenFrom number of the first record that was found not to fit when the head was read; null for none
     * @param brokenReason what was wrong; null for nothing
     */
    record Head(long sequence, String hash, Long brokenFrom, String brokenReason) {

        static final Head NONE = new Head(0, LogChain.START, null, null);

        private String mac(Keyring keys) {
            String all = sequence + "\n" + hash + "\n" + brokenFrom + "\n" + brokenReason;
            return HexFormat.of().formatHex(keys.keyed(KEY, all.getBytes(StandardCharsets.UTF_8)));
        }

        private Head brokenFrom(long first, String reason) {
            return brokenFrom != null && brokenFrom <= first ? this : new Head(sequence, hash, first, reason);
        }
    }

    private record SignedHead(Head head, String mac) {}

    /** Forgets where the log ends, so that it is read again when it is needed. Only between transactions. */
    void forget() {
        head = null;
        stored = null;
        stale = false;
    }

    /** Whether the log in the database is not as it was left, so that it must be forgotten. */
    boolean isStale() {
        return stale;
    }

    private Head current() {
        if (head == null) {
            load();
        }
        return head;
    }

    private void load() {
        SignedHead signed = read();
        Head last = last(sql);
        if (signed == null) {
            // A key that the database depends on was used to sign a head.
            boolean wasThere = keys.isKnown(KEY) || last.sequence() > 0;
            stored = null;
            head = wasThere ? last.brokenFrom(last.sequence() + 1, "the signed end of the log was taken away") : last;
        } else if (!signed.mac().equals(signed.head().mac(keys))) {
            stored = signed.head();
            long next = last.sequence() + 1;
            long first = stored.brokenFrom() == null ? next : Math.min(next, stored.brokenFrom());
            head = last.brokenFrom(first, FORGED);
        } else if (last.sequence() > signed.head().sequence()) {
            stored = signed.head();
            head = new Head(last.sequence(), last.hash(), stored.brokenFrom(), stored.brokenReason())
                    .brokenFrom(stored.sequence() + 1, "was not written by this installation");
        } else if (last.sequence() == signed.head().sequence()
                && !last.hash().equals(signed.head().hash())) {
            stored = signed.head();
            head = stored.brokenFrom(last.sequence(), CHANGED);
        } else {
            stored = signed.head();
            head = stored;
        }
        if (head.brokenFrom() != null) {
            LOGGER.log(
                    Level.ERROR,
                    "The processing log is broken at record {0}: {1}",
                    head.brokenFrom().toString(),
                    head.brokenReason());
        }
    }

    /** What to give to {@link #reset} when the work that begins now fails. */
    Mark mark() {
        return new Mark(head, stored);
    }

    void reset(Mark before) {
        head = before.head();
        stored = before.stored();
    }

    record Mark(Head head, Head stored) {}

    /** Writes the head when it changed; part of every commit. */
    void writeHead() {
        if (head == null || head.equals(stored) || stored == null && head.equals(Head.NONE)) {
            return;
        }
        sql.change(
                "insert into log_head (id, sequence, hash, broken_from, broken_reason, mac) values (1, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set sequence = excluded.sequence, hash = excluded.hash,"
                        + " broken_from = excluded.broken_from, broken_reason = excluded.broken_reason,"
                        + " mac = excluded.mac",
                head.sequence(),
                head.hash(),
                head.brokenFrom(),
                head.brokenReason(),
                head.mac(keys));
        stored = head;
    }

    @Override
    public void append(LogRecord entry) {
        Head before = current();
        LogRecord chained = LogChain.chain(entry, before.sequence(), before.hash());
        try {
            insert(chained);
        } catch (DatabaseException e) {
            // Somebody else wrote a record of this number, or took a column away.
            stale = true;
            throw e;
        }
        head = new Head(chained.sequence(), chained.hash(), before.brokenFrom(), before.brokenReason());
    }

    private void insert(LogRecord chained) {
        sql.change(
                "insert into processing_log (sequence, done_at, trace, origin, actor, participant, act, object, subject,"
                        + " data, result, rules, rule_set, note, previous, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                chained.sequence(),
                chained.at(),
                chained.trace(),
                chained.origin(),
                chained.actor(),
                chained.participant(),
                chained.act(),
                chained.object(),
                chained.subject(),
                Words.text(chained.data()),
                chained.result(),
                Words.text(chained.rules()),
                chained.ruleSet(),
                chained.note(),
                chained.previous(),
                chained.hash());
    }

    @Override
    public List<LogRecord> after(long sequence, int limit) {
        return sql.list(
                "select * from processing_log where sequence > ? order by sequence limit ?",
                ProcessingLog::entry,
                sequence,
                limit);
    }

    @Override
    public Found find(LogFilter filter, long after, int limit) {
        List<LogRecord> found = new ArrayList<>();
        long last = after + LOOKED_THROUGH;
        Query query = new Query(filter, after, last);
        sql.each(
                query.statement(),
                row -> {
                    LogRecord entry = entry(row);
                    if (filter.matches(entry)) {
                        found.add(entry);
                    }
                    return found.size() < limit;
                },
                query.parameters());
        if (found.size() == limit) {
            return new Found(found, found.get(limit - 1).sequence());
        }
        return new Found(found, last < current().sequence() ? last : null);
    }

    /** What the database can tell of a filter without reading every record: all but the rule. */
    private static final class Query {

        private final StringBuilder statement =
                new StringBuilder("select * from processing_log where sequence > ? and sequence <= ?");
        private final List<Object> parameters = new ArrayList<>();

        Query(LogFilter filter, long after, long last) {
            parameters.add(after);
            parameters.add(last);
            and("actor = ?", filter.actor());
            and("participant = ?", filter.participant());
            and("act = ?", filter.act());
            and("object = ?", filter.object());
            and("subject = ?", filter.subject());
            and("result = ?", filter.result());
            and("done_at >= ?", filter.from());
            and("done_at < ?", filter.to());
        }

        private void and(String condition, Object value) {
            if (value != null) {
                statement.append(" and ").append(condition);
                parameters.add(value);
            }
        }

        String statement() {
            return statement + " order by sequence";
        }

        Object[] parameters() {
            return parameters.toArray();
        }
    }

    @Override
    public void insert(LogReading reading) {
        sql.change("insert into log_reading (id, document) values (?, ?)", reading.id(), Documents.write(reading));
    }

    @Override
    public Optional<LogReading> reading(UUID id) {
        return sql.one(
                "select document from log_reading where id = ?",
                row -> Documents.read(row.text("document"), LogReading.class),
                id);
    }

    /** Where the log ends when this transaction is committed. */
    Head head() {
        return current();
    }

    /** Remembers for ever that records were found not to fit, also when somebody makes them fit later. */
    void keep(long firstBroken, String reason) {
        head = current().brokenFrom(firstBroken, reason);
    }

    /** Verifies a database that is not the running one, such as a copy. */
    static Verification verify(Sql sql, Keyring keys) {
        return check(sql, keys, Head.NONE).verification();
    }

    /**
     * What was found.
     *
     * @param forgedFrom what to {@link #keep}; null for nothing that is not kept already
     */
    record Checked(Verification verification, Long forgedFrom) {}

    /**
     * Verifies the log as one connection sees it.
     *
     * @param known where it ended at an earlier moment; it can be longer by now, but neither shorter nor other
     */
    static Checked check(Sql sql, Keyring keys, Head known) {
        Head head = new ProcessingLog(sql, keys).current();
        Walk walk = new Walk(known);
        sql.each("select * from processing_log order by sequence", walk::visit);
        if (walk.broken == null && walk.sequence < Math.max(head.sequence(), known.sequence())) {
            walk.broken = walk.sequence + 1;
            walk.reason = "record " + walk.broken + " is missing, and all after it";
        }
        if (known.brokenFrom() != null) {
            head = head.brokenFrom(known.brokenFrom(), known.brokenReason());
        }
        if (head.brokenFrom() != null && (walk.broken == null || head.brokenFrom() <= walk.broken)) {
            boolean isKept = head.brokenFrom().equals(known.brokenFrom());
            return new Checked(
                    new Verification(walk.records, head.brokenFrom(), head.brokenReason()),
                    isKept ? null : head.brokenFrom());
        }
        return new Checked(new Verification(walk.records, walk.broken, walk.reason), null);
    }

    /** From record to record until one does not fit. */
    private static final class Walk {

        private final Head known;
        private long records;
        private long sequence;
        private String hash = LogChain.START;
        private Long broken;
        private String reason;

        private Walk(Head known) {
            this.known = known;
        }

        private boolean visit(Sql.Row row) throws SQLException {
            records++;
            long number = row.number("sequence");
            try {
                LogRecord entry = entry(row);
                reason = LogChain.faultOf(entry, sequence, hash);
                hash = entry.hash();
                if (reason == null && number == known.sequence() && !hash.equals(known.hash())) {
                    reason = CHANGED;
                }
            } catch (RuntimeException e) {
                reason = CHANGED;
            }
            if (reason != null) {
                broken = Math.min(number, sequence + 1);
                return false;
            }
            sequence = number;
            return true;
        }
    }

    private SignedHead read() {
        return sql.value(
                "select * from log_head where id = 1",
                row -> new SignedHead(
                        new Head(
                                row.number("sequence"),
                                row.text("hash"),
                                row.numberOrNull("broken_from"),
                                row.text("broken_reason")),
                        row.text("mac")));
    }

    /** The last record that is there. */
    static Head last(Sql sql) {
        return Objects.requireNonNullElse(
                sql.value(
                        "select sequence, hash from processing_log order by sequence desc limit 1",
                        row -> new Head(row.number("sequence"), row.text("hash"), null, null)),
                Head.NONE);
    }

    private static LogRecord entry(Sql.Row row) throws SQLException {
        return new LogRecord(
                row.number("sequence"),
                row.moment("done_at"),
                row.id("trace"),
                row.text("origin"),
                row.text("actor"),
                row.text("participant"),
                row.text("act"),
                row.id("object"),
                row.id("subject"),
                Words.list(row.text("data")).stream().map(UUID::fromString).toList(),
                row.constant(LogRecord.Result.class, "result"),
                Words.list(row.text("rules")),
                row.text("rule_set"),
                row.text("note"),
                row.text("previous"),
                row.text("hash"));
    }
}
