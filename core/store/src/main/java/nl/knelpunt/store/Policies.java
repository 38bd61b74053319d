package nl.knelpunt.store;

import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.port.PolicyRepository;

final class Policies implements PolicyRepository {

    private final Sql sql;

    Policies(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Policy current() {
        return sql.one(
                        "select document from policy order by version desc limit 1",
                        row -> Documents.read(row.text(1), Policy.class))
                .orElse(Policy.DEFAULT);
    }

    @Override
    public void put(Policy policy) {
        sql.change("insert into policy (version, document) values (?, ?)", policy.version(), Documents.write(policy));
    }
}
