package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Results on which participants are still to be heard, which the RAC is to test, which may go, and on which feedback is owed. */
@Component(service = TaskSource.class)
public final class ProvisionTasks implements TaskSource {

    /** Feedback is asked for so long before it is due. */
    private static final int DAYS_BEFORE = 30;

    private static final Text ANSWER =
            new Text("Stem in met deze verstrekking, of maak bezwaar.", "Consent to this provision, or object to it.");
    private static final Text TEST = new Text(
            "Toets of deze verstrekking aan een derde rechtmatig is.",
            "Test whether this provision to a third party is lawful.");
    private static final Text PROVIDE = new Text(
            "De bezwaarronde is voorbij: verstrek dit resultaat, of trek het in.",
            "The objection round is over: provide this result, or withdraw it.");
    private static final Text FEEDBACK = new Text(
            "Geef terugkoppeling: wat is met dit resultaat gedaan?", "Give feedback: what was done with this result?");
    private static final Text REMIND = new Text(
            "Vraag de ontvanger om terugkoppeling: wat is met dit resultaat gedaan?",
            "Ask the recipient for feedback: what was done with this result?");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Set<Role> roles = facts.actor().roles();
        Stream<Task> tasks = Stream.empty();
        if (facts.actor().participant() != null && !facts.actor().isBureau()) {
            tasks = ofParticipant(
                    transaction, facts, facts.actor().participant().id());
        }
        if (roles.contains(Role.RAC_MEMBER)) {
            tasks = Stream.concat(tasks, toTest(transaction, facts));
        }
        if (roles.contains(Role.CASE_DIRECTOR)) {
            tasks = Stream.concat(tasks, ofDirector(transaction, facts));
        }
        return tasks.toList();
    }

    private static Stream<Task> ofParticipant(Transaction transaction, Facts facts, String own) {
        Stream<Task> toAnswer = transaction.provisions().asking(own, MOST).stream()
                .map(p ->
                        new Task(Act.ANSWER_PROVISION, p.id(), ANSWER, p.round().until()));
        String key = new Recipient.OwnParticipant(own).key();
        Stream<Task> owed = transaction.provisions().feedbackDue(key, soon(facts), MOST).stream()
                .filter(ProvisionTasks::isToAParticipant)
                .map(p -> new Task(Act.GIVE_FEEDBACK, p.id(), FEEDBACK, p.feedbackDue()));
        return Stream.concat(toAnswer, owed);
    }

    private static Stream<Task> toTest(Transaction transaction, Facts facts) {
        return Stream.of(ProvisionState.PREPARED, ProvisionState.ASKED)
                .map(s -> new ProvisionFilter(null, Recipient.Type.THIRD_PARTY, null, s, null, null, null, null))
                .flatMap(f -> transaction.provisions().search(f, facts.today(), null, MOST).stream())
                .filter(p -> p.test() == null)
                .map(p -> new Task(Act.TEST_PROVISION, p.id(), TEST, null));
    }

    private static Stream<Task> ofDirector(Transaction transaction, Facts facts) {
        Stream<Task> toGo = transaction.provisions().inRound(MOST).stream()
                .filter(p -> p.isRoundOverOn(facts.today()))
                .map(p -> new Task(Act.PROVIDE, p.id(), PROVIDE, null));
        // What recipients outside did, the bureau writes down; a participant it reminds.
        Stream<Task> owed = transaction.provisions().feedbackDue(null, soon(facts), MOST).stream()
                .map(p -> isToAParticipant(p)
                        ? new Task(Act.SEE_PROVISION, p.id(), REMIND, p.feedbackDue())
                        : new Task(Act.GIVE_FEEDBACK, p.id(), FEEDBACK, p.feedbackDue()));
        return Stream.concat(toGo, owed);
    }

    private static LocalDate soon(Facts facts) {
        return facts.today().plusDays(DAYS_BEFORE);
    }

    private static boolean isToAParticipant(Provision provision) {
        return provision.content().recipient() instanceof Recipient.OwnParticipant;
    }
}
