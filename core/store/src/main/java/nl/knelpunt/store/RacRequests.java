package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.port.RacRequestRepository;

final class RacRequests implements RacRequestRepository {

    private static final Sql.Mapping<RacRequest> REQUEST =
            row -> Documents.read(row.text("document"), RacRequest.class);

    private final Sql sql;

    RacRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<RacRequest> find(UUID id) {
        return sql.one("select document from rac_request where id = ?", REQUEST, id);
    }

    @Override
    public void insert(RacRequest request) {
        sql.change(
                "insert into rac_request (id, state, version, document) values (?, ?, ?, ?)",
                request.id(),
                request.state(),
                request.version(),
                Documents.write(request));
    }

    @Override
    public void update(RacRequest request) {
        RacRequest next = request.nextVersion();
        int changed = sql.change(
                "update rac_request set state = ?, version = ?, document = ? where id = ? and version = ?",
                next.state(),
                next.version(),
                Documents.write(next),
                request.id(),
                request.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from rac_request where id = ?", row -> row.number(1), request.id())
                            .orElseThrow(() -> new IllegalStateException("There is no request " + request.id())));
        }
    }

    @Override
    public List<RacRequest> list(RacRequestState state, UUID after, int limit) {
        Object from = after == null ? "" : after;
        return state == null
                ? sql.list("select document from rac_request where id > ? order by id limit ?", REQUEST, from, limit)
                : sql.list(
                        "select document from rac_request where state = ? and id > ? order by id limit ?",
                        REQUEST,
                        state,
                        from,
                        limit);
    }
}
