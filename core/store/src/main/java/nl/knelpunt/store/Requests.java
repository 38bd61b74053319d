package nl.knelpunt.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.port.RequestRepository;

final class Requests implements RequestRepository {

    private final Sql sql;

    Requests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Earlier> earlier(String caller, String act, String idempotencyKey) {
        return sql.one(
                "select id, state, version, digest from request where caller = ? and act = ? and idempotency_key = ?",
                row -> new Earlier(
                        new Done(row.id("id"), row.text("state"), row.number("version")), row.text("digest")),
                caller,
                act,
                idempotencyKey);
    }

    @Override
    public void remember(String caller, String act, String idempotencyKey, String digest, Done done, Instant at) {
        sql.change(
                "insert into request (caller, act, object, idempotency_key, digest, id, state, version, done_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                caller,
                act,
                object(act),
                idempotencyKey,
                digest,
                done.id(),
                done.state(),
                done.version(),
                at);
    }

    /** Null when the act concerns nothing. */
    private static String object(String act) {
        int space = act.indexOf(' ');
        return space < 0 ? null : act.substring(space + 1);
    }

    @Override
    public void forget(UUID object) {
        sql.change("delete from request where object = ? or id = ?", object, object);
    }

    @Override
    public void forgetBefore(Instant moment) {
        sql.change("delete from request where done_at < ?", moment);
    }
}
