package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.port.DataRequestRepository;
import nl.knelpunt.engine.sharing.DataRequest;

final class DataRequests implements DataRequestRepository {

    private static final Sql.Mapping<DataRequest> REQUEST =
            row -> Documents.read(row.text("document"), DataRequest.class);

    private final Sql sql;

    DataRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<DataRequest> find(UUID id) {
        return sql.one("select document from data_request where id = ?", REQUEST, id);
    }

    @Override
    public void insert(DataRequest request) {
        sql.change(
                "insert into data_request (id, knelpunt, asker, holder, state, until, version, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                request.id(),
                request.knelpunt(),
                request.asker(),
                request.wanted().holder(),
                request.state(),
                request.wanted().until(),
                request.version(),
                Documents.write(request));
    }

    @Override
    public void update(DataRequest request) {
        DataRequest next = request.at(request.version() + 1);
        int changed = sql.change(
                "update data_request set state = ?, version = ?, document = ? where id = ? and version = ?",
                next.state(),
                next.version(),
                Documents.write(next),
                request.id(),
                request.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from data_request where id = ?", row -> row.number(1), request.id())
                            .orElseThrow(() -> new IllegalStateException("There is no request " + request.id())));
        }
    }

    @Override
    public List<DataRequest> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from data_request where knelpunt = ? and id > ? order by id limit ?",
                REQUEST,
                knelpunt,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<DataRequest> askedOf(String holder, DataRequestState state, int limit) {
        return sql.list(
                "select document from data_request where holder = ? and state = ? order by id limit ?",
                REQUEST,
                holder,
                state,
                limit);
    }

    @Override
    public List<DataRequest> askedBy(String asker, DataRequestState state, int limit) {
        return sql.list(
                "select document from data_request where asker = ? and state = ? order by id limit ?",
                REQUEST,
                asker,
                state,
                limit);
    }

    @Override
    public List<DataRequest> due(LocalDate today, int limit) {
        return sql.list(
                "select document from data_request where state in (?, ?) and until < ? order by until limit ?",
                REQUEST,
                DataRequestState.OPEN,
                DataRequestState.ASKED_BACK,
                today,
                limit);
    }

    @Override
    public int destroyOf(UUID knelpunt) {
        return sql.change("delete from data_request where knelpunt = ?", knelpunt);
    }
}
