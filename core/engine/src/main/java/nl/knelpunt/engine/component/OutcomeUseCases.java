package nl.knelpunt.engine.component;

import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.SignalOutcome;
import nl.knelpunt.engine.signal.SignalOutcomes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class OutcomeUseCases implements SignalOutcomes {

    private final Gate gate;

    @Activate
    public OutcomeUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Page<SignalOutcome> list(Call call, UUID signal, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_OUTCOMES, null, (t, facts, judge) -> {
            String reporter = facts.actor().participant().id();
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> t.signalOutcomes().ofReporter(reporter, signal, from, most),
                    SignalOutcome::id,
                    outcome -> Optional.of(told(t, facts, outcome)));
        });
    }

    /** Which activity it is about is only told to who may know of that. */
    private static SignalOutcome told(Transaction transaction, Facts facts, SignalOutcome outcome) {
        boolean mayKnow = outcome.knelpunt() != null
                && transaction
                        .knelpunten()
                        .find(outcome.knelpunt())
                        .filter(k -> Guard.decide(facts.as(Act.SEE_KNELPUNT).withKnelpunt(k, Subjects.NONE))
                                .isPermit())
                        .isPresent();
        return mayKnow
                ? outcome
                : new SignalOutcome(
                        outcome.id(),
                        outcome.signal(),
                        outcome.reporter(),
                        outcome.kind(),
                        outcome.reason(),
                        outcome.notMet(),
                        null,
                        outcome.at());
    }
}
