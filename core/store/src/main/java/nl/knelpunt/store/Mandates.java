package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.port.MandateRepository;
import nl.knelpunt.engine.steering.Mandate;

final class Mandates implements MandateRepository {

    private static final Sql.Mapping<Mandate> MANDATE = row -> Documents.read(row.text("document"), Mandate.class);

    private final Sql sql;

    Mandates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Mandate> find(UUID id) {
        return sql.one("select document from mandate where id = ?", MANDATE, id);
    }

    @Override
    public void insert(Mandate mandate) {
        sql.change(
                "insert into mandate (id, participant, holder, withdrawn, version, document) values (?, ?, ?, ?, ?, ?)",
                mandate.id(),
                mandate.participant(),
                mandate.holder(),
                mandate.withdrawn() != null,
                mandate.version(),
                Documents.write(mandate));
    }

    @Override
    public void update(Mandate mandate) {
        Mandate next = new Mandate(
                mandate.id(),
                mandate.version() + 1,
                mandate.participant(),
                mandate.holder(),
                mandate.acts(),
                mandate.from(),
                mandate.until(),
                mandate.reference(),
                mandate.registeredBy(),
                mandate.registered(),
                mandate.withdrawn());
        int changed = sql.change(
                "update mandate set withdrawn = ?, version = ?, document = ? where id = ? and version = ?",
                next.withdrawn() != null,
                next.version(),
                Documents.write(next),
                mandate.id(),
                mandate.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from mandate where id = ?", row -> row.number(1), mandate.id())
                            .orElseThrow(() -> new IllegalStateException("There is no mandate " + mandate.id())));
        }
    }

    @Override
    public List<Mandate> of(String participant, UUID holder) {
        return sql.list(
                "select document from mandate where participant = ? and holder = ? order by id",
                MANDATE,
                participant,
                holder);
    }

    @Override
    public List<Mandate> standingOf(String participant) {
        return sql.list(
                "select document from mandate where participant = ? and withdrawn = ? order by id",
                MANDATE,
                participant,
                false);
    }

    @Override
    public List<Mandate> list(UUID after, int limit) {
        return sql.list(
                "select document from mandate where id > ? order by id limit ?",
                MANDATE,
                after == null ? "" : after,
                limit);
    }
}
