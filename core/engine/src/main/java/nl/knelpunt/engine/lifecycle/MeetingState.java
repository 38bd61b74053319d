package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a meeting of the steering group is. */
public enum MeetingState implements State {
    PLANNED("gepland", "planned"),
    /** Over; its minutes are a draft. */
    HELD("gehouden", "held"),
    /** Its minutes are fixed and don't change any more. */
    FIXED("vastgesteld", "minutes fixed"),
    CANCELLED("afgelast", "cancelled");

    private final Text label;

    MeetingState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
