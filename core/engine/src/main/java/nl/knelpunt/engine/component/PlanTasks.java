package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Interventions that wait for who carries them out: to agree to, to start, to end, to report on. */
@Component(service = TaskSource.class)
public final class PlanTasks implements TaskSource {

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Account account = facts.actor().account();
        if (account == null || facts.actor().isBureau()) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        for (Intervention intervention :
                transaction.interventions().waiting(facts.actor().participant().id(), MOST)) {
            task(facts, intervention)
                    .filter(task -> isFor(transaction, account, intervention))
                    .ifPresent(tasks::add);
        }
        return tasks;
    }

    private static Optional<Task> task(Facts facts, Intervention intervention) {
        return switch (intervention.state()) {
            case PROPOSED ->
                task(
                        Act.AGREE_INTERVENTION,
                        intervention,
                        new Text("Zeg een interventie toe, of niet.", "Agree to an intervention, or not."),
                        intervention.planning().from());
            case AGREED ->
                intervention.meetsItsConditions()
                        ? task(
                                Act.START_INTERVENTION,
                                intervention,
                                new Text("Begin met een interventie.", "Start an intervention."),
                                intervention.planning().from())
                        : task(
                                Act.KEEP_UP_INTERVENTION,
                                intervention,
                                new Text(
                                        "Leg vast aan welke voorwaarden van een interventie is voldaan, en begin ermee.",
                                        "Record which conditions of an intervention are met, and start it."),
                                intervention.planning().from());
            case UNDER_WAY ->
                task(
                        Act.CARRY_OUT_INTERVENTION,
                        intervention,
                        intervention.isOverdueOn(facts.today())
                                ? new Text(
                                        "Een interventie is over haar laatste dag. Meld dat zij is uitgevoerd, of pas de planning"
                                                + " aan.",
                                        "An intervention is past its last day. Report that it was carried out, or change its"
                                                + " planning.")
                                : new Text("Voer een interventie uit.", "Carry out an intervention."),
                        intervention.planning().until());
            case DONE ->
                task(
                        Act.REPORT_RESULT,
                        intervention,
                        new Text("Meld wat een interventie opleverde.", "Report what an intervention yielded."),
                        null);
            case STOPPED -> Optional.empty();
        };
    }

    private static Optional<Task> task(Act act, Intervention intervention, Text what, LocalDate due) {
        return Optional.of(new Task(act, intervention.id(), what, due));
    }

    /** Of its owner; of all colleagues while it has none, or one who left. */
    private static boolean isFor(Transaction transaction, Account account, Intervention intervention) {
        return intervention.owner() == null
                || intervention.owner().equals(account.id())
                || transaction
                        .accounts()
                        .find(intervention.owner())
                        .filter(Account::active)
                        .isEmpty();
    }
}
