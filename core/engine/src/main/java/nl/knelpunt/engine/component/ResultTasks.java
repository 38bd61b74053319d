package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** What waits for somebody of results that leave: answers, tests, letting go, feedback. */
@Component(service = TaskSource.class)
public final class ResultTasks implements TaskSource {

    /** Of each kind. */
    private static final int MOST = 100;
    /** Feedback is asked for so long before it is due. */
    private static final int DAYS_BEFORE = 30;

    private static final Text ANSWER =
            new Text("Stem in met een verstrekking of maak bezwaar", "Consent to a provision or object to it");
    private static final Text TEST =
            new Text("Toets een verstrekking aan een derde", "Test a provision to a third party");
    private static final Text PROVIDE = new Text(
            "De bezwaarronde is voorbij: verstrek het resultaat of trek het in",
            "The objection round is over: provide the result or withdraw it");
    private static final Text FEEDBACK =
            new Text("Koppel terug wat er met een resultaat is gedaan", "Give feedback on what was done with a result");
    private static final Text REMIND = new Text(
            "Vraag de ontvanger van een resultaat om terugkoppeling", "Ask the recipient of a result for feedback");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        List<Task> tasks = new ArrayList<>();
        if (facts.actor().participant() == null) {
            return tasks;
        }
        if (facts.actor().isBureau()) {
            ofTheBureau(transaction, facts, tasks);
        } else {
            ofAParticipant(transaction, facts, facts.actor().participant().id(), tasks);
        }
        return tasks;
    }

    private static void ofAParticipant(Transaction transaction, Facts facts, String participant, List<Task> tasks) {
        for (Provision asked : transaction.provisions().asking(participant, MOST)) {
            add(
                    transaction,
                    facts,
                    Act.ANSWER_PROVISION,
                    asked,
                    ANSWER,
                    asked.round().until(),
                    tasks);
        }
        String key = new Recipient.OwnParticipant(participant).key();
        for (Provision due : transaction.provisions().feedbackDue(key, soon(facts), MOST)) {
            add(transaction, facts, Act.GIVE_FEEDBACK, due, FEEDBACK, due.feedbackDue(), tasks);
        }
    }

    private static void ofTheBureau(Transaction transaction, Facts facts, List<Task> tasks) {
        for (Provision round : transaction.provisions().inRound(MOST)) {
            if (round.isRoundOverOn(facts.today())) {
                add(transaction, facts, Act.WITHDRAW_PROVISION, round, Act.PROVIDE, PROVIDE, null, tasks);
            }
            if (round.content().recipient() instanceof Recipient.ThirdParty && round.test() == null) {
                add(transaction, facts, Act.TEST_PROVISION, round, TEST, null, tasks);
            }
        }
        if (facts.actor().roles().contains(Role.CASE_DIRECTOR)) {
            remind(transaction, facts, tasks);
        }
        ProvisionFilter prepared = new ProvisionFilter(
                null, Recipient.Type.THIRD_PARTY, null, ProvisionState.PREPARED, null, null, null, null);
        for (Provision provision : transaction.provisions().search(prepared, facts.today(), null, MOST)) {
            if (provision.test() == null) {
                add(transaction, facts, Act.TEST_PROVISION, provision, TEST, null, tasks);
            }
        }
    }

    private static void remind(Transaction transaction, Facts facts, List<Task> tasks) {
        for (Provision due : transaction.provisions().feedbackDue(null, soon(facts), MOST)) {
            // What a participant was given it answers for itself; the bureau reminds it.
            boolean remind = due.content().recipient() instanceof Recipient.OwnParticipant;
            add(
                    transaction,
                    facts,
                    remind ? Act.SEE_PROVISION : Act.GIVE_FEEDBACK,
                    due,
                    Act.GIVE_FEEDBACK,
                    REMIND,
                    due.feedbackDue(),
                    tasks);
        }
    }

    private static LocalDate soon(Facts facts) {
        return facts.today().plusDays(DAYS_BEFORE);
    }

    private static void add(
            Transaction transaction,
            Facts facts,
            Act act,
            Provision provision,
            Text what,
            LocalDate due,
            List<Task> tasks) {
        add(transaction, facts, act, provision, act, what, due, tasks);
    }

    /** @param judged what the actor must be permitted, to be told of the task */
    private static void add(
            Transaction transaction,
            Facts facts,
            Act judged,
            Provision provision,
            Act act,
            Text what,
            LocalDate due,
            List<Task> tasks) {
        Facts about = facts.as(judged)
                .asking(new Asked.Nothing())
                .withKnelpunt(
                        transaction.knelpunten().find(provision.knelpunt()).orElse(null), Subjects.NONE)
                .withPapers(facts.papers().with(provision, null));
        if (Guard.decide(about).isPermit()) {
            tasks.add(new Task(act, provision.id(), what, due));
        }
    }
}
