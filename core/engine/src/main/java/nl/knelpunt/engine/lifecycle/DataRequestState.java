package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a request for data stands, as all who know of it see it. */
public enum DataRequestState implements State {
    /** Waits for the holder. */
    OPEN("open", "open"),
    /** Waits for the one who asks: the holder has a question first. */
    ASKED_BACK("vraag terug", "asked back"),
    SUPPLIED("geleverd", "supplied"),
    /** Whether the holder has no such data or weighty reasons, only the holder knows (Wgs 1.5(1)). */
    NOT_SUPPLIED("niet geleverd", "not supplied"),
    WITHDRAWN("ingetrokken", "withdrawn"),
    EXPIRED("verlopen", "expired");

    private final Text label;

    DataRequestState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
