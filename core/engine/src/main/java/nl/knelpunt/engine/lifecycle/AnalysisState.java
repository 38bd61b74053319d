package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a written analysis stands. */
public enum AnalysisState implements State {
    /** The case director asked for it. */
    ASKED("gevraagd", "asked for"),
    DRAFT("concept", "draft"),
    /** Offered for the test of its quality (Bgs 1.8). */
    SUBMITTED("ter toetsing", "submitted"),
    /** Tested; it changes no more. What comes after it is a next version. */
    FINAL("vastgesteld", "final");

    private final Text label;

    AnalysisState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }

    public boolean isOpen() {
        return this != FINAL;
    }
}
