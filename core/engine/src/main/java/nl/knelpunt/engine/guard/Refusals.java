package nl.knelpunt.engine.guard;

import java.util.AbstractList;
import java.util.List;

/** The reasons of a refusal, never empty. Their texts are made when somebody first looks at one; whoever only asks whether does not. */
final class Refusals extends AbstractList<Finding> {

    private final Broken broken;
    // Two threads may both make it: the same.
    private List<Finding> findings;

    Refusals(Broken broken) {
        this.broken = broken;
    }

    private List<Finding> findings() {
        List<Finding> made = findings;
        if (made == null) {
            made = broken.findings().toList();
            findings = made;
        }
        return made;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Finding get(int index) {
        return findings().get(index);
    }

    @Override
    public int size() {
        return findings().size();
    }
}
