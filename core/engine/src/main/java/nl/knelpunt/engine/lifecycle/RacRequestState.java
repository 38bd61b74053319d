package nl.knelpunt.engine.lifecycle;

import nl.knelpunt.api.Text;

/** Where a request for advice of the legality advisory committee stands. */
public enum RacRequestState implements State {
    DRAFT("concept", "draft"),
    SENT("voorgelegd", "sent"),
    ADVISED("geadviseerd", "advised"),
    FOLLOWED("advies gevolgd", "advice followed"),
    /** With reasons, reported to the committee and the coordinating data protection officer (Bgs 1.13). */
    DEVIATED("van advies afgeweken", "deviated from the advice"),
    WITHDRAWN("ingetrokken", "withdrawn");

    private final Text label;

    RacRequestState(String nl, String en) {
        this.label = new Text(nl, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
