package nl.knelpunt.engine.signal;

import nl.knelpunt.api.Text;

/** How reliable a source is: the first half of the 4x4 evaluation. */
public enum SourceReliability {
    A("geen twijfel aan de bron", "no doubt about the source"),
    B("de bron is meestal betrouwbaar gebleken", "the source has mostly proved reliable"),
    C("de bron is meestal onbetrouwbaar gebleken", "the source has mostly proved unreliable"),
    X("de bron is niet te beoordelen", "the source can't be assessed");

    private final Text label;

    SourceReliability(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
