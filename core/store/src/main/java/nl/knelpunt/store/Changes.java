package nl.knelpunt.store;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Change;
import nl.knelpunt.engine.port.ChangeRepository;

final class Changes implements ChangeRepository {

    private final Sql sql;

    Changes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(UUID object, Change change) {
        sql.change(
                "insert into change_note (object, version, document) values (?, ?, ?)",
                object,
                change.version(),
                Documents.write(change));
    }

    @Override
    public List<Change> after(UUID object, long version, int limit) {
        return sql.list(
                "select document from change_note where object = ? and version > ? order by version limit ?",
                row -> Documents.read(row.text("document"), Change.class),
                object,
                version,
                limit);
    }

    @Override
    public void forget(UUID object) {
        sql.change("delete from change_note where object = ?", object);
    }
}
