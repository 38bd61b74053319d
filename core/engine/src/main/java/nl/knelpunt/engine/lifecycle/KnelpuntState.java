package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a knelpunt stands. Whether its term has passed follows from the date (G21), not from a state. */
public enum KnelpuntState implements State {
    PROPOSED("voorgesteld", "proposed"),
    /** Complete, and ready for the agenda of the steering group. */
    SUBMITTED("ingediend", "submitted"),
    REJECTED("afgewezen", "rejected"),
    DESIGNATED("aangewezen", "designated"),
    CLOSED("afgesloten", "closed");

    private final Text label;

    KnelpuntState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
