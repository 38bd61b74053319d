package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a meeting of a case consultation stands. */
public enum CaseMeetingState implements State {
    PLANNED("gepland", "planned"),
    HELD("gehouden", "held"),
    CANCELLED("afgelast", "cancelled");

    private final Text label;

    CaseMeetingState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
