package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a destruction list stands. */
public enum DestructionState implements State {
    DRAFT("in concept", "draft"),
    IN_REVIEW("ter beoordeling", "in review"),
    APPROVED("goedgekeurd", "approved"),
    EXECUTED("uitgevoerd", "executed");

    private final Text label;

    DestructionState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
