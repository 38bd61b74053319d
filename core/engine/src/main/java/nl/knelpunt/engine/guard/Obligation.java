package nl.knelpunt.engine.guard;

import nl.knelpunt.api.Text;

/** What a permit asks of whoever carries it out. The gate does what it can itself; screens show the rest. */
public enum Obligation {
    /** Of a BSN only the last digits are shown (G15). */
    MASK_BSN("Toon alleen de laatste cijfers van het BSN.", "Show only the last digits of the BSN."),
    /** The information that a result rests on goes with it (Bgs 1.8). */
    STATE_INFORMATION_BASE(
            "Vermeld bij het resultaat op welke informatie het rust.",
            "State with the result what information it rests on."),
    /** The recipient is pointed to the duty of secrecy (Wgs 1.11(2), Wpg 7(2), Bpg 4:8; G49). */
    SHOW_SECRECY("Wijs de ontvanger op de geheimhoudingsplicht.", "Point out the duty of secrecy to the recipient.");

    private final Text label;

    Obligation(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
