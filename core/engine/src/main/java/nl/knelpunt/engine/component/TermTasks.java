package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** What is to be done before a term ends: evaluate, and then prolong or close. */
@Component(service = TaskSource.class)
public final class TermTasks implements TaskSource {

    private static final Text EVALUATE = new Text(
            "De termijn loopt af. Leg de evaluatie vast, met het advies om te verlengen of af te sluiten.",
            "The term comes to its end. Record the evaluation, with the advice to prolong or close.");
    private static final Text EVALUATE_YEARLY = new Text(
            "Evalueer dit casusoverleg: is het nog nodig?", "Evaluate this case consultation: is it still necessary?");
    private static final Text PROLONG = new Text(
            "De termijn loopt af en de evaluatie adviseert verlenging. Stem erover.",
            "The term comes to its end and the evaluation advises prolongation. Vote on it.");
    private static final Text CLOSE =
            new Text("De evaluatie adviseert afsluiting. Stem erover.", "The evaluation advises closure. Vote on it.");
    private static final Text CLOSE_WHAT_PASSED = new Text(
            "De termijn is verlopen: er wordt niets meer gedeeld. Stem over de afsluiting.",
            "The term has passed: nothing is shared any more. Vote on the closure.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Set<Role> roles = facts.actor().roles();
        boolean directs = roles.contains(Role.CASE_DIRECTOR);
        boolean decides = roles.contains(Role.STEERING_MEMBER);
        if (!directs && !decides) {
            return List.of();
        }
        LocalDate until = facts.today().plusDays(facts.policy().periods().longestReminder());
        return transaction.knelpunten().endingBy(until, MOST).stream()
                .flatMap(k -> directs ? toEvaluate(k, facts, until) : toVoteOn(k, facts))
                .toList();
    }

    private static Stream<Task> toEvaluate(Knelpunt knelpunt, Facts facts, LocalDate until) {
        if (knelpunt.hasTerm()) {
            return knelpunt
                    .wholeTerm()
                    .filter(term -> knelpunt.evaluationOfThisTerm().isEmpty())
                    .map(term -> new Task(Act.EVALUATE_KNELPUNT, knelpunt.id(), EVALUATE, term.last()))
                    .stream();
        }
        LocalDate due =
                knelpunt.lastLookedAt().plusMonths(facts.policy().periods().evaluateMonths());
        return due.isAfter(until)
                ? Stream.empty()
                : Stream.of(new Task(Act.EVALUATE_KNELPUNT, knelpunt.id(), EVALUATE_YEARLY, due));
    }

    /** Until a vote is cast nothing is asked of the steering group as such; then {@link VoteTasks} asks the others. */
    private static Stream<Task> toVoteOn(Knelpunt knelpunt, Facts facts) {
        LocalDate last = knelpunt.wholeTerm().map(Term::last).orElse(null);
        if (knelpunt.isExpiredOn(facts.today())) {
            return asks(knelpunt, Motion.Kind.CLOSE, Act.VOTE_CLOSURE, CLOSE_WHAT_PASSED, last);
        }
        return knelpunt.evaluationOfThisTerm().stream()
                .flatMap(e -> e.recommendation() == Evaluation.Recommendation.CLOSE
                        ? asks(knelpunt, Motion.Kind.CLOSE, Act.VOTE_CLOSURE, CLOSE, last)
                        : asks(knelpunt, Motion.Kind.PROLONG, Act.VOTE_PROLONGATION, PROLONG, last));
    }

    private static Stream<Task> asks(Knelpunt knelpunt, Motion.Kind kind, Act act, Text what, LocalDate due) {
        return knelpunt.openMotion(kind).isPresent()
                ? Stream.empty()
                : Stream.of(new Task(act, knelpunt.id(), what, due));
    }
}
