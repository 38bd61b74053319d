package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a provision of a result stands. */
public enum ProvisionState implements State {
    PREPARED("voorbereid", "prepared"),
    /** Participants are asked whether they object (Wgs 1.7). */
    ASKED("bezwaarronde", "objection round"),
    /** A participant objects to a provision to a third party (Wgs 1.7(2)): final. */
    STOPPED("tegengehouden", "stopped"),
    /** The bureau gave it up before it went. */
    WITHDRAWN("ingetrokken", "withdrawn"),
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
