package nl.knelpunt.engine.component;

import java.util.List;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Requests of data subjects: to be consulted on by participants, and to be decided by the contact point. */
@Component(service = TaskSource.class)
public final class RightsTasks implements TaskSource {

    private static final Text ANSWER = new Text(
            "Beantwoord de raadpleging over dit verzoek van een betrokkene.",
            "Answer the consultation on this request of a data subject.");
    private static final Text DECIDE =
            new Text("Beslis op dit verzoek van een betrokkene.", "Decide on this request of a data subject.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Stream<Task> tasks = Stream.empty();
        if (facts.actor().roles().contains(Role.WORKER) && facts.actor().participant() != null) {
            String own = facts.actor().participant().id();
            tasks = transaction.rightsRequests().awaiting(own, MOST).stream()
                    .filter(r -> r.decision() == null && r.consultationOf(own).answered() == null)
                    .map(r -> task(Act.ANSWER_CONSULTATION, r, ANSWER));
        }
        if (facts.actor().roles().contains(Role.CONTACT_POINT)) {
            tasks = Stream.concat(
                    tasks,
                    transaction.rightsRequests().undecided(MOST).stream()
                            .filter(r -> r.decision() == null)
                            .map(r -> task(Act.DECIDE_REQUEST, r, DECIDE)));
        }
        return tasks.toList();
    }

    private static Task task(Act act, RightsRequest request, Text what) {
        return new Task(act, request.id(), what, request.due());
    }
}
