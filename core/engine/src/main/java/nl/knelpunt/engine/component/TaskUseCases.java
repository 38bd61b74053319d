package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import nl.knelpunt.engine.task.Tasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks every {@link TaskSource}, and the guard of every task whether it is the caller's. */
@Component
public final class TaskUseCases implements Tasks {

    private static final Comparator<Task> MOST_URGENT_FIRST = Comparator.comparing(
                    Task::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Task::act)
            .thenComparing(task -> String.valueOf(task.object()))
            .thenComparing(task -> String.valueOf(task.part()));

    private final Gate gate;
    private final List<TaskSource> sources;

    @Activate
    public TaskUseCases(
            @Reference Gate gate, @Reference(policyOption = ReferencePolicyOption.GREEDY) List<TaskSource> sources) {
        this.gate = gate;
        this.sources = List.copyOf(sources);
    }

    @Override
    public TaskList list(Call call, Act kind, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_TASKS, null, (t, facts, judge) -> {
            Map<List<Object>, Facts> loaded = new HashMap<>();
            List<Task> all = sources.stream()
                    .flatMap(source -> source.waiting(t, facts).stream())
                    .filter(task -> judge.mayBegin(about(t, facts, task, loaded)))
                    .sorted(MOST_URGENT_FIRST)
                    .toList();
            List<Waiting> asked = all.stream()
                    .filter(task -> kind == null || task.act() == kind)
                    .map(task -> new Waiting(
                            task, task.due() != null && facts.today().isAfter(task.due())))
                    .toList();
            return new TaskList(
                    asked.subList(0, Math.min(limit, asked.size())),
                    asked.size(),
                    (int) asked.stream().filter(Waiting::overdue).count(),
                    count(all));
        });
    }

    /** Loaded once for all that waits of one dossier. */
    private static Facts about(Transaction transaction, Facts facts, Task task, Map<List<Object>, Facts> loaded) {
        Facts asked = facts.as(task.act());
        if (task.object() == null) {
            return asked;
        }
        return loaded.computeIfAbsent(
                        List.of(task.act().concerns(), task.object()),
                        k -> GateComponent.naming(transaction, asked, task.object()))
                .as(task.act());
    }

    private static Map<Act, Integer> count(List<Task> tasks) {
        Map<Act, Integer> kinds = new EnumMap<>(Act.class);
        tasks.forEach(task -> kinds.merge(task.act(), 1, Integer::sum));
        return kinds;
    }
}
