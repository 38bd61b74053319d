package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.port.SelectionRepository;

final class Selections implements SelectionRepository {

    private static final Sql.Mapping<Selection> SELECTION =
            row -> Documents.read(row.text("document"), Selection.class);

    private final Sql sql;

    Selections(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Selection> find(UUID id) {
        return sql.one("select document from selection where id = ?", SELECTION, id);
    }

    @Override
    public void insert(Selection selection) {
        sql.change(
                "insert into selection (id, knelpunt, owner, shared, version, document) values (?, ?, ?, ?, ?, ?)",
                selection.id(),
                selection.knelpunt(),
                selection.owner(),
                selection.shared(),
                selection.version(),
                Documents.write(selection));
    }

    @Override
    public void update(Selection selection) {
        Selection next = new Selection(
                selection.id(),
                selection.knelpunt(),
                selection.version() + 1,
                selection.name(),
                selection.owner(),
                selection.shared(),
                selection.filter(),
                selection.changed());
        int changed = sql.change(
                "update selection set shared = ?, version = ?, document = ? where id = ? and version = ?",
                next.shared(),
                next.version(),
                Documents.write(next),
                selection.id(),
                selection.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from selection where id = ?", row -> row.number(1), selection.id())
                            .orElseThrow(() -> new IllegalStateException("There is no selection " + selection.id())));
        }
    }

    @Override
    public void remove(UUID id) {
        sql.change("delete from selection where id = ?", id);
    }

    @Override
    public List<Selection> ofKnelpunt(UUID knelpunt, UUID owner, UUID after, int limit) {
        return sql.list(
                "select document from selection where knelpunt = ? and (owner = ? or shared = ?) and id > ?"
                        + " order by id limit ?",
                SELECTION,
                knelpunt,
                owner,
                true,
                after == null ? "" : after,
                limit);
    }

    @Override
    public int count(UUID knelpunt) {
        return (int) sql.count("select count(*) from selection where knelpunt = ?", knelpunt);
    }

    @Override
    public void insert(Export export) {
        sql.change(
                "insert into analysis_export (id, knelpunt, document) values (?, ?, ?)",
                export.id(),
                export.knelpunt(),
                Documents.write(export));
    }

    @Override
    public List<Export> exportsOf(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from analysis_export where knelpunt = ? and id > ? order by id limit ?",
                row -> Documents.read(row.text("document"), Export.class),
                knelpunt,
                after == null ? "" : after,
                limit);
    }

    @Override
    public int destroyOf(UUID knelpunt) {
        return sql.change("delete from selection where knelpunt = ?", knelpunt);
    }

    @Override
    public int destroyExportsOf(UUID knelpunt) {
        return sql.change("delete from analysis_export where knelpunt = ?", knelpunt);
    }
}
