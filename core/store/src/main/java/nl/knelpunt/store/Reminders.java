package nl.knelpunt.store;

import java.time.Instant;
import java.util.UUID;
import nl.knelpunt.engine.port.ReminderRepository;

final class Reminders implements ReminderRepository {

    private final Sql sql;

    Reminders(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean wasSent(UUID object, String what) {
        return sql.count("select count(*) from reminder where object = ? and what = ?", object, what) > 0;
    }

    @Override
    public void sent(UUID object, String what, Instant at) {
        sql.change("insert into reminder (object, what, sent) values (?, ?, ?)", object, what, at);
    }

    @Override
    public void forget(UUID object) {
        sql.change("delete from reminder where object = ?", object);
    }
}
