package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a provision of a result stands. */
public enum ProvisionState implements State {
    PREPARED("voorbereid", "prepared"),
    PROVIDED("verstrekt", "provided"),
    /** The recipient told what it did with it (Wgs 1.7(4)). */
    FED_BACK("teruggekoppeld", "fed back");

    private final Text label;

    ProvisionState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
