package nl.knelpunt.engine.component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets questions for recognition expire, and destroys signals with all they say after their five years (Wgs 1.8(7); G39). */
@Component(service = TimedWork.class)
public final class SignalTerms implements TimedWork {

    private static final int AT_ONCE = 100;

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;

    @Activate
    public SignalTerms(@Reference Gate gate, @Reference Store store, @Reference DomainClock clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void doDue() {
        LocalDate today = clock.now().atZone(Facts.NETHERLANDS).toLocalDate();
        Instant over = startOf(today.minusYears(Signal.MOST_YEARS));
        each((t, after) -> t.signals().receivedBefore(over, after, AT_ONCE), this::destroy);
        int days = store.transact(t -> t.policies().current().limits().recognitionDays());
        Instant unanswered = startOf(today.minusDays(days));
        each(
                (t, after) -> t.signals().unansweredSince(unanswered, after, AT_ONCE),
                signal -> signal.open()
                        .filter(r -> r.asked().isBefore(unanswered))
                        .forEach(r -> expire(signal, r)));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Facts.NETHERLANDS).toInstant();
    }

    private interface End {

        void of(Signal signal);
    }

    /** Page by page: what could not be ended is passed over until the next time. */
    private void each(BiFunction<Transaction, UUID, List<Signal>> page, End end) {
        UUID after = null;
        List<Signal> due;
        do {
            UUID from = after;
            due = store.transact(t -> page.apply(t, from));
            due.forEach(end::of);
            after = due.isEmpty() ? null : due.get(due.size() - 1).id();
        } while (due.size() == AT_ONCE);
    }

    private void destroy(Signal signal) {
        ByThePlatform.does(gate, Act.EXPIRE_SIGNAL, signal.id(), SignalUseCases.WITH_ITS_DATA, (t, facts) -> {
            Outcomes.record(t, facts, facts.signal(), SignalOutcome.Kind.DESTROYED, SignalOutcome.Reason.FIVE_YEARS);
            return SignalUseCases.destroy(t, facts.signal());
        });
    }

    private void expire(Signal signal, Recognition question) {
        ByThePlatform.does(
                gate,
                Act.EXPIRE_RECOGNITION,
                signal.id(),
                (t, facts) -> facts.asking(new Asked.Expiring(question.participant())),
                (t, facts) -> SignalUseCases.ended(
                        t, facts, question.endedAs(Recognition.Outcome.EXPIRED, null, null, facts.now())));
    }
}
