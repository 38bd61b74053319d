package nl.knelpunt.engine.task;

import java.util.List;
import java.util.Map;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.Act;
import org.osgi.annotation.versioning.ProviderType;

/** What waits for somebody, and until when. Goes through the gate; tells nobody of what they may not know. */
@ProviderType
public interface Tasks {

    /** @param overdue whether its last day has passed */
    record Waiting(Task task, boolean overdue) {}

    /**
     * @param tasks with the nearest last day first, those without one last
     * @param total of all that was asked for, shown or not
     * @param overdue of those
     * @param kinds of everything that waits for the caller, whatever kind was asked for
     */
    record TaskList(List<Waiting> tasks, int total, int overdue, Map<Act, Integer> kinds) {

        public TaskList {
            tasks = List.copyOf(tasks);
            kinds = Map.copyOf(kinds);
        }
    }

    /**
     * The caller's own.
     *
     * @param kind only what is done by this act; null for everything
     * @param limit tasks at most, 1 to {@link nl.knelpunt.engine.gate.Page#MOST}; the counts are of all
     */
    TaskList list(Call call, Act kind, int limit);
}
