package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a signal stands. A signal that is not taken up, withdrawn, discarded or lapsed is destroyed and has no state. */
public enum SignalState implements State {
    DRAFT("concept", "draft"),
    REPORTED("gemeld", "reported"),
    ASKED("herkenning gevraagd", "recognition asked"),
    RECOGNISED("herkend", "recognised"),
    WEIGHED("weging voorbereid", "assessment prepared"),
    TAKEN_UP("in behandeling genomen", "taken up"),
    /** Belongs to an activity that was decided on. */
    LINKED("gekoppeld", "linked");

    private final Text label;

    SignalState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
