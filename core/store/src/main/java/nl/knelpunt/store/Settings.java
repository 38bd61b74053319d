package nl.knelpunt.store;

import java.util.Optional;
import nl.knelpunt.engine.port.SettingRepository;

final class Settings implements SettingRepository {

    private final Sql sql;

    Settings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> get(String name) {
        return sql.one("select content from setting where name = ?", row -> row.text(1), name);
    }

    @Override
    public void put(String name, String value) {
        sql.change(
                "insert into setting (name, content) values (?, ?)"
                        + " on conflict (name) do update set content = excluded.content",
                name,
                value);
    }
}
