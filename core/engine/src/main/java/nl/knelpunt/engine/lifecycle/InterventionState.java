package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where an intervention stands. */
public enum InterventionState implements State {
    PROPOSED("voorgesteld", "proposed"),
    AGREED("toegezegd", "agreed"),
    UNDER_WAY("in uitvoering", "under way"),
    DONE("uitgevoerd", "done"),
    STOPPED("gestopt", "stopped");

    private final Text label;

    InterventionState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Whether it is still to be done. */
    public boolean isOpen() {
        return this != DONE && this != STOPPED;
    }
}
