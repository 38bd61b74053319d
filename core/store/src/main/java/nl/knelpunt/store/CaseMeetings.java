package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.engine.port.CaseMeetingRepository;

/** Open agreements are kept beside the meeting too, so that what waits for a participant is found at once. */
final class CaseMeetings implements CaseMeetingRepository {

    private static final Sql.Mapping<CaseMeeting> MEETING =
            row -> Documents.read(row.text("document"), CaseMeeting.class);

    private final Sql sql;

    CaseMeetings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CaseMeeting> find(UUID id) {
        return sql.one("select document from case_meeting where id = ?", MEETING, id);
    }

    @Override
    public void insert(CaseMeeting meeting) {
        sql.change(
                "insert into case_meeting (id, consultation, version, planned, document) values (?, ?, ?, ?, ?)",
                meeting.id(),
                meeting.consultation(),
                meeting.version(),
                planned(meeting),
                Documents.write(meeting));
        insertOpen(meeting);
    }

    @Override
    public void update(CaseMeeting meeting) {
        CaseMeeting next = meeting.at(meeting.version() + 1);
        int changed = sql.change(
                "update case_meeting set version = ?, planned = ?, document = ? where id = ? and version = ?",
                next.version(),
                planned(next),
                Documents.write(next),
                meeting.id(),
                meeting.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from case_meeting where id = ?", row -> row.number(1), meeting.id())
                            .orElseThrow(() -> new IllegalStateException("There is no meeting " + meeting.id())));
        }
        sql.change("delete from case_agreement where meeting = ?", meeting.id());
        insertOpen(next);
    }

    private static Object planned(CaseMeeting meeting) {
        return meeting.state() == CaseMeetingState.PLANNED ? meeting.date() : null;
    }

    private void insertOpen(CaseMeeting meeting) {
        meeting.agreements().stream()
                .filter(a -> a.done() == null)
                .forEach(a -> sql.change(
                        "insert into case_agreement (id, meeting, participant, due) values (?, ?, ?, ?)",
                        a.id(),
                        meeting.id(),
                        a.participant(),
                        a.due()));
    }

    @Override
    public List<CaseMeeting> ofConsultation(UUID consultation, UUID after, int limit) {
        return sql.list(
                "select document from case_meeting where consultation = ? and id > ? order by id limit ?",
                MEETING,
                consultation,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<CaseMeeting> owing(String participant, int limit) {
        return sql.list(
                "select m.document from case_meeting m join (select meeting, min(due) as first_due from case_agreement"
                        + " where participant = ? group by meeting order by first_due, meeting limit ?) a on a.meeting = m.id"
                        + " order by a.first_due, m.id",
                MEETING,
                participant,
                limit);
    }

    @Override
    public List<CaseMeeting> planned(int limit) {
        return sql.list(
                "select document from case_meeting where planned is not null order by planned, id limit ?",
                MEETING,
                limit);
    }

    @Override
    public int destroyOf(UUID consultation) {
        sql.change(
                "delete from case_agreement where meeting in (select id from case_meeting where consultation = ?)",
                consultation);
        return sql.change("delete from case_meeting where consultation = ?", consultation);
    }
}
