package nl.knelpunt.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleToLongFunction;
import java.util.stream.Collectors;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalFilter;

final class Signals implements SignalRepository {

    private static final double MILLION = 1_000_000;
    private static final int AT_ONCE = 100;

    private final Sql sql;
    private final Data data;

    /** Each of them, so that an index finds what waits. */
    private static final String WAITING = Arrays.stream(Signal.Waiting.values())
            .map(w -> "'" + w.name() + "'")
            .collect(Collectors.joining(", "));

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
                "insert into signal (reporter, state, version, received, document, manifestation, municipality, longitude,"
                        + " latitude, waiting, indexed, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                columns(signal));
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
                signal.assessment(),
                signal.links());
        int changed = write(next, signal.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from signal where id = ?", row -> row.number(1), signal.id())
                            .orElseThrow(() -> new IllegalStateException("There is no signal " + signal.id())));
        }
        putParticipants(next);
    }

    /** @return how many rows there were of that version: one or none */
    private int write(Signal signal, long version) {
        List<Object> parameters = new ArrayList<>(Arrays.asList(columns(signal)));
        parameters.add(version);
        return sql.change(
                "update signal set reporter = ?, state = ?, version = ?, received = ?, document = ?, manifestation = ?,"
                        + " municipality = ?, longitude = ?, latitude = ?, waiting = ?, indexed = ?"
                        + " where id = ? and version = ?",
                parameters.toArray());
    }

    private void putParticipants(Signal signal) {
        deleteParticipants(signal.id());
        insertParticipants(signal);
    }

    private void deleteParticipants(UUID signal) {
        sql.change("delete from signal_participant where signal = ?", signal);
        sql.change("delete from signal_link where signal = ?", signal);
    }

    /** What lists are made of, of signals that an older version wrote. */
    void indexThoseOfBefore() {
        List<Signal> before;
        do {
            before = sql.list(
                    "select document from signal where indexed = ? order by id limit ?",
                    Signals::signal,
                    false,
                    AT_ONCE);
            for (Signal signal : before) {
                write(signal, signal.version());
                putParticipants(signal);
                data.indexDossier(signal.id());
            }
        } while (!before.isEmpty());
    }

    private static Object[] columns(Signal signal) {
        Place place = signal.content().observation().place();
        return new Object[] {
            signal.reporter(),
            signal.state(),
            signal.version(),
            signal.received(),
            Documents.write(signal),
            signal.content().manifestation(),
            place == null ? null : place.municipality(),
            place == null ? null : millionths(place.longitude(), Math::round),
            place == null ? null : millionths(place.latitude(), Math::round),
            signal.waitsForBureau(),
            true,
            signal.id()
        };
    }

    private static Long millionths(Double degrees, DoubleToLongFunction rounding) {
        return degrees == null ? null : rounding.applyAsLong(degrees * MILLION);
    }

    @Override
    public void destroy(UUID id) {
        data.destroyDossier(id);
        deleteParticipants(id);
        sql.change("delete from text_confirmation where object = ?", id);
        sql.change("delete from signal where id = ?", id);
    }

    @Override
    public List<Signal> ofParticipant(String participant, SignalFilter filter, UUID after, int limit) {
        Query query = new Query(
                "select s.document from signal_participant p join signal s on s.id = p.signal where p.participant = ?",
                participant);
        query.and("p.state = ?", filter.state());
        if (filter.waiting()) {
            query.and("p.waiting in (" + WAITING + ")");
        }
        filter(query, filter);
        // Few wait, or are linked; without these the participant's own signals are walked along in their order.
        String id = few(filter) ? "+p.signal" : "p.signal";
        query.and(id + " > ?", after == null ? "" : after.toString());
        return query.list("order by " + id + " limit ?", limit);
    }

    private static boolean few(SignalFilter filter) {
        return filter.waiting() || filter.knelpunt() != null;
    }

    @Override
    public List<Signal> reported(SignalFilter filter, UUID after, int limit) {
        // Ids first, from an index alone: many may match of which one page is asked.
        Query query = new Query(
                "select document from signal where id in (select s.id from signal s where s.state <> ?",
                SignalState.DRAFT);
        query.and("s.state = ?", filter.state());
        if (filter.waiting()) {
            query.and("s.waiting = ?", true);
        }
        filter(query, filter);
        boolean byTime = filter.from() != null || filter.until() != null;
        String id = byTime || few(filter) ? "+s.id" : "s.id";
        query.and(id + " > ?", after == null ? "" : after.toString());
        return query.list("order by " + id + " limit ?) order by id", limit);
    }

    private static void filter(Query query, SignalFilter filter) {
        query.and("s.reporter = ?", filter.reporter());
        query.and("s.received >= ?", filter.from());
        query.and("s.received < ?", filter.until());
        query.and("s.manifestation = ?", filter.manifestation());
        query.and("s.municipality = ?", filter.municipality());
        query.and("s.id in (select l.signal from signal_link l where l.knelpunt = ?)", filter.knelpunt());
    }

    @Override
    public List<Signal> sharing(UUID signal, String participant, UUID after, int limit) {
        Query query = new Query(
                "select distinct s.id, s.document from datum own join datum other on other.identifier = own.identifier"
                        + " join signal s on s.id = other.dossier where own.dossier = ?",
                signal);
        query.and("s.id <> ?", signal);
        return known(query, participant, after, limit);
    }

    @Override
    public List<Signal> within(Area.Bounds box, String participant, UUID after, int limit) {
        Query query = new Query("select s.document from signal s where s.latitude >= ?", millionths(box.south(), d ->
                (long) Math.floor(d)));
        query.and("s.latitude <= ?", millionths(box.north(), d -> (long) Math.ceil(d)));
        query.and("s.longitude >= ?", millionths(box.west(), d -> (long) Math.floor(d)));
        query.and("s.longitude <= ?", millionths(box.east(), d -> (long) Math.ceil(d)));
        return known(query, participant, after, limit);
    }

    private List<Signal> known(Query query, String participant, UUID after, int limit) {
        query.and("s.state <> ?", SignalState.DRAFT);
        query.and(
                "exists (select 1 from signal_participant p where p.participant = ? and p.signal = s.id)", participant);
        query.and("s.id > ?", after == null ? "" : after.toString());
        return query.list("order by s.id limit ?", limit);
    }

    /** A statement that grows by what is asked for. */
    private final class Query {

        private final StringBuilder statement;
        private final List<Object> parameters = new ArrayList<>();

        Query(String start, Object parameter) {
            statement = new StringBuilder(start);
            parameters.add(parameter);
        }

        void and(String condition) {
            statement.append(" and ").append(condition);
        }

        /** Nothing when the parameter is null. */
        void and(String condition, Object parameter) {
            if (parameter != null) {
                and(condition);
                parameters.add(parameter);
            }
        }

        List<Signal> list(String end, int limit) {
            parameters.add(limit);
            return sql.list(statement.append(' ').append(end).toString(), Signals::signal, parameters.toArray());
        }
    }

    @Override
    public List<Signal> linkedTo(UUID knelpunt) {
        return sql.list(
                "select s.document from signal_link l join signal s on s.id = l.signal where l.knelpunt = ?"
                        + " order by s.id",
                Signals::signal,
                knelpunt);
    }

    @Override
    public List<Signal> unansweredSince(Instant asked, UUID after, int limit) {
        return sql.list(
                "select s.document from signal s where s.id > ? and s.id in"
                        + " (select p.signal from signal_participant p where p.asked < ?) order by s.id limit ?",
                Signals::signal,
                after == null ? "" : after,
                asked,
                limit);
    }

    @Override
    public List<Signal> receivedBefore(Instant received, UUID after, int limit) {
        return sql.list(
                "select document from signal where received < ? and +id > ? order by +id limit ?",
                Signals::signal,
                received,
                after == null ? "" : after,
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
    public Optional<Earlier> ofMessage(String participant, byte[] keyedMessageId) {
        return sql.one(
                "select signal, content from message where participant = ? and keyed_id = ?",
                row -> new Earlier(row.id("signal"), row.text("content")),
                participant,
                HexFormat.of().formatHex(keyedMessageId));
    }

    @Override
    public void rememberMessage(String participant, byte[] keyedMessageId, Earlier message) {
        sql.change(
                "insert into message (participant, keyed_id, signal, content) values (?, ?, ?, ?)",
                participant,
                HexFormat.of().formatHex(keyedMessageId),
                message.signal(),
                message.content());
    }

    private void insertParticipants(Signal signal) {
        for (String participant : signal.knownTo()) {
            Signal.Waiting waiting = signal.waitsFor(participant);
            sql.change(
                    "insert into signal_participant (participant, signal, state, waiting, asked) values (?, ?, ?, ?, ?)",
                    participant,
                    signal.id(),
                    signal.stateTo(participant),
                    waiting,
                    waiting == Signal.Waiting.RECOGNISE
                            ? signal.recognitionOf(participant).orElseThrow().asked()
                            : null);
        }
        for (Signal.Link link : signal.links()) {
            sql.change("insert into signal_link (knelpunt, signal) values (?, ?)", link.knelpunt(), signal.id());
        }
    }

    private static Signal signal(Sql.Row row) throws java.sql.SQLException {
        return Documents.read(row.text("document"), Signal.class);
    }
}
