package nl.knelpunt.engine.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;

class RewritingTest {

    private final List<Runnable> later = new ArrayList<>();
    private int rewritten;
    private boolean full;
    private final Rewriting rewriting = new Rewriting(this::rewrite, later::add, later::clear);

    private void rewrite() {
        rewritten++;
        if (full) {
            throw new UnavailableException(new Text("vol", "full"), null);
        }
    }

    private void aMomentPasses() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void whoAsksInTheSameMomentIsServedByOneRewriting() {
        rewriting.ask();
        rewriting.ask();
        assertEquals(0, rewritten);
        aMomentPasses();
        assertEquals(1, rewritten);
        rewriting.ask();
        aMomentPasses();
        assertEquals(2, rewritten);
    }

    @Test
    void whatWasAskedIsDoneBeforeItStopsAndNothingElse() {
        rewriting.ask();
        rewriting.stop();
        rewriting.stop();
        assertEquals(1, rewritten);
        assertEquals(List.of(), later);
    }

    @Test
    void whatFailsOneNightIsTriedTheNext() {
        full = true;
        rewriting.ask();
        aMomentPasses();
        full = false;
        rewriting.ask();
        aMomentPasses();
        assertEquals(2, rewritten);
    }
}
