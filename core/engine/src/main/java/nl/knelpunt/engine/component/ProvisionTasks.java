package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Results on which participants are still to be heard, which the RAC is to test, and on which feedback is owed. */
@Component(service = TaskSource.class)
public final class ProvisionTasks implements TaskSource {

    private static final Text ANSWER =
            new Text("Stem in met deze verstrekking, of maak bezwaar.", "Consent to this provision, or object to it.");
    private static final Text TEST = new Text(
            "Toets of deze verstrekking aan een derde rechtmatig is.",
            "Test whether this provision to a third party is lawful.");
    private static final Text FEEDBACK = new Text(
            "Geef terugkoppeling: wat is met dit resultaat gedaan?", "Give feedback: what was done with this result?");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Set<Role> roles = facts.actor().roles();
        Stream<Task> tasks = Stream.empty();
        if (roles.contains(Role.WORKER) && facts.actor().participant() != null) {
            tasks = ofWorker(transaction, facts.actor().participant().id());
        }
        if (roles.contains(Role.RAC_MEMBER)) {
            tasks = Stream.concat(tasks, toTest(transaction));
        }
        if (roles.contains(Role.CASE_DIRECTOR)) {
            tasks = Stream.concat(tasks, ofOthers(transaction));
        }
        return tasks.toList();
    }

    private static Stream<Task> ofWorker(Transaction transaction, String own) {
        Stream<Task> toAnswer = transaction.provisions().prepared(MOST).stream()
                .filter(p -> p.answerOf(own) == null)
                .map(p -> new Task(Act.ANSWER_PROVISION, p.id(), ANSWER, null));
        Stream<Task> owed = transaction.provisions().owingFeedback(new Recipient.OwnParticipant(own), MOST).stream()
                .filter(ProvisionTasks::isToAParticipant)
                .map(ProvisionTasks::feedback);
        return Stream.concat(toAnswer, owed);
    }

    private static Stream<Task> toTest(Transaction transaction) {
        return transaction.provisions().prepared(MOST).stream()
                .filter(p -> p.content().recipient() instanceof Recipient.ThirdParty && p.test() == null)
                .map(p -> new Task(Act.TEST_PROVISION, p.id(), TEST, null));
    }

    /** What recipients outside did, the bureau writes down. */
    private static Stream<Task> ofOthers(Transaction transaction) {
        return transaction.provisions().owingFeedback(MOST).stream()
                .filter(p -> !isToAParticipant(p))
                .map(ProvisionTasks::feedback);
    }

    private static boolean isToAParticipant(Provision provision) {
        return provision.content().recipient() instanceof Recipient.OwnParticipant;
    }

    private static Task feedback(Provision provision) {
        return new Task(Act.GIVE_FEEDBACK, provision.id(), FEEDBACK, provision.feedbackDue());
    }
}
