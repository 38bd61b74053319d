package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a destruction list stands. */
public enum DestructionState implements State {
    DRAFT("in concept", "draft"),
    IN_REVIEW("ter beoordeling", "in review"),
    APPROVED("goedgekeurd", "approved"),
    EXECUTED("uitgevoerd", "executed"),
    /** All that it lists went with another list, that of the whole dossier. */
    LAPSED("vervallen", "lapsed");

    private final Text label;

    DestructionState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** Nothing is to be done with it any more. */
    public boolean isOver() {
        return this == EXECUTED || this == LAPSED;
    }

    @Override
    public Text label() {
        return label;
    }
}
