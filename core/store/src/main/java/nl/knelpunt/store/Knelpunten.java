package nl.knelpunt.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.port.KnelpuntRepository;

final class Knelpunten implements KnelpuntRepository {

    private final Sql sql;

    Knelpunten(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Knelpunt> find(UUID id) {
        return sql.one("select document from knelpunt where id = ?", Knelpunten::knelpunt, id);
    }

    @Override
    public void insert(Knelpunt knelpunt) {
        sql.change(
                "insert into knelpunt (id, state, version, document) values (?, ?, ?, ?)",
                knelpunt.id(),
                knelpunt.state(),
                knelpunt.version(),
                Documents.write(knelpunt));
    }

    @Override
    public void update(Knelpunt knelpunt) {
        Knelpunt next = new Knelpunt(
                knelpunt.id(),
                knelpunt.state(),
                knelpunt.version() + 1,
                knelpunt.created(),
                knelpunt.proposal(),
                knelpunt.motions(),
                knelpunt.terms(),
                knelpunt.phases(),
                knelpunt.plan(),
                knelpunt.evaluations());
        int changed = sql.change(
                "update knelpunt set state = ?, version = ?, document = ? where id = ? and version = ?",
                next.state(),
                next.version(),
                Documents.write(next),
                knelpunt.id(),
                knelpunt.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from knelpunt where id = ?", row -> row.number(1), knelpunt.id())
                            .orElseThrow(() -> new IllegalStateException("There is no knelpunt " + knelpunt.id())));
        }
    }

    @Override
    public List<Knelpunt> list(UUID after, int limit) {
        return sql.list(
                "select document from knelpunt where id > ? order by id limit ?",
                Knelpunten::knelpunt,
                after == null ? "" : after,
                limit);
    }

    private static Knelpunt knelpunt(Sql.Row row) throws SQLException {
        return Documents.read(row.text("document"), Knelpunt.class);
    }
}
