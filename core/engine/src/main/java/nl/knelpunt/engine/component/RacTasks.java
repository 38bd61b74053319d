package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Questions to the legality advisory committee: to be answered by it, and its answers to be followed up. */
@Component(service = TaskSource.class)
public final class RacTasks implements TaskSource {

    private static final Text ADVISE =
            new Text("Beantwoord deze vraag aan de commissie.", "Answer this question to the committee.");
    private static final Text FOLLOW_UP = new Text(
            "De commissie heeft geadviseerd: leg vast of u het advies volgt.",
            "The committee has advised: record whether you follow the advice.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Set<Role> roles = facts.actor().roles();
        Stream<Task> tasks = Stream.empty();
        if (roles.contains(Role.RAC_MEMBER)) {
            tasks = in(transaction, RacRequestState.SENT, Act.ADVISE, ADVISE);
        }
        if (roles.contains(Role.CASE_DIRECTOR) || roles.contains(Role.PRIVACY_OFFICER)) {
            tasks = Stream.concat(tasks, in(transaction, RacRequestState.ADVISED, Act.FOLLOW_UP_ADVICE, FOLLOW_UP));
        }
        return tasks.toList();
    }

    private static Stream<Task> in(Transaction transaction, RacRequestState state, Act act, Text what) {
        return transaction.racRequests().list(state, null, MOST).stream()
                .map(request -> new Task(act, request.id(), what, null));
    }
}
