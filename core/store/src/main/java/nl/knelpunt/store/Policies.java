package nl.knelpunt.store;

import java.util.List;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.port.PolicyRepository;

final class Policies implements PolicyRepository {

    private static final Sql.Mapping<String> DOCUMENT = row -> row.text("document");

    private final Sql sql;

    /** Every act asks for the policy, and it hardly ever changes: the same document is not read twice. */
    private String document;

    private Policy read = Policy.DEFAULT;

    Policies(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Policy current() {
        String last = sql.value("select document from policy order by version desc limit 1", DOCUMENT);
        if (last == null) {
            return Policy.DEFAULT;
        }
        if (!last.equals(document)) {
            read = change(last).policy();
            document = last;
        }
        return read;
    }

    @Override
    public void put(PolicyChange change) {
        sql.change(
                "insert into policy (version, document) values (?, ?)",
                change.policy().version(),
                Documents.write(change));
    }

    @Override
    public List<PolicyChange> changes() {
        return sql.list("select document from policy order by version desc", row -> change(row.text("document")));
    }

    private static PolicyChange change(String document) {
        return Documents.read(document, PolicyChange.class);
    }
}
