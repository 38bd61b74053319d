package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.port.MeetingRepository;
import nl.knelpunt.engine.steering.Meeting;

final class Meetings implements MeetingRepository {

    private static final Sql.Mapping<Meeting> MEETING = row -> Documents.read(row.text("document"), Meeting.class);

    private final Sql sql;

    Meetings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Meeting> find(UUID id) {
        return sql.one("select document from meeting where id = ?", MEETING, id);
    }

    @Override
    public void insert(Meeting meeting) {
        sql.change(
                "insert into meeting (id, state, starts, version, document) values (?, ?, ?, ?, ?)",
                meeting.id(),
                meeting.state(),
                meeting.plan().starts(),
                meeting.version(),
                Documents.write(meeting));
        insertItems(meeting);
    }

    @Override
    public void update(Meeting meeting) {
        Meeting next = new Meeting(
                meeting.id(),
                meeting.state(),
                meeting.version() + 1,
                meeting.created(),
                meeting.plan(),
                meeting.items(),
                meeting.attendance(),
                meeting.minutes());
        int changed = sql.change(
                "update meeting set state = ?, starts = ?, version = ?, document = ? where id = ? and version = ?",
                next.state(),
                next.plan().starts(),
                next.version(),
                Documents.write(next),
                meeting.id(),
                meeting.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from meeting where id = ?", row -> row.number(1), meeting.id())
                            .orElseThrow(() -> new IllegalStateException("There is no meeting " + meeting.id())));
        }
        sql.change("delete from meeting_item where meeting = ?", meeting.id());
        insertItems(next);
    }

    private void insertItems(Meeting meeting) {
        for (Meeting.Item item : meeting.items()) {
            if (item.knelpunt() != null) {
                sql.change(
                        "insert into meeting_item (id, meeting, knelpunt, kind, concluded) values (?, ?, ?, ?, ?)",
                        item.id(),
                        meeting.id(),
                        item.knelpunt(),
                        item.kind(),
                        !item.isOpen());
            }
        }
    }

    @Override
    public Optional<Meeting> withOpenItem(UUID knelpunt, Meeting.ItemKind kind) {
        return sql.one(
                "select m.document from meeting_item i join meeting m on m.id = i.meeting"
                        + " where i.knelpunt = ? and i.kind = ? and i.concluded = ? order by i.id limit 1",
                MEETING,
                knelpunt,
                kind,
                false);
    }

    @Override
    public List<Meeting> withItem(UUID knelpunt, Meeting.ItemKind kind) {
        return sql.list(
                "select document from meeting where id in (select i.meeting from meeting_item i where i.knelpunt = ?"
                        + " and i.kind = ?) order by id",
                MEETING,
                knelpunt,
                kind);
    }

    @Override
    public List<Meeting> in(MeetingState state) {
        return sql.list("select document from meeting where state = ? order by starts, id", MEETING, state);
    }

    @Override
    public List<Meeting> list(UUID after, int limit) {
        return sql.list(
                "select document from meeting where id > ? order by id limit ?",
                MEETING,
                after == null ? "" : after,
                limit);
    }
}
