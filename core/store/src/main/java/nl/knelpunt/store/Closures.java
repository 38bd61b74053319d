package nl.knelpunt.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Closures.Wanted;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.port.ClosureRepository;

final class Closures implements ClosureRepository {

    private final Sql sql;

    Closures(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ClosingReport> report(UUID knelpunt) {
        return sql.one(
                "select document from closing_report where knelpunt = ?",
                row -> Documents.read(row.text("document"), ClosingReport.class),
                knelpunt);
    }

    @Override
    public void put(ClosingReport report) {
        destroyReport(report.knelpunt());
        sql.change(
                "insert into closing_report (knelpunt, document) values (?, ?)",
                report.knelpunt(),
                Documents.write(report));
    }

    @Override
    public boolean destroyReport(UUID knelpunt) {
        return sql.change("delete from closing_report where knelpunt = ?", knelpunt) > 0;
    }

    @Override
    public void insert(Lesson lesson) {
        Lesson.Content content = lesson.content();
        sql.change(
                "insert into lesson (id, worked, category, manifestation, object_type, barrier_step, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                lesson.id(),
                content.worked(),
                content.category(),
                content.manifestation(),
                content.objectType(),
                content.barrierStep(),
                Documents.write(lesson));
        for (String word : SearchWords.in(content.text())) {
            sql.change("insert into lesson_word (word, lesson) values (?, ?)", word, lesson.id());
        }
    }

    @Override
    public List<Lesson> find(Wanted wanted, UUID after, int limit) {
        StringBuilder where = new StringBuilder("select document from lesson where id > ?");
        List<Object> parameters = new ArrayList<>(List.of(after == null ? "" : after.toString()));
        narrow(where, parameters, "worked", wanted.worked());
        narrow(where, parameters, "category", wanted.category());
        narrow(where, parameters, "manifestation", wanted.manifestation());
        narrow(where, parameters, "object_type", wanted.objectType());
        narrow(where, parameters, "barrier_step", wanted.barrierStep());
        Set<String> words = wanted.words() == null ? Set.of() : SearchWords.in(wanted.words());
        for (String word : words) {
            // Between the word and what no word that begins with it can reach: an index serves that, everywhere.
            where.append(
                    " and exists (select 1 from lesson_word w where w.lesson = lesson.id and w.word >= ? and w.word < ?)");
            parameters.add(word);
            parameters.add(word + Character.MAX_VALUE);
        }
        where.append(" order by id limit ?");
        parameters.add(limit);
        return sql.list(
                where.toString(), row -> Documents.read(row.text("document"), Lesson.class), parameters.toArray());
    }

    private static void narrow(StringBuilder where, List<Object> parameters, String column, Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = ?");
            parameters.add(value);
        }
    }

    @Override
    public boolean destroyLesson(UUID id) {
        sql.change("delete from lesson_word where lesson = ?", id);
        return sql.change("delete from lesson where id = ?", id) > 0;
    }
}
