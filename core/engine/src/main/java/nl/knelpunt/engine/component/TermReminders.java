package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Periods;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells those concerned that a term comes to its end, some times before, and that it has. What was due while nobody could be told,
 * such as when the platform was down, is told once: as near as the end is now.
 */
@Component(service = TimedWork.class)
public final class TermReminders implements TimedWork {

    private static final int AT_ONCE = 500;

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;

    @Activate
    public TermReminders(@Reference Gate gate, @Reference Store store, @Reference DomainClock clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    /** @param days before the end; 0 when it has passed */
    private record Due(UUID knelpunt, LocalDate last, int days) {

        Act act() {
            return days == 0 ? Act.PASS_TERM : Act.REMIND_OF_TERM;
        }

        String what() {
            return last + "/" + days;
        }

        boolean wasSent(Transaction transaction) {
            return transaction.reminders().wasSent(knelpunt, what());
        }
    }

    @Override
    public void doDue() {
        LocalDate today = clock.now().atZone(Facts.NETHERLANDS).toLocalDate();
        List<Due> due = store.transact(t -> {
            Periods periods = t.policies().current().periods();
            return t.knelpunten().endingBy(today.plusDays(periods.longestReminder()), AT_ONCE).stream()
                    .flatMap(k -> due(k, today, periods).stream())
                    .filter(d -> !d.wasSent(t))
                    .toList();
        });
        due.forEach(this::tell);
    }

    /** The nearest one only: who hears that it is a week needs not hear that it is a month. */
    private static Optional<Due> due(Knelpunt knelpunt, LocalDate today, Periods periods) {
        return knelpunt.wholeTerm().flatMap(term -> {
            if (today.isAfter(term.last())) {
                return Optional.of(new Due(knelpunt.id(), term.last(), 0));
            }
            long left = ChronoUnit.DAYS.between(today, term.last());
            return periods.reminderDays().stream()
                    .filter(days -> left <= days)
                    .min(Comparator.naturalOrder())
                    .map(days -> new Due(knelpunt.id(), term.last(), days));
        });
    }

    private void tell(Due due) {
        ByThePlatform.does(gate, due.act(), due.knelpunt(), Gate.Asking.NOTHING, (t, facts) -> {
            t.reminders().sent(due.knelpunt(), due.what(), facts.now());
            return new Done(
                    due.knelpunt(),
                    facts.knelpunt().state().name(),
                    facts.knelpunt().version());
        });
    }
}
