package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.RequestState;
import nl.knelpunt.engine.port.RightsRequestRepository;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequest.Consultation;

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
                "insert into rights_request (decided, anew, forget_on, version, document, id) values (?, ?, ?, ?, ?, ?)",
                columns(request, request.id()));
        for (Consultation consultation : request.consultations()) {
            sql.change(
                    "insert into rights_consultation (answered, recheck_by, mending, participant, request)"
                            + " values (?, ?, ?, ?, ?)",
                    columns(request, consultation));
        }
    }

    @Override
    public void update(RightsRequest request) {
        RightsRequest next = request.nextVersion();
        int changed = sql.change(
                "update rights_request set decided = ?, anew = ?, forget_on = ?, version = ?, document = ?"
                        + " where id = ? and version = ?",
                columns(next, request.id(), request.version()));
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from rights_request where id = ?", row -> row.number(1), request.id())
                            .orElseThrow(() -> new IllegalStateException("There is no request " + request.id())));
        }
        for (Consultation consultation : next.consultations()) {
            sql.change(
                    "update rights_consultation set answered = ?, recheck_by = ?, mending = ?"
                            + " where participant = ? and request = ?",
                    columns(next, consultation));
        }
    }

    private static Object[] columns(RightsRequest request, Object... more) {
        List<Object> columns = new ArrayList<>();
        columns.add(request.decision() != null);
        columns.add(request.isToBeDecidedAnew());
        columns.add(request.forgotten() ? null : request.forgetOn());
        columns.add(request.version());
        columns.add(Documents.write(request));
        columns.addAll(List.of(more));
        return columns.toArray();
    }

    private static Object[] columns(RightsRequest request, Consultation consultation) {
        boolean refused = request.state() == RequestState.REFUSED && !request.forgotten();
        boolean granted =
                request.state() == RequestState.GRANTED && request.kind().freezes();
        return new Object[] {
            consultation.answered() != null,
            refused ? consultation.recheckBy() : null,
            granted && !consultation.data().isEmpty(),
            consultation.participant(),
            request.id()
        };
    }

    @Override
    public List<RightsRequest> undecided(int limit) {
        return sql.list(
                "select document from rights_request where decided = ? order by id limit ?", REQUEST, false, limit);
    }

    @Override
    public List<RightsRequest> toBeDecidedAnew(int limit) {
        return sql.list("select document from rights_request where anew = ? order by id limit ?", REQUEST, true, limit);
    }

    @Override
    public List<RightsRequest> toBeForgotten(LocalDate day, int limit) {
        return sql.list(
                "select document from rights_request where forget_on <= ? order by forget_on, id limit ?",
                REQUEST,
                day,
                limit);
    }

    @Override
    public List<RightsRequest> awaiting(String participant, int limit) {
        return consulting(participant, " and c.answered = ? order by c.request limit ?", false, limit);
    }

    @Override
    public List<RightsRequest> toBeRechecked(String participant, LocalDate day, int limit) {
        return consulting(participant, " and c.recheck_by <= ? order by c.recheck_by, c.request limit ?", day, limit);
    }

    @Override
    public List<RightsRequest> toBeMended(String participant, int limit) {
        return consulting(participant, " and c.mending = ? order by c.request limit ?", true, limit);
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
        return consulting(
                participant, " and c.request > ? order by c.request limit ?", after == null ? "" : after, limit);
    }

    private List<RightsRequest> consulting(String participant, String which, Object value, int limit) {
        return sql.list(
                "select r.document from rights_consultation c join rights_request r on r.id = c.request"
                        + " where c.participant = ?" + which,
                REQUEST,
                participant,
                value,
                limit);
    }
}
