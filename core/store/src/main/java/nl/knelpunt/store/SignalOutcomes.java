package nl.knelpunt.store;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.port.SignalOutcomeRepository;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.SignalOutcome;

final class SignalOutcomes implements SignalOutcomeRepository {

    private final Sql sql;

    SignalOutcomes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(SignalOutcome outcome) {
        sql.change(
                "insert into signal_outcome (id, signal, reporter, kind, reason, not_met, knelpunt, happened)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                outcome.id(),
                outcome.signal(),
                outcome.reporter(),
                outcome.kind(),
                outcome.reason(),
                Words.text(outcome.notMet()),
                outcome.knelpunt(),
                outcome.at());
    }

    @Override
    public List<SignalOutcome> ofReporter(String reporter, UUID signal, UUID after, int limit) {
        String from = after == null ? "" : after.toString();
        return signal == null
                ? sql.list(
                        "select * from signal_outcome where reporter = ? and id > ? order by id limit ?",
                        SignalOutcomes::outcome,
                        reporter,
                        from,
                        limit)
                : sql.list(
                        "select * from signal_outcome where signal = ? and reporter = ? and id > ? order by id limit ?",
                        SignalOutcomes::outcome,
                        signal,
                        reporter,
                        from,
                        limit);
    }

    private static SignalOutcome outcome(Sql.Row row) throws java.sql.SQLException {
        return new SignalOutcome(
                row.id("id"),
                row.id("signal"),
                row.text("reporter"),
                row.constant(SignalOutcome.Kind.class, "kind"),
                row.constant(SignalOutcome.Reason.class, "reason"),
                Words.constants(Criterion.class, row.text("not_met")),
                row.id("knelpunt"),
                row.moment("happened"));
    }
}
