package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Agreements of case consultations that wait for who made them, and meetings whose record waits for the case director. */
@Component(service = TaskSource.class)
public final class CaseMeetingTasks implements TaskSource {

    private static final Text SETTLE = new Text(
            "Meld wat er van een afspraak uit een casusoverleg is gekomen.",
            "Say what came of an agreement of a case consultation.");
    private static final Text HOLD = new Text(
            "Leg een casusoverleg vast: wie er waren en wat is afgesproken.",
            "Record a case consultation: who were there and what was agreed.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        if (facts.actor().account() == null || facts.actor().participant() == null) {
            return List.of();
        }
        return facts.actor().isBureau() ? records(transaction, facts) : agreements(transaction, facts);
    }

    private static List<Task> records(Transaction transaction, Facts facts) {
        return transaction.caseMeetings().planned(MOST).stream()
                .filter(m -> !m.date().isAfter(facts.today()))
                .map(m -> new Task(Act.HOLD_CASE_MEETING, m.id(), HOLD, m.date()))
                .toList();
    }

    private static List<Task> agreements(Transaction transaction, Facts facts) {
        String own = facts.actor().participant().id();
        List<Task> tasks = new ArrayList<>();
        for (CaseMeeting meeting : transaction.caseMeetings().owing(own, MOST)) {
            LocalDate due = meeting.agreements().stream()
                    .filter(a -> a.participant().equals(own) && a.done() == null)
                    .map(CaseMeeting.Agreement::due)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            tasks.add(new Task(Act.SETTLE_AGREEMENT, meeting.id(), SETTLE, due));
        }
        return tasks;
    }
}
