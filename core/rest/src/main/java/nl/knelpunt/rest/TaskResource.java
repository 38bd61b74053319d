package nl.knelpunt.rest;

import java.util.Arrays;
import java.util.UUID;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.task.Task;
import nl.knelpunt.engine.task.Tasks;
import nl.knelpunt.rest.TaskShapes.TaskList;

/** What waits for the caller. */
final class TaskResource {

    private final UseCases use;
    private final RouteTable table;

    TaskResource(UseCases use, RouteTable table) {
        this.use = use;
        this.table = table;
    }

    Answer list(Exchange exchange) {
        Tasks.TaskList list = use.tasks().list(exchange.call(), kind(exchange.query("kind")), exchange.limit());
        return Answer.of(TaskList.of(list, waiting -> href(waiting.task())));
    }

    private static Act kind(String given) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(Act.values())
                .filter(act -> act.name().equals(given))
                .findFirst()
                .orElseThrow(
                        () -> BadRequestException.of("kind", "Deze handeling is er niet.", "There is no such act."));
    }

    /** The address of what the act concerns: that of the operation, up to and with the first thing that it names. */
    private String href(Task task) {
        UUID object = task.object();
        return object == null
                ? null
                : table.doing(task.act())
                        .filter(route -> !route.parameters().isEmpty())
                        .map(route -> route.base()
                                + route.path()
                                        .substring(0, route.path().indexOf('}') + 1)
                                        .replaceFirst("\\{[^}]*}", object.toString()))
                        .orElse(null);
    }
}
