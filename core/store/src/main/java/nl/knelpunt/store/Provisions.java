package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.port.ProvisionRepository;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
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
                "insert into provision (recipient, recipient_type, kind, state, provided_on, round_until, feedback_due,"
                        + " feedback_given, version, document, knelpunt, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                columns(provision, provision.knelpunt(), provision.id()));
        follow(provision);
    }

    @Override
    public void update(Provision provision) {
        Provision next = new Provision(
                provision.id(),
                provision.knelpunt(),
                provision.version() + 1,
                provision.prepared(),
                provision.content(),
                provision.round(),
                provision.answers(),
                provision.test(),
                provision.withdrawal(),
                provision.provided(),
                provision.feedbackDue(),
                provision.feedback(),
                provision.restrictions());
        int changed = sql.change(
                "update provision set recipient = ?, recipient_type = ?, kind = ?, state = ?, provided_on = ?,"
                        + " round_until = ?, feedback_due = ?, feedback_given = ?, version = ?, document = ?"
                        + " where id = ? and version = ?",
                columns(next, provision.id(), provision.version()));
        if (changed == 0) {
            throw new StaleException(
                    sql.one("select version from provision where id = ?", row -> row.number(1), provision.id())
                            .orElseThrow(() -> new IllegalStateException("There is no provision " + provision.id())));
        }
        sql.change("delete from provision_datum where provision = ?", provision.id());
        sql.change("delete from provision_asked where provision = ?", provision.id());
        follow(next);
    }

    private static Object[] columns(Provision provision, Object... more) {
        List<Object> columns = new ArrayList<>();
        columns.add(provision.content().recipient().key());
        columns.add(provision.content().recipient().type());
        columns.add(provision.content().kind());
        columns.add(provision.state());
        columns.add(
                provision.provided() == null
                        ? null
                        : provision.provided().atZone(Facts.NETHERLANDS).toLocalDate());
        columns.add(isInRound(provision) ? provision.round().until() : null);
        columns.add(provision.feedbackDue());
        columns.add(provision.feedback() != null);
        columns.add(provision.version());
        columns.add(Documents.write(provision));
        columns.addAll(List.of(more));
        return columns.toArray();
    }

    private static boolean isInRound(Provision provision) {
        return provision.state() == ProvisionState.ASKED;
    }

    /** By what it rests on, and by who is still to answer, it is found again. */
    private void follow(Provision provision) {
        for (UUID datum : provision.content().data().stream().distinct().toList()) {
            sql.change("insert into provision_datum (datum, provision) values (?, ?)", datum, provision.id());
        }
        for (String asked : isInRound(provision) ? provision.unanswered() : List.<String>of()) {
            sql.change(
                    "insert into provision_asked (participant, answer_by, provision) values (?, ?, ?)",
                    asked,
                    provision.round().until(),
                    provision.id());
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
        for (String of : List.of("provision_datum", "provision_asked")) {
            sql.change(
                    "delete from " + of + " where provision in"
                            + " (select id from provision where knelpunt = ? and feedback_due is null)",
                    knelpunt);
        }
        return sql.change("delete from provision where knelpunt = ? and feedback_due is null", knelpunt);
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

    @Override
    public List<Provision> search(ProvisionFilter filter, LocalDate today, UUID after, int limit) {
        StringBuilder where = new StringBuilder("select document from provision where id > ?");
        List<Object> values = new ArrayList<>();
        values.add(after == null ? "" : after);
        and(where, values, " and recipient = ?", filter.recipient());
        and(where, values, " and recipient_type = ?", filter.recipientType());
        and(where, values, " and kind = ?", filter.kind());
        and(where, values, " and state = ?", filter.state());
        and(where, values, " and knelpunt = ?", filter.knelpunt());
        and(where, values, " and provided_on >= ?", filter.providedFrom());
        and(where, values, " and provided_on <= ?", filter.providedUntil());
        if (filter.overdue() != null) {
            where.append(filter.overdue() ? " and" : " and not").append(" (state = ? and feedback_due < ?)");
            values.add(ProvisionState.PROVIDED);
            values.add(today);
        }
        values.add(limit);
        return sql.list(where.append(" order by id limit ?").toString(), PROVISION, values.toArray());
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    @Override
    public List<Provision> asking(String participant, int limit) {
        return sql.list(
                "select p.document from provision_asked a join provision p on p.id = a.provision"
                        + " where a.participant = ? order by a.answer_by, a.provision limit ?",
                PROVISION,
                participant,
                limit);
    }

    @Override
    public List<Provision> inRound(int limit) {
        return sql.list(
                "select document from provision where round_until is not null order by round_until, id limit ?",
                PROVISION,
                limit);
    }

    @Override
    public List<Provision> feedbackDue(String recipient, LocalDate day, int limit) {
        return recipient == null
                ? sql.list(
                        "select document from provision where feedback_given = ? and feedback_due <= ?"
                                + " order by feedback_due, id limit ?",
                        PROVISION,
                        false,
                        day,
                        limit)
                : sql.list(
                        "select document from provision where recipient = ? and feedback_given = ? and feedback_due <= ?"
                                + " order by feedback_due, id limit ?",
                        PROVISION,
                        recipient,
                        false,
                        day,
                        limit);
    }

    @Override
    public List<Provision> restingOn(UUID datum) {
        return sql.list(
                "select p.document from provision_datum d join provision p on p.id = d.provision where d.datum = ?"
                        + " order by d.provision",
                PROVISION,
                datum);
    }
}
