package nl.knelpunt.store;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;

final class Signals implements SignalRepository {

    private final Sql sql;
    private final Data data;

    Signals(Sql sql, Data data) {
        this.sql = sql;
        this.data = data;
    }

    @Override
    public Optional<Signal> find(UUID id) {
        return sql.one("select document from signal where id = ?", Signals::signal, id);
    }

    @Override
    public void insert(Signal signal) {
        sql.change(
                "insert into signal (id, reporter, state, version, received, document) values (?, ?, ?, ?, ?, ?)",
                signal.id(),
                signal.reporter(),
                signal.state(),
                signal.version(),
                signal.received(),
                Documents.write(signal));
        insertParticipants(signal);
    }

    @Override
    public void update(Signal signal) {
        Signal next = new Signal(
                signal.id(),
                signal.reporter(),
                signal.state(),
                signal.version() + 1,
                signal.received(),
                signal.reported(),
                signal.content(),
                signal.recognitions(),
                signal.assessment());
        int changed = sql.change(
                "update signal set reporter = ?, state = ?, version = ?, received = ?, document = ?"
                        + " where id = ? and version = ?",
                next.reporter(),
                next.state(),
                next.version(),
                next.received(),
                Documents.write(next),
                signal.id(),
                signal.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from signal where id = ?", row -> row.number(1), signal.id())
                            .orElseThrow(() -> new IllegalStateException("There is no signal " + signal.id())));
        }
        sql.change("delete from signal_participant where signal = ?", signal.id());
        insertParticipants(next);
    }

    @Override
    public void destroy(UUID id) {
        data.destroyDossier(id);
        sql.change("delete from signal_participant where signal = ?", id);
        sql.change("delete from text_confirmation where object = ?", id);
        sql.change("delete from signal where id = ?", id);
    }

    @Override
    public List<Signal> ofParticipant(String participant, UUID after, int limit) {
        return sql.list(
                "select s.document from signal_participant p join signal s on s.id = p.signal"
                        + " where p.participant = ? and p.signal > ? order by p.signal limit ?",
                Signals::signal,
                participant,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<Signal> reported(UUID after, int limit) {
        return sql.list(
                "select document from signal where id > ? and state <> ? order by id limit ?",
                Signals::signal,
                after == null ? "" : after,
                SignalState.DRAFT,
                limit);
    }

    @Override
    public List<Signal> in(SignalState state, int limit) {
        return sql.list(
                "select document from signal where state = ? order by received, id limit ?",
                Signals::signal,
                state,
                limit);
    }

    @Override
    public List<Signal> in(SignalState state, String participant, int limit) {
        return sql.list(
                "select s.document from signal_participant p join signal s on s.id = p.signal"
                        + " where p.participant = ? and s.state = ? order by s.received, s.id limit ?",
                Signals::signal,
                participant,
                state,
                limit);
    }

    @Override
    public List<Signal> draftsBefore(Instant received, int limit) {
        return sql.list(
                "select document from signal where state = ? and received < ? order by received, id limit ?",
                Signals::signal,
                SignalState.DRAFT,
                received,
                limit);
    }

    @Override
    public Optional<UUID> ofMessage(String participant, byte[] keyedMessageId) {
        return sql.one(
                "select signal from message where participant = ? and keyed_id = ?",
                row -> row.id("signal"),
                participant,
                HexFormat.of().formatHex(keyedMessageId));
    }

    @Override
    public void rememberMessage(String participant, byte[] keyedMessageId, UUID signal) {
        sql.change(
                "insert into message (participant, keyed_id, signal) values (?, ?, ?)",
                participant,
                HexFormat.of().formatHex(keyedMessageId),
                signal);
    }

    private void insertParticipants(Signal signal) {
        TreeSet<String> participants = new TreeSet<>();
        participants.add(signal.reporter());
        signal.recognitions().stream().map(Recognition::participant).forEach(participants::add);
        for (String participant : participants) {
            sql.change("insert into signal_participant (participant, signal) values (?, ?)", participant, signal.id());
        }
    }

    private static Signal signal(Sql.Row row) throws java.sql.SQLException {
        return Documents.read(row.text("document"), Signal.class);
    }
}
