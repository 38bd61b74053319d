package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Involvement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of who is involved come back as they were. */
class InvolvementsTest {

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void start() throws IOException {
        installation = new Installation(folder);
    }

    @AfterEach
    void stop() throws IOException {
        installation.close();
    }

    private static Involvement change(UUID knelpunt) {
        return new Involvement(
                Samples.id(),
                knelpunt,
                Involvement.Change.JOIN,
                "haarveen",
                Set.of("omgevingsrecht", "gemeentewet"),
                "toezicht",
                "de loodsen liggen daar",
                Samples.id(),
                Samples.MOMENT,
                Involvement.Outcome.OPEN,
                null);
    }

    @Test
    void eachKnelpuntHasItsOwnAndAtMostOneIsOpen() {
        UUID knelpunt = Samples.id();
        Involvement first = change(knelpunt);
        Involvement second = change(knelpunt);
        Involvement replaced = first.concludedAs(Involvement.Outcome.REPLACED, Samples.MOMENT);
        installation.run(t -> {
            t.involvements().insert(first);
            t.involvements().update(replaced);
            t.involvements().insert(second);
            t.involvements().insert(change(Samples.id()));
        });
        assertEquals(Optional.of(second), installation.get(t -> t.involvements().open(knelpunt)));
        assertEquals(
                List.of(replaced, second),
                installation.get(t -> t.involvements().ofKnelpunt(knelpunt, null, 10)));
        assertEquals(List.of(second), installation.get(t -> t.involvements().ofKnelpunt(knelpunt, first.id(), 10)));
        assertEquals(Optional.empty(), installation.get(t -> t.involvements().open(Samples.id())));
    }
}
