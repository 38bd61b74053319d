package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.task.Task;
import nl.knelpunt.engine.task.Tasks;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksTest {

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private void wait(Tasks.Waiting... waiting) {
        api.tasks.when(
                "list",
                a -> new Tasks.TaskList(List.of(waiting), 7, 2, Map.of(Act.GIVE_FEEDBACK, 4, Act.VOTE_CLOSURE, 3)));
    }

    private static Tasks.Waiting waiting(Act act) {
        return new Tasks.Waiting(
                new Task(act, Api.ID, new Text("Doe dit.", "Do this."), LocalDate.parse("2026-12-01")), true);
    }

    @Test
    void aTaskSaysWhatIsAskedWhereAndUntilWhen() throws Exception {
        wait(waiting(Act.GIVE_FEEDBACK));

        Reply reply = api.get("/v1/tasks?kind=GIVE_FEEDBACK&limit=1");

        assertEquals(200, reply.status(), reply::text);
        JsonNode task = reply.json().at("/items/0");
        assertEquals("GIVE_FEEDBACK", task.get("act").asText());
        assertEquals(Api.ID.toString(), task.get("object").asText());
        assertEquals("/v1/provisions/" + Api.ID, task.get("href").asText());
        assertEquals("Doe dit.", task.at("/what/nl").asText());
        assertEquals("Do this.", task.at("/what/en").asText());
        assertEquals("2026-12-01", task.get("due").asText());
        assertTrue(task.get("overdue").asBoolean());
        assertEquals(7, reply.json().get("total").asInt());
        assertEquals(2, reply.json().get("overdue").asInt());
        assertEquals(
                List.of("VOTE_CLOSURE", "GIVE_FEEDBACK"),
                reply.json().get("kinds").findValuesAsText("act"));
        assertFalse(reply.json().at("/kinds/0/label/nl").asText().isBlank());
        assertEquals(Act.GIVE_FEEDBACK, api.tasks.last().arguments().get(1));
        assertEquals(1, api.tasks.last().arguments().get(2));
    }

    @Test
    void everyTaskThatSomebodyCanDoHasAnAddressUnlessItIsAboutNothingThatExists() throws Exception {
        List<Act> acts = Arrays.stream(Act.values())
                .filter(a -> a.concerns() != Act.Concerns.PLATFORM
                        && a.concerns() != Act.Concerns.PARTICIPANT
                        && !a.roles().isEmpty()
                        && a != Act.HEAR_OF_SIGNAL)
                .toList();
        wait(acts.stream().map(TasksTest::waiting).toArray(Tasks.Waiting[]::new));

        for (JsonNode task : api.get("/v1/tasks").json().get("items")) {
            assertTrue(task.path("href").asText().endsWith("/" + Api.ID), task::toString);
        }

        wait(new Tasks.Waiting(new Task(Act.CHANGE_POLICY, null, new Text("Doe dit.", "Do this."), null), false));
        JsonNode task = api.get("/v1/tasks").json().at("/items/0");
        assertNull(task.get("href"));
        assertNull(task.get("due"));
        assertFalse(task.get("overdue").asBoolean());
    }

    @Test
    void anUnknownKindIsTold() throws Exception {
        Reply reply = api.get("/v1/tasks?kind=SLEEP");
        assertEquals(400, reply.status());
        assertEquals(List.of("kind"), reply.fields());
        assertEquals(400, api.get("/v1/tasks?limit=101").status());
    }
}
