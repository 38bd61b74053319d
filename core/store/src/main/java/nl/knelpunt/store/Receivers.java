package nl.knelpunt.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.port.ReceiverRepository;
import nl.knelpunt.engine.sharing.Receiver;

final class Receivers implements ReceiverRepository {

    private final Sql sql;

    Receivers(Sql sql) {
        this.sql = sql;
    }

    /** Mostly all of it was noted before: one look says so. */
    @Override
    public void note(String participant, UUID dossier, Collection<UUID> data, Instant at) {
        if (data.isEmpty()) {
            return;
        }
        Comparator<UUID> inOrder = Comparator.comparing(UUID::toString);
        Set<UUID> known = new HashSet<>(sql.list(
                "select datum from datum_receiver where participant = ? and dossier = ? and datum >= ? and datum <= ?",
                row -> row.id("datum"),
                participant,
                dossier,
                Collections.min(data, inOrder),
                Collections.max(data, inOrder)));
        for (UUID datum : data) {
            if (known.add(datum)) {
                sql.change(
                        "insert into datum_receiver (participant, dossier, datum, shown_at) values (?, ?, ?, ?)",
                        participant,
                        dossier,
                        datum,
                        at);
            }
        }
    }

    @Override
    public List<Receiver> of(UUID datum) {
        return sql.list(
                "select participant, shown_at from datum_receiver where datum = ? order by participant",
                row -> new Receiver(row.text("participant"), row.moment("shown_at")),
                datum);
    }

    /** Of a datum that is destroyed. */
    void destroyOf(UUID datum) {
        sql.change("delete from datum_receiver where datum = ?", datum);
    }

    void destroyDossier(UUID dossier) {
        sql.change("delete from datum_receiver where dossier = ?", dossier);
    }
}
