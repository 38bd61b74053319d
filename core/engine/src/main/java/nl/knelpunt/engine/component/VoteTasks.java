package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Questions to the steering group on which a member's participant did not vote yet. */
@Component(service = TaskSource.class)
public final class VoteTasks implements TaskSource {

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        if (!facts.actor().roles().contains(Role.STEERING_MEMBER)
                || facts.actor().participant() == null) {
            return List.of();
        }
        String own = facts.actor().participant().id();
        return transaction.knelpunten().voting(MOST).stream()
                .flatMap(k -> k.motions().stream()
                        .filter(m -> m.isOpen()
                                && Lifecycle.KNELPUNT.allows(k.state(), act(m.kind()))
                                && m.votes().stream()
                                        .noneMatch(v -> v.participant().equals(own)))
                        .map(m -> task(transaction, k, m)))
                .toList();
    }

    /** Until the meeting on whose agenda it stands, else until the term ends. */
    private static Task task(Transaction transaction, Knelpunt knelpunt, Motion motion) {
        LocalDate last = transaction
                .meetings()
                .withOpenItem(knelpunt.id(), Meeting.ItemKind.of(motion.kind()))
                .map(m -> Facts.day(m.plan().starts()))
                .or(() -> knelpunt.wholeTerm().map(Term::last))
                .orElse(null);
        Text what = switch (motion.kind()) {
            case DESIGNATE -> new Text("Stem over dit voorstel.", "Vote on this proposal.");
            case PROLONG -> new Text("Stem over de verlenging met een jaar.", "Vote on the prolongation by a year.");
            case CLOSE -> new Text("Stem over de afsluiting.", "Vote on the closure.");
            case INVOLVE -> new Text("Stem over wie betrokken is.", "Vote on who is involved.");
        };
        return new Task(act(motion.kind()), knelpunt.id(), what, last);
    }

    private static Act act(Motion.Kind kind) {
        return switch (kind) {
            case DESIGNATE -> Act.VOTE_DESIGNATION;
            case PROLONG -> Act.VOTE_PROLONGATION;
            case CLOSE -> Act.VOTE_CLOSURE;
            case INVOLVE -> Act.VOTE_INVOLVEMENT;
        };
    }
}
