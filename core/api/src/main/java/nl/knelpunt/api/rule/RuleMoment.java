package nl.knelpunt.api.rule;

import nl.knelpunt.api.Text;

/** The points of the processing at which a sector rule can look at a datum. */
public enum RuleMoment {
    /** The datum comes into joint processing: its signal is reported, or it is shared in a knelpunt. Nobody receives it yet. */
    SUPPLY("bij het inbrengen", "when it is brought in"),
    /** Somebody looks at it, in a signal or a knelpunt, or sees a BSN unmasked. */
    LOOK("bij het inzien", "when it is looked at"),
    /** It is used in an analysis. */
    ANALYSE("bij het analyseren", "when it is analysed"),
    /** It is taken over into another dossier. */
    REUSE("bij hergebruik in een ander dossier", "when it is reused in another dossier"),
    /** A result that rests on it leaves the joint processing. */
    PROVIDE("bij het verstrekken van een resultaat", "when a result is provided");

    private final Text label;

    RuleMoment(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read. */
    public Text label() {
        return label;
    }
}
