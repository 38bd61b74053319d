package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.port.InterventionRepository;

final class Interventions implements InterventionRepository {

    private static final Sql.Mapping<Intervention> INTERVENTION =
            row -> Documents.read(row.text("document"), Intervention.class);

    /** So that it sorts after every other. */
    private static final LocalDate NO_LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Sql sql;

    Interventions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Intervention> find(UUID id) {
        return sql.one("select document from intervention where id = ?", INTERVENTION, id);
    }

    @Override
    public void insert(Intervention intervention) {
        sql.change(
                "insert into intervention (id, knelpunt, participant, state, last_day, waits, version, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                intervention.id(),
                intervention.knelpunt(),
                intervention.content().participant(),
                intervention.state(),
                lastDay(intervention),
                waits(intervention),
                intervention.version(),
                Documents.write(intervention));
    }

    @Override
    public void update(Intervention intervention) {
        Intervention next = intervention.at(intervention.version() + 1);
        int changed = sql.change(
                "update intervention set participant = ?, state = ?, last_day = ?, waits = ?, version = ?, document = ?"
                        + " where id = ? and version = ?",
                next.content().participant(),
                next.state(),
                lastDay(next),
                waits(next),
                next.version(),
                Documents.write(next),
                intervention.id(),
                intervention.version());
        if (changed == 0) {
            throw new StaleException(sql.one(
                            "select version from intervention where id = ?", row -> row.number(1), intervention.id())
                    .orElseThrow(() -> new IllegalStateException("There is no intervention " + intervention.id())));
        }
    }

    private static LocalDate lastDay(Intervention intervention) {
        return intervention.planning().until() == null
                ? NO_LAST_DAY
                : intervention.planning().until();
    }

    private static boolean waits(Intervention intervention) {
        return intervention.state().isOpen() || intervention.owesReport();
    }

    @Override
    public List<Intervention> ofKnelpunt(UUID knelpunt) {
        return sql.list("select document from intervention where knelpunt = ? order by id", INTERVENTION, knelpunt);
    }

    @Override
    public List<Intervention> waiting(String participant, int limit) {
        return sql.list(
                "select document from intervention where participant = ? and waits = ? order by last_day, id limit ?",
                INTERVENTION,
                participant,
                true,
                limit);
    }
}
