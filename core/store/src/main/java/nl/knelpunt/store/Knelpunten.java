package nl.knelpunt.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
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
                "insert into knelpunt (id, state, version, last_day, voting, document) values (?, ?, ?, ?, ?, ?)",
                knelpunt.id(),
                knelpunt.state(),
                knelpunt.version(),
                lastDay(knelpunt),
                isVoting(knelpunt),
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
                "update knelpunt set state = ?, version = ?, last_day = ?, voting = ?, document = ?"
                        + " where id = ? and version = ?",
                next.state(),
                next.version(),
                lastDay(next),
                isVoting(next),
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

    @Override
    public List<Knelpunt> voting(int limit) {
        return sql.list(
                "select document from knelpunt where voting = ? order by id limit ?",
                Knelpunten::knelpunt,
                true,
                limit);
    }

    @Override
    public List<Knelpunt> endingBy(LocalDate day, int limit) {
        return sql.list(
                "select document from knelpunt where state = ? and (last_day is null or last_day <= ?)"
                        + " order by last_day, id limit ?",
                Knelpunten::knelpunt,
                KnelpuntState.DESIGNATED,
                day,
                limit);
    }

    private static LocalDate lastDay(Knelpunt knelpunt) {
        return knelpunt.wholeTerm().map(Term::last).orElse(null);
    }

    private static boolean isVoting(Knelpunt knelpunt) {
        return knelpunt.motions().stream().anyMatch(Motion::isOpen);
    }

    private static Knelpunt knelpunt(Sql.Row row) throws SQLException {
        return Documents.read(row.text("document"), Knelpunt.class);
    }
}
