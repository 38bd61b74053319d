package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.port.RacAdviceRepository;

final class RacAdvices implements RacAdviceRepository {

    private static final Sql.Mapping<RacAdvice> ADVICE = row -> Documents.read(row.text("document"), RacAdvice.class);

    private final Sql sql;

    RacAdvices(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<RacAdvice> find(UUID id) {
        return sql.one("select document from rac_advice where id = ?", ADVICE, id);
    }

    @Override
    public void insert(RacAdvice advice) {
        sql.change("insert into rac_advice (id, document) values (?, ?)", advice.id(), Documents.write(advice));
    }

    @Override
    public void update(RacAdvice advice) {
        sql.change("update rac_advice set document = ? where id = ?", Documents.write(advice), advice.id());
    }

    @Override
    public List<RacAdvice> list(UUID after, int limit) {
        return sql.list(
                "select document from rac_advice where id > ? order by id limit ?",
                ADVICE,
                after == null ? "" : after,
                limit);
    }
}
