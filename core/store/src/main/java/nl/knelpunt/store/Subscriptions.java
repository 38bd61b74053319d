package nl.knelpunt.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.event.Subscription.Trouble;
import nl.knelpunt.engine.port.SubscriptionRepository;

final class Subscriptions implements SubscriptionRepository {

    private final Sql sql;

    Subscriptions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(Subscription subscription) {
        Trouble trouble = subscription.trouble();
        sql.change(
                "insert into subscription (id, account, participant, url, types, registered, position, missed,"
                        + " trouble_since, trouble_tries, trouble_reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                subscription.id(),
                subscription.account(),
                subscription.participant(),
                subscription.url(),
                Words.text(new TreeSet<>(subscription.types())),
                subscription.registered(),
                subscription.position(),
                subscription.missed(),
                trouble == null ? null : trouble.since(),
                trouble == null ? null : trouble.tries(),
                trouble == null ? null : trouble.reason());
    }

    @Override
    public void update(Subscription subscription) {
        Trouble trouble = subscription.trouble();
        sql.change(
                "update subscription set position = ?, missed = ?, trouble_since = ?, trouble_tries = ?,"
                        + " trouble_reason = ? where id = ?",
                subscription.position(),
                subscription.missed(),
                trouble == null ? null : trouble.since(),
                trouble == null ? null : trouble.tries(),
                trouble == null ? null : trouble.reason(),
                subscription.id());
    }

    @Override
    public List<Subscription> list() {
        return sql.list("select * from subscription order by id", Subscriptions::subscription);
    }

    @Override
    public boolean delete(UUID id) {
        return sql.change("delete from subscription where id = ?", id) > 0;
    }

    private static Subscription subscription(Sql.Row row) throws SQLException {
        return new Subscription(
                row.id("id"),
                row.id("account"),
                row.text("participant"),
                row.text("url"),
                Set.copyOf(Words.list(row.text("types"))),
                row.moment("registered"),
                row.number("position"),
                row.flag("missed"),
                row.text("trouble_since") == null
                        ? null
                        : new Trouble(
                                row.moment("trouble_since"),
                                (int) row.number("trouble_tries"),
                                row.text("trouble_reason")));
    }
}
