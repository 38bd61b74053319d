package nl.knelpunt.engine.component;

import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalOutcome;

/** Writes down for the reporter what became of its signal, and tells it. Within the transaction of the act. */
final class Outcomes {

    private Outcomes() {}

    static void record(Transaction transaction, Facts facts, Signal signal, SignalOutcome.Kind kind) {
        put(transaction, facts, signal, kind, null, Set.of(), null);
    }

    static void record(
            Transaction transaction, Facts facts, Signal signal, SignalOutcome.Kind kind, SignalOutcome.Reason reason) {
        put(transaction, facts, signal, kind, reason, Set.of(), null);
    }

    static void notTakenUp(Transaction transaction, Facts facts, Signal signal, Set<Criterion> notMet) {
        put(
                transaction,
                facts,
                signal,
                SignalOutcome.Kind.NOT_TAKEN_UP,
                SignalOutcome.Reason.CRITERIA_NOT_MET,
                notMet,
                null);
    }

    static void ofKnelpunt(
            Transaction transaction, Facts facts, Signal signal, SignalOutcome.Kind kind, UUID knelpunt) {
        put(transaction, facts, signal, kind, null, Set.of(), knelpunt);
    }

    private static void put(
            Transaction transaction,
            Facts facts,
            Signal signal,
            SignalOutcome.Kind kind,
            SignalOutcome.Reason reason,
            Set<Criterion> notMet,
            UUID knelpunt) {
        SignalOutcome outcome = new SignalOutcome(
                Ids.next(), signal.id(), signal.reporter(), kind, reason, notMet, knelpunt, facts.now());
        transaction.signalOutcomes().insert(outcome);
        Outbox.putOutcome(transaction, facts, outcome);
    }
}
