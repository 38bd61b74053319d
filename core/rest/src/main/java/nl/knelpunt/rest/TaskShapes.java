package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.task.Tasks;
import nl.knelpunt.rest.Shapes.BilingualText;

/** The JSON of tasks. */
final class TaskShapes {

    private TaskShapes() {}

    record TaskView(
            @JsonPropertyDescription("by which it is done") Act act,

            @JsonPropertyDescription("id of what that act concerns; absent when it concerns nothing that is there")
            UUID object,

            @JsonPropertyDescription(
                    "id of the part of it that the act is about, such as a datum; absent when the whole is")
            UUID part,

            @JsonPropertyDescription("of what the act concerns; absent when it has no address")
            String href,

            @JsonPropertyDescription("is asked, without anything out of a dossier")
            BilingualText what,

            @JsonPropertyDescription("last day; absent when there is none")
            LocalDate due,

            @JsonPropertyDescription("whether that day has passed")
            boolean overdue) {}

    record TaskKind(
            Act act,
            BilingualText label,

            @JsonPropertyDescription("how many of this kind wait for you")
            int count) {}

    record TaskList(
            @JsonPropertyDescription("the nearest last day first, those without one last")
            List<TaskView> items,

            @JsonPropertyDescription("of what you asked for, whether it is in this list or not")
            int total,

            @JsonPropertyDescription("of those, how many are past their last day")
            int overdue,

            @JsonPropertyDescription("everything that waits for you, by kind")
            List<TaskKind> kinds) {

        static TaskList of(Tasks.TaskList list, Function<Tasks.Waiting, String> href) {
            return new TaskList(
                    list.tasks().stream()
                            .map(w -> new TaskView(
                                    w.task().act(),
                                    w.task().object(),
                                    w.task().part(),
                                    href.apply(w),
                                    BilingualText.of(w.task().what()),
                                    w.task().due(),
                                    w.overdue()))
                            .toList(),
                    list.total(),
                    list.overdue(),
                    list.kinds().entrySet().stream()
                            .sorted(Comparator.comparing(e -> e.getKey().ordinal()))
                            .map(e -> new TaskKind(
                                    e.getKey(), BilingualText.of(e.getKey().label()), e.getValue()))
                            .toList());
        }
    }
}
