package nl.knelpunt.store;

import java.util.Optional;
import nl.knelpunt.engine.oversight.DutyDone;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.port.DutyRepository;

final class LegalDuties implements DutyRepository {

    private final Sql sql;

    LegalDuties(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(DutyDone done) {
        sql.change(
                "insert into duty_done (id, duty, done_on, document) values (?, ?, ?, ?)",
                done.id(),
                done.duty(),
                done.on(),
                Documents.write(done));
    }

    @Override
    public Optional<DutyDone> last(LegalDuty duty) {
        return sql.one(
                "select document from duty_done where duty = ? order by done_on desc, id desc limit 1",
                row -> Documents.read(row.text("document"), DutyDone.class),
                duty);
    }
}
