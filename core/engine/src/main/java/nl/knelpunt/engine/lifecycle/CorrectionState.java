package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a proposal stands to correct what another participant supplied. */
public enum CorrectionState implements State {
    PROPOSED("voorgesteld", "proposed"),
    ACCEPTED("overgenomen", "accepted"),
    DECLINED("afgewezen", "declined"),
    WITHDRAWN("ingetrokken", "withdrawn");

    private final Text label;

    CorrectionState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
