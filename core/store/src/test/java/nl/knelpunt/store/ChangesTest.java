package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Change;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fields changed with each version comes back in order, and goes with what it is about. */
class ChangesTest {

    @TempDir
    Path folder;

    @Test
    void theyComeBackInOrderAndAreForgottenTogether() throws IOException {
        UUID object = Samples.id();
        UUID other = Samples.id();
        Change second = new Change(
                2, Samples.MOMENT, Act.AMEND_PROPOSAL, null, Set.of(Role.CASE_DIRECTOR), List.of("title", "scope.in"));
        Change tenth = new Change(10, Samples.MOMENT, Act.LAPSE_DRAFT, "politie", Set.of(), List.of());
        Installation installation = new Installation(folder);
        installation.run(t -> {
            t.changes().add(object, tenth);
            t.changes().add(object, second);
            t.changes().add(other, second);
        });
        installation.restart();
        assertEquals(List.of(second, tenth), installation.get(t -> t.changes().after(object, 1, 10)));
        assertEquals(List.of(tenth), installation.get(t -> t.changes().after(object, 2, 10)));
        assertEquals(List.of(second), installation.get(t -> t.changes().after(object, 0, 1)));
        installation.run(t -> t.changes().forget(object));
        assertEquals(List.of(), installation.get(t -> t.changes().after(object, 0, 10)));
        assertEquals(List.of(second), installation.get(t -> t.changes().after(other, 0, 10)));
        installation.close();
    }
}
