package nl.knelpunt.store;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.port.ConfirmationRepository;

final class Confirmations implements ConfirmationRepository {

    private final Sql sql;

    Confirmations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> of(UUID object) {
        return Set.copyOf(
                sql.list("select digest from text_confirmation where object = ?", row -> row.text(1), object));
    }

    @Override
    public void add(UUID object, String digest, String actor, Instant at) {
        sql.change(
                "insert into text_confirmation (object, digest, actor, confirmed_at) values (?, ?, ?, ?)"
                        + " on conflict (object, digest) do nothing",
                object,
                digest,
                actor,
                at);
    }

    @Override
    public void forget(UUID object) {
        sql.change("delete from text_confirmation where object = ?", object);
    }
}
