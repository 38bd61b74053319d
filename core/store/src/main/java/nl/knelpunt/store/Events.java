package nl.knelpunt.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.EventRepository;

final class Events implements EventRepository {

    private final Sql sql;

    Events(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void append(Event event) {
        sql.change(
                "insert into event (sequence, id, happened, type, subject, datum, participants, was)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                last() + 1,
                event.id(),
                event.at(),
                event.type().text(),
                event.subject(),
                event.datum(),
                Words.text(event.participants()),
                event.was());
    }

    @Override
    public List<Event> after(long sequence, int limit) {
        return sql.list(
                "select * from event where sequence > ? order by sequence limit ?", Events::event, sequence, limit);
    }

    @Override
    public OptionalLong sequenceOf(UUID id) {
        Long sequence = sql.value("select sequence from event where id = ?", row -> row.number(1), id);
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    @Override
    public long first() {
        return sql.count("select coalesce(min(sequence), 0) from event");
    }

    @Override
    public long last() {
        return sql.count("select coalesce(max(sequence), 0) from event");
    }

    @Override
    public void forgetBefore(Instant moment) {
        sql.change("delete from event where happened < ? and sequence < ?", moment, last());
    }

    private static Event event(Sql.Row row) throws SQLException {
        return new Event(
                row.number("sequence"),
                row.id("id"),
                row.moment("happened"),
                EventType.named(row.text("type")).orElse(null),
                row.id("subject"),
                row.id("datum"),
                Words.list(row.text("participants")),
                row.constant(SignalState.class, "was"));
    }
}
