package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a request of a data subject stands. */
public enum RequestState implements State {
    OPEN("open", "open"),
    GRANTED("toegewezen", "granted"),
    /** Looked at again when a participant reports that its exception lapsed (Bgs 1.2(3)). */
    REFUSED("afgewezen", "refused");

    private final Text label;

    RequestState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
