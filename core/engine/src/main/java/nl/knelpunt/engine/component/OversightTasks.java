package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.LegalDuties;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** The calendar of the law's duties, training that ends, and who is to be informed. */
@Component(service = TaskSource.class)
public final class OversightTasks implements TaskSource {

    private static final int DAYS_BEFORE = 30;

    private static final Text TRAIN = new Text(
            "Laat de opleiding van accounts vernieuwen voordat die vervalt (artikel 1.17 Bgs).",
            "Have the training of accounts refreshed before it ends (article 1.17 Bgs).");
    private static final Text INFORM = new Text(
            "Leg vast of de betrokkenen van dit handhavingsknelpunt zijn geïnformeerd, of waarom niet (artikel 14 AVG).",
            "Record whether the data subjects of this knelpunt were informed, or why not (article 14 GDPR).");
    private static final Text REVIEW = new Text(
            "Bezie of de betrokkenen van dit handhavingsknelpunt nu wel geïnformeerd kunnen worden (artikel 14 AVG).",
            "Review whether the data subjects of this knelpunt can be informed now (article 14 GDPR).");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Set<Role> roles = facts.actor().roles();
        Stream<Task> tasks = Stream.empty();
        if (roles.contains(Role.ADMIN)
                || roles.contains(Role.PRIVACY_OFFICER)
                || roles.contains(Role.COORDINATING_FG)) {
            tasks = duties(transaction, facts);
        }
        if (roles.contains(Role.ADMIN)) {
            tasks = Stream.concat(tasks, training(transaction, facts));
        }
        if (roles.contains(Role.CASE_DIRECTOR)) {
            tasks = Stream.concat(tasks, information(transaction, facts));
        }
        return tasks.toList();
    }

    private static Stream<Task> duties(Transaction transaction, Facts facts) {
        LocalDate soon = facts.today().plusDays(DutyUseCases.DAYS_BEFORE);
        return DutyUseCases.entries(transaction, facts.today()).stream()
                .filter(e -> e.next() != null && !e.next().isAfter(soon))
                .filter(e -> e.duty().roles().stream().anyMatch(facts.actor().roles()::contains))
                .map(e -> new Task(Act.FULFIL_DUTY, null, e.duty().what(), e.next()));
    }

    /** One for all: who they are stands in the calendar. */
    private static Stream<Task> training(Transaction transaction, Facts facts) {
        List<LegalDuties.Training> ending =
                DutyUseCases.training(transaction, facts.today().plusDays(DAYS_BEFORE));
        return ending.isEmpty()
                ? Stream.empty()
                : Stream.of(new Task(Act.SEE_DUTIES, null, TRAIN, ending.get(0).trainedUntil()));
    }

    private static Stream<Task> information(Transaction transaction, Facts facts) {
        Stream<Task> missing = transaction.information().missing(MOST).stream()
                .map(k -> new Task(Act.RECORD_INFORMATION, k, INFORM, null));
        Stream<Task> old = transaction.information().toBeReviewed(facts.today().plusDays(DAYS_BEFORE), MOST).stream()
                .map(i -> new Task(Act.RECORD_INFORMATION, i.knelpunt(), REVIEW, i.reviewBy()));
        return Stream.concat(missing, old);
    }
}
