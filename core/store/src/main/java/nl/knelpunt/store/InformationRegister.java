package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.port.InformationRepository;
import nl.knelpunt.engine.rights.Information;

final class InformationRegister implements InformationRepository {

    private static final Sql.Mapping<Information> INFORMATION =
            row -> Documents.read(row.text("document"), Information.class);

    private final Sql sql;

    InformationRegister(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(Information information) {
        // Only the last one is still to be looked at anew.
        sql.change("update information set review_by = null where knelpunt = ?", information.knelpunt());
        sql.change(
                "insert into information (id, knelpunt, review_by, document) values (?, ?, ?, ?)",
                information.id(),
                information.knelpunt(),
                information.reviewBy(),
                Documents.write(information));
    }

    @Override
    public List<Information> ofKnelpunt(UUID knelpunt) {
        return sql.list("select document from information where knelpunt = ? order by id desc", INFORMATION, knelpunt);
    }

    @Override
    public List<UUID> missing(int limit) {
        return sql.list(
                "select id from knelpunt where state in (?, ?) and not exists"
                        + " (select 1 from information where information.knelpunt = knelpunt.id) order by id limit ?",
                row -> row.id("id"),
                KnelpuntState.DESIGNATED,
                KnelpuntState.CLOSED,
                limit);
    }

    @Override
    public List<Information> toBeReviewed(LocalDate day, int limit) {
        return sql.list(
                "select document from information where review_by <= ? order by review_by, id limit ?",
                INFORMATION,
                day,
                limit);
    }

    @Override
    public void update(Information information) {
        sql.change(
                "update information set review_by = ?, document = ? where id = ?",
                information.reviewBy(),
                Documents.write(information),
                information.id());
    }
}
