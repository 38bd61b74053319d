package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.port.DestructionRepository;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.RetentionRun;

final class Destructions implements DestructionRepository {

    private static final Sql.Mapping<DestructionList> LIST =
            row -> Documents.read(row.text("document"), DestructionList.class);

    private final Sql sql;

    Destructions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<DestructionList> find(UUID id) {
        return sql.one("select document from destruction_list where id = ?", LIST, id);
    }

    @Override
    public void insert(DestructionList list) {
        sql.change(
                "insert into destruction_list (id, dossier, state, due, version, document) values (?, ?, ?, ?, ?, ?)",
                list.id(),
                list.dossier(),
                list.state(),
                list.due(),
                list.version(),
                Documents.write(list));
    }

    @Override
    public void update(DestructionList list) {
        DestructionList next = new DestructionList(
                list.id(),
                list.dossier(),
                list.activity(),
                list.version() + 1,
                list.state(),
                list.whole(),
                list.data(),
                list.reason(),
                list.due(),
                list.made(),
                list.maker(),
                list.review(),
                list.kept(),
                list.destroyed(),
                list.executed());
        int changed = sql.change(
                "update destruction_list set state = ?, due = ?, version = ?, document = ? where id = ? and version = ?",
                next.state(),
                next.due(),
                next.version(),
                Documents.write(next),
                list.id(),
                list.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from destruction_list where id = ?", row -> row.number(1), list.id())
                            .orElseThrow(() -> new IllegalStateException("There is no list " + list.id())));
        }
    }

    @Override
    public List<DestructionList> list(UUID after, int limit) {
        return sql.list(
                "select document from destruction_list where id > ? order by id limit ?",
                LIST,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<DestructionList> open(int limit) {
        return sql.list(
                "select document from destruction_list where state not in (?, ?)"
                        + " order by coalesce(due, '9999-12-31'), id limit ?",
                LIST,
                DestructionState.EXECUTED,
                DestructionState.LAPSED,
                limit);
    }

    @Override
    public List<DestructionList> toExecute(LocalDate day, int limit) {
        return sql.list(
                "select document from destruction_list where state = ? or state not in (?, ?) and due < ? order by id limit ?",
                LIST,
                DestructionState.APPROVED,
                DestructionState.EXECUTED,
                DestructionState.LAPSED,
                day,
                limit);
    }

    @Override
    public void insert(RetentionRun run) {
        sql.change("insert into retention_run (id, document) values (?, ?)", run.id(), Documents.write(run));
    }

    @Override
    public List<RetentionRun> runs(UUID before, int limit) {
        return sql.list(
                "select document from retention_run where id < ? order by id desc limit ?",
                row -> Documents.read(row.text("document"), RetentionRun.class),
                before == null ? "g" : before,
                limit);
    }

    @Override
    public List<DestructionList> openOf(UUID dossier) {
        return sql.list(
                "select document from destruction_list where dossier = ? and state not in (?, ?) order by id",
                LIST,
                dossier,
                DestructionState.EXECUTED,
                DestructionState.LAPSED);
    }
}
