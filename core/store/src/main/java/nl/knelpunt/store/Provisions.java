package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.port.ProvisionRepository;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;

final class Provisions implements ProvisionRepository {

    private static final Sql.Mapping<Provision> PROVISION =
            row -> Documents.read(row.text("document"), Provision.class);

    private final Sql sql;

    Provisions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Provision> find(UUID id) {
        return sql.one("select document from provision where id = ?", PROVISION, id);
    }

    @Override
    public void insert(Provision provision) {
        sql.change(
                "insert into provision (id, knelpunt, recipient, feedback_due, feedback_given, version, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                provision.id(),
                provision.knelpunt(),
                provision.content().recipient().key(),
                provision.feedbackDue(),
                provision.feedback() != null,
                provision.version(),
                Documents.write(provision));
    }

    @Override
    public void update(Provision provision) {
        Provision next = new Provision(
                provision.id(),
                provision.knelpunt(),
                provision.version() + 1,
                provision.prepared(),
                provision.content(),
                provision.answers(),
                provision.test(),
                provision.provided(),
                provision.feedbackDue(),
                provision.feedback());
        int changed = sql.change(
                "update provision set feedback_due = ?, feedback_given = ?, version = ?, document = ?"
                        + " where id = ? and version = ?",
                next.feedbackDue(),
                next.feedback() != null,
                next.version(),
                Documents.write(next),
                provision.id(),
                provision.version());
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from provision where id = ?", row -> row.number(1), provision.id())
                            .orElseThrow(() -> new IllegalStateException("There is no provision " + provision.id())));
        }
    }

    @Override
    public List<Provision> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
        return sql.list(
                "select document from provision where knelpunt = ? and id > ? order by id limit ?",
                PROVISION,
                knelpunt,
                after == null ? "" : after,
                limit);
    }

    @Override
    public int destroyUnprovided(UUID knelpunt) {
        return sql.change("delete from provision where knelpunt = ? and feedback_due is null", knelpunt);
    }

    @Override
    public List<Provision> prepared(int limit) {
        return sql.list(
                "select document from provision where feedback_given = ? and feedback_due is null order by id limit ?",
                PROVISION,
                false,
                limit);
    }

    @Override
    public List<Provision> owingFeedback(int limit) {
        return sql.list(
                "select document from provision where feedback_given = ? and feedback_due is not null"
                        + " order by feedback_due, id limit ?",
                PROVISION,
                false,
                limit);
    }

    @Override
    public List<Provision> owingFeedback(Recipient recipient, int limit) {
        return sql.list(
                "select document from provision where recipient = ? and feedback_given = ? and feedback_due is not null"
                        + " order by feedback_due, id limit ?",
                PROVISION,
                recipient.key(),
                false,
                limit);
    }

    @Override
    public Optional<Provision> overdue(Recipient recipient, LocalDate day) {
        return sql.one(
                "select document from provision where recipient = ? and feedback_given = ? and feedback_due < ?"
                        + " order by feedback_due, id limit 1",
                PROVISION,
                recipient.key(),
                false,
                day);
    }
}
