package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/**
 * Requests of data subjects: to be consulted on by participants and decided by the contact point, exceptions to be looked at anew,
 * and what is to be mended when one was granted.
 */
@Component(service = TaskSource.class)
public final class RightsTasks implements TaskSource {

    /** An exception is to be looked at anew so long before its year is over. */
    private static final int DAYS_BEFORE = 30;

    private static final Text ANSWER = new Text(
            "Beantwoord de raadpleging over dit verzoek van een betrokkene.",
            "Answer the consultation on this request of a data subject.");
    private static final Text RECHECK = new Text(
            "Kijk opnieuw of de uitzondering op dit verzoek van een betrokkene nog geldt.",
            "Look anew whether the exception to this request of a data subject still stands.");
    private static final Text CORRECT = new Text(
            "Verbeter of vernietig de gegevens waarover dit verzoek van een betrokkene is toegewezen.",
            "Correct or destroy the data on which this request of a data subject was granted.");
    private static final Text DECIDE =
            new Text("Beslis op dit verzoek van een betrokkene.", "Decide on this request of a data subject.");
    private static final Text DECIDE_ANEW = new Text(
            "Er is geen uitzondering meer: beslis opnieuw op dit verzoek van een betrokkene.",
            "There is no exception any more: decide anew on this request of a data subject.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Stream<Task> tasks = Stream.empty();
        if (facts.actor().roles().contains(Role.WORKER) && facts.actor().participant() != null) {
            String own = facts.actor().participant().id();
            tasks = Stream.concat(ofWorker(transaction, facts, own), toDecide(transaction, r -> r.isHandledBy(own)));
        }
        if (facts.actor().roles().contains(Role.CONTACT_POINT)) {
            tasks = Stream.concat(tasks, toDecide(transaction, r -> r.takeover() == null));
        }
        return tasks.toList();
    }

    private static Stream<Task> ofWorker(Transaction transaction, Facts facts, String own) {
        Stream<Task> toAnswer = transaction.rightsRequests().awaiting(own, MOST).stream()
                .filter(r -> r.decision() == null && r.consultationOf(own).answered() == null)
                .map(r -> task(Act.ANSWER_CONSULTATION, r, ANSWER, r.consultBy()));
        LocalDate soon = facts.today().plusDays(DAYS_BEFORE);
        Stream<Task> toRecheck = transaction.rightsRequests().toBeRechecked(own, soon, MOST).stream()
                .map(r -> task(
                        Act.ANSWER_CONSULTATION,
                        r,
                        RECHECK,
                        r.consultationOf(own).recheckBy()));
        Stream<Task> toMend = transaction.rightsRequests().toBeMended(own, MOST).stream()
                .filter(r -> isOpen(transaction, r, own))
                .map(r -> task(Act.SEE_REQUEST, r, CORRECT, null));
        return Stream.of(toAnswer, toRecheck, toMend).flatMap(s -> s);
    }

    /** Whether something of it is still as it was reported. */
    private static boolean isOpen(Transaction transaction, RightsRequest request, String own) {
        for (UUID id : request.consultationOf(own).data()) {
            Optional<Datum> datum = transaction.data().find(id);
            if (datum.isPresent() && datum.get().marks().error() != null) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Task> toDecide(Transaction transaction, Predicate<RightsRequest> handled) {
        Stream<Task> undecided = transaction.rightsRequests().undecided(MOST).stream()
                .filter(r -> r.decision() == null)
                .filter(handled)
                .map(r -> task(Act.DECIDE_REQUEST, r, DECIDE, r.due()));
        Stream<Task> anew = transaction.rightsRequests().toBeDecidedAnew(MOST).stream()
                .filter(RightsRequest::isToBeDecidedAnew)
                .filter(handled)
                .map(r -> task(Act.DECIDE_REQUEST, r, DECIDE_ANEW, null));
        return Stream.concat(undecided, anew);
    }

    private static Task task(Act act, RightsRequest request, Text what, LocalDate due) {
        return new Task(act, request.id(), what, due);
    }
}
