package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.port.InvolvementRepository;

final class Involvements implements InvolvementRepository {

    private static final Sql.Mapping<Involvement> INVOLVEMENT =
            row -> Documents.read(row.text("document"), Involvement.class);

    private final Sql sql;

    Involvements(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(Involvement involvement) {
        sql.change(
                "insert into involvement (id, knelpunt, is_open, document) values (?, ?, ?, ?)",
                involvement.id(),
                involvement.knelpunt(),
                isOpen(involvement),
                Documents.write(involvement));
    }

    @Override
    public void update(Involvement involvement) {
        sql.change(
                "update involvement set is_open = ?, document = ? where id = ?",
                isOpen(involvement),
                Documents.write(involvement),
                involvement.id());
    }

    @Override
    public Optional<Involvement> open(UUID knelpunt) {
        return sql.one(
                "select document from involvement where knelpunt = ? and is_open = ?", INVOLVEMENT, knelpunt, true);
    }

    @Override
    public List<Involvement> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from involvement where knelpunt = ? and id > ? order by id limit ?",
                INVOLVEMENT,
                knelpunt,
                after == null ? "" : after,
                limit);
    }

    private static boolean isOpen(Involvement involvement) {
        return involvement.outcome() == Involvement.Outcome.OPEN;
    }
}
