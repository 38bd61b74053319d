package nl.knelpunt.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.plan.CapacityTotal;
import nl.knelpunt.engine.plan.Pledge;
import nl.knelpunt.engine.port.PledgeRepository;

/** What stands of each pledge is kept beside its document, so that totals are made by the database. */
final class Pledges implements PledgeRepository {

    private static final Sql.Mapping<Pledge> PLEDGE = row -> Documents.read(row.text("document"), Pledge.class);

    private final Sql sql;

    Pledges(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Pledge> find(UUID id) {
        return sql.one("select document from pledge where id = ?", PLEDGE, id);
    }

    @Override
    public void insert(Pledge pledge) {
        sql.change(
                "insert into pledge (id, knelpunt, participant, hours, used, people, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                pledge.id(),
                pledge.knelpunt(),
                pledge.participant(),
                pledge.hoursThatStand(),
                pledge.hoursUsed(),
                pledge.peopleThatStand(),
                Documents.write(pledge));
    }

    @Override
    public void update(Pledge pledge) {
        sql.change(
                "update pledge set hours = ?, used = ?, people = ?, document = ? where id = ?",
                pledge.hoursThatStand(),
                pledge.hoursUsed(),
                pledge.peopleThatStand(),
                Documents.write(pledge),
                pledge.id());
    }

    @Override
    public List<Pledge> ofKnelpunt(UUID knelpunt) {
        return sql.list("select document from pledge where knelpunt = ? order by id", PLEDGE, knelpunt);
    }

    @Override
    public List<CapacityTotal> totals(UUID knelpunt) {
        return sql.list(
                "select participant, sum(hours) as hours, sum(used) as used, sum(people) as people"
                        + " from pledge where knelpunt = ? group by participant order by participant",
                row -> new CapacityTotal(
                        row.text("participant"), row.number("hours"), row.number("used"), row.number("people")),
                knelpunt);
    }

    @Override
    public List<UUID> knelpunten(UUID after, int limit) {
        return sql.list(
                "select distinct knelpunt from pledge where knelpunt > ? order by knelpunt limit ?",
                row -> row.id("knelpunt"),
                after == null ? "" : after,
                limit);
    }
}
