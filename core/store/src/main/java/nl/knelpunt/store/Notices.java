package nl.knelpunt.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.port.NoticeRepository;
import nl.knelpunt.engine.sharing.CorrectionNotice;

final class Notices implements NoticeRepository {

    private static final Sql.Mapping<CorrectionNotice> NOTICE =
            row -> Documents.read(row.text("document"), CorrectionNotice.class);

    private final Sql sql;

    Notices(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CorrectionNotice> find(UUID id) {
        return sql.one("select document from correction_notice where id = ?", NOTICE, id);
    }

    @Override
    public void insert(CorrectionNotice notice) {
        sql.change(
                "insert into correction_notice (id, participant, noted, given, document) values (?, ?, ?, ?, ?)",
                notice.id(),
                notice.participant(),
                notice.acknowledgement() != null,
                notice.at(),
                Documents.write(notice));
    }

    @Override
    public void update(CorrectionNotice notice) {
        int changed = sql.change(
                "update correction_notice set noted = ?, document = ? where id = ?",
                notice.acknowledgement() != null,
                Documents.write(notice),
                notice.id());
        if (changed == 0) {
            throw new IllegalStateException("There is no notice " + notice.id());
        }
    }

    @Override
    public void forgetBefore(boolean noted, Instant moment) {
        sql.change("delete from correction_notice where noted = ? and given < ?", noted, moment);
    }

    @Override
    public List<CorrectionNotice> of(String participant, boolean open, UUID after, int limit) {
        String from = after == null ? "" : after.toString();
        return open
                ? sql.list(
                        "select document from correction_notice where participant = ? and noted = ? and id > ?"
                                + " order by id limit ?",
                        NOTICE,
                        participant,
                        false,
                        from,
                        limit)
                : sql.list(
                        "select document from correction_notice where participant = ? and id > ? order by id limit ?",
                        NOTICE,
                        participant,
                        from,
                        limit);
    }
}
