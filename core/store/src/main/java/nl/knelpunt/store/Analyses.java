package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.port.AnalysisRepository;

final class Analyses implements AnalysisRepository {

    private static final Sql.Mapping<Analysis> ANALYSIS = row -> Documents.read(row.text("document"), Analysis.class);

    private final Sql sql;

    Analyses(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Analysis> find(UUID id) {
        return sql.one("select document from analysis where id = ?", ANALYSIS, id);
    }

    @Override
    public void insert(Analysis analysis) {
        sql.change(
                "insert into analysis (id, knelpunt, state, version, document) values (?, ?, ?, ?, ?)",
                analysis.id(),
                analysis.knelpunt(),
                analysis.state(),
                analysis.version(),
                Documents.write(analysis));
    }

    @Override
    public void update(Analysis analysis) {
        Analysis next = new Analysis(
                analysis.id(),
                analysis.knelpunt(),
                analysis.number(),
                analysis.version() + 1,
                analysis.state(),
                analysis.question(),
                analysis.sections(),
                analysis.writer(),
                analysis.moves());
        int changed = sql.change(
                "update analysis set state = ?, version = ?, document = ? where id = ? and version = ?",
                next.state(),
                next.version(),
                Documents.write(next),
                analysis.id(),
                analysis.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from analysis where id = ?", row -> row.number(1), analysis.id())
                            .orElseThrow(() -> new IllegalStateException("There is no analysis " + analysis.id())));
        }
    }

    @Override
    public void destroy(UUID id) {
        sql.change("delete from analysis where id = ?", id);
    }

    @Override
    public Optional<Analysis> last(UUID knelpunt) {
        return sql.one("select document from analysis where knelpunt = ? order by id desc limit 1", ANALYSIS, knelpunt);
    }

    @Override
    public List<Analysis> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from analysis where knelpunt = ? and id > ? order by id limit ?",
                ANALYSIS,
                knelpunt,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<Analysis> in(Set<AnalysisState> states, int limit) {
        return states.stream()
                .flatMap(state -> sql
                        .list(
                                "select document from analysis where state = ? order by id limit ?",
                                ANALYSIS,
                                state,
                                limit)
                        .stream())
                .sorted((a, b) -> a.id().toString().compareTo(b.id().toString()))
                .limit(limit)
                .toList();
    }
}
