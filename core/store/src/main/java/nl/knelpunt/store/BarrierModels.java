package nl.knelpunt.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.port.BarrierModelRepository;

final class BarrierModels implements BarrierModelRepository {

    private static final Sql.Mapping<BarrierModel> MODEL =
            row -> Documents.read(row.text("document"), BarrierModel.class);

    private final Sql sql;

    BarrierModels(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<BarrierModel> find(String code, String version) {
        return sql.one("select document from barrier_model where code = ? and version = ?", MODEL, code, version);
    }

    @Override
    public void insert(BarrierModel model, Instant at) {
        sql.change(
                "insert into barrier_model (code, version, taken, document) values (?, ?, ?, ?)",
                model.code(),
                model.version(),
                at,
                Documents.write(model));
    }

    @Override
    public List<BarrierModel> all() {
        return sql.list("select document from barrier_model order by code, taken desc, version desc", MODEL);
    }

    @Override
    public List<BarrierModel> usedBy(UUID knelpunt) {
        return sql.list(
                "select document from barrier_use join barrier_model on barrier_model.code = barrier_use.code"
                        + " and barrier_model.version = barrier_use.version where knelpunt = ? order by barrier_use.code",
                MODEL,
                knelpunt);
    }

    @Override
    public void use(UUID knelpunt, BarrierModel model) {
        drop(knelpunt, model.code());
        sql.change(
                "insert into barrier_use (knelpunt, code, version) values (?, ?, ?)",
                knelpunt,
                model.code(),
                model.version());
    }

    @Override
    public void drop(UUID knelpunt, String code) {
        sql.change("delete from barrier_use where knelpunt = ? and code = ?", knelpunt, code);
    }
}
