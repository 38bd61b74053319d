package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Destruction lists to finish and to review, and holds to look at again. */
@Component(service = TaskSource.class)
public final class DestructionTasks implements TaskSource {

    private static final Text REVIEW = new Text(
            "Beoordeel deze vernietigingslijst. Na de laatste dag wordt hij zonder u uitgevoerd.",
            "Review this destruction list. After its last day it is executed without you.");
    private static final Text SUBMIT = new Text("Maak deze vernietigingslijst af.", "Finish this destruction list.");
    private static final Text HOLD = new Text(
            "Een opschorting van vernietiging loopt af: is zij nog nodig? Anders geldt weer de gewone bewaartermijn.",
            "A hold against destruction ends: is it still necessary? If not, the ordinary retention term holds again.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Set<Role> roles = facts.actor().roles();
        boolean directs = roles.contains(Role.CASE_DIRECTOR);
        if (facts.actor().account() == null || !directs && !roles.contains(Role.PRIVACY_OFFICER)) {
            return List.of();
        }
        UUID own = facts.actor().account().id();
        Stream<Task> lists = transaction.destructions().open(MOST).stream()
                .filter(l -> l.state() == DestructionState.DRAFT
                        ? l.maker().equals(own)
                        : l.state() == DestructionState.IN_REVIEW && !l.maker().equals(own))
                .map(l -> l.state() == DestructionState.DRAFT
                        ? new Task(Act.SUBMIT_DESTRUCTION_LIST, l.id(), SUBMIT, l.due())
                        : new Task(Act.REVIEW_DESTRUCTION_LIST, l.id(), REVIEW, l.due()));
        return Stream.concat(lists, directs ? holds(transaction, facts) : Stream.empty())
                .toList();
    }

    private static Stream<Task> holds(Transaction transaction, Facts facts) {
        return transaction
                .data()
                .holdsEndingBy(facts.today().plusDays(facts.policy().periods().longestReminder()), MOST)
                .stream()
                .map(d -> new Task(
                        Act.HOLD_DATUM, d.dossier(), HOLD, d.marks().hold().until()));
    }
}
