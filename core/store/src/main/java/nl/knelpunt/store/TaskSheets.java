package nl.knelpunt.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.port.TaskSheetRepository;

final class TaskSheets implements TaskSheetRepository {

    private static final Sql.Mapping<TaskSheet> SHEET = row -> Documents.read(row.text("document"), TaskSheet.class);

    /** In the place of a document that was destroyed. */
    private static final String GONE = "";

    private final Sql sql;

    TaskSheets(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TaskSheet> find(UUID id) {
        return sql.one("select document from task_sheet where id = ? and document <> ?", SHEET, id, GONE);
    }

    @Override
    public void insert(TaskSheet sheet) {
        sql.change(
                "insert into task_sheet (id, knelpunt, numbered_in, number, document) values (?, ?, ?, ?, ?)",
                sheet.id(),
                sheet.knelpunt(),
                sheet.released().atZone(Facts.NETHERLANDS).getYear(),
                sheet.number(),
                Documents.write(sheet));
    }

    @Override
    public int numbered(int year) {
        return (int) sql.count("select count(*) from task_sheet where numbered_in = ?", year);
    }

    @Override
    public List<TaskSheet> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from task_sheet where knelpunt = ? and document <> ? and id > ? order by id limit ?",
                SHEET,
                knelpunt,
                GONE,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<TaskSheet> newest(UUID knelpunt, int limit) {
        List<TaskSheet> newest = new ArrayList<>(sql.list(
                "select document from task_sheet where knelpunt = ? and document <> ? order by id desc limit ?",
                SHEET,
                knelpunt,
                GONE,
                limit));
        Collections.reverse(newest);
        return newest;
    }

    @Override
    public int destroyOf(UUID knelpunt) {
        return sql.change(
                "update task_sheet set document = ? where knelpunt = ? and document <> ?", GONE, knelpunt, GONE);
    }
}
