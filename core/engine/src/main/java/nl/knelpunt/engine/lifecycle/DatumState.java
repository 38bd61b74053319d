package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a datum stands since it was supplied. */
public enum DatumState {
    SHARED("gedeeld", "shared"),
    /** Reported as wrong: nobody sees what it says until its supplier mended it (G45). */
    FROZEN("bevroren", "frozen"),
    /** Its supplier objects to its use by others, for good (G27). */
    BLOCKED("geblokkeerd", "blocked");

    private final Text label;

    DatumState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
