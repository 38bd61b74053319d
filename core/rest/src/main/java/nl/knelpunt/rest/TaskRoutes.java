package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.TaskShapes.TaskList;

/** What waits for somebody. */
final class TaskRoutes {

    private TaskRoutes() {}

    static void addTo(RouteTable table, TaskResource tasks) {
        table.add(
                "tasks",
                get("/tasks", "listTasks", "What waits for you, and until when")
                        .guarded()
                        .does(Act.LIST_TASKS)
                        .query("kind", "only what is done by this act", Act.class)
                        .query("limit", "tasks at most, 1 to 100; 50 when absent", Integer.class)
                        .answers(200, TaskList.class)
                        .by(tasks::list));
    }
}
