package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.port.RightsRequestRepository;
import nl.knelpunt.engine.rights.RightsRequest;

final class RightsRequests implements RightsRequestRepository {

    private static final Sql.Mapping<RightsRequest> REQUEST =
            row -> Documents.read(row.text("document"), RightsRequest.class);

    private final Sql sql;

    RightsRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<RightsRequest> find(UUID id) {
        return sql.one("select document from rights_request where id = ?", REQUEST, id);
    }

    @Override
    public void insert(RightsRequest request) {
        sql.change(
                "insert into rights_request (id, version, decided, document) values (?, ?, ?, ?)",
                request.id(),
                request.version(),
                request.decision() != null,
                Documents.write(request));
        for (RightsRequest.Consultation consultation : request.consultations()) {
            sql.change(
                    "insert into rights_consultation (participant, request, answered) values (?, ?, ?)",
                    consultation.participant(),
                    request.id(),
                    consultation.answered() != null);
        }
    }

    @Override
    public void update(RightsRequest request) {
        RightsRequest next = new RightsRequest(
                request.id(),
                request.version() + 1,
                request.received(),
                request.kind(),
                request.reference(),
                request.subjects(),
                request.consultations(),
                request.decision());
        int changed = sql.change(
                "update rights_request set version = ?, decided = ?, document = ? where id = ? and version = ?",
                next.version(),
                next.decision() != null,
                Documents.write(next),
                request.id(),
                request.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from rights_request where id = ?", row -> row.number(1), request.id())
                            .orElseThrow(() -> new IllegalStateException("There is no request " + request.id())));
        }
        for (RightsRequest.Consultation consultation : next.consultations()) {
            sql.change(
                    "update rights_consultation set answered = ? where participant = ? and request = ?",
                    consultation.answered() != null,
                    consultation.participant(),
                    request.id());
        }
    }

    @Override
    public List<RightsRequest> undecided(int limit) {
        return sql.list(
                "select document from rights_request where decided = ? order by id limit ?", REQUEST, false, limit);
    }

    @Override
    public List<RightsRequest> awaiting(String participant, int limit) {
        return sql.list(
                "select r.document from rights_consultation c join rights_request r on r.id = c.request"
                        + " where c.participant = ? and c.answered = ? order by c.request limit ?",
                REQUEST,
                participant,
                false,
                limit);
    }

    @Override
    public List<RightsRequest> list(UUID after, int limit) {
        return sql.list(
                "select document from rights_request where id > ? order by id limit ?",
                REQUEST,
                after == null ? "" : after,
                limit);
    }

    @Override
    public List<RightsRequest> consulting(String participant, UUID after, int limit) {
        return sql.list(
                "select r.document from rights_consultation c join rights_request r on r.id = c.request"
                        + " where c.participant = ? and c.request > ? order by c.request limit ?",
                REQUEST,
                participant,
                after == null ? "" : after,
                limit);
    }
}
