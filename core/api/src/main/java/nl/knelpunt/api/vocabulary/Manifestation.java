package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** Manifestations of organised crime (Bgs 2.16(1)(b)). */
public enum Manifestation {
    /** Under 1. */
    HUMAN_TRAFFICKING("mensenhandel en -smokkel", "human trafficking and smuggling"),
    /** Under 2. */
    DRUGS("georganiseerde drugscriminaliteit", "organised drug crime"),
    /** Under 3. */
    REAL_ESTATE("fraude of misbruik in de vastgoedsector", "fraud or abuse in real estate"),
    /** Under 4. */
    MONEY_LAUNDERING(
            "witwassen en financieel-economische criminaliteit", "money laundering and financial-economic crime"),
    /** Under 5. */
    SERIOUS_ORGANISED(
            "georganiseerde misdrijven met ernstige inbreuk op de rechtsorde",
            "organised crimes that seriously breach the legal order"),
    /** Designated after a proportionality test and published on the internet. */
    DESIGNATED("aangewezen verschijningsvorm", "designated manifestation");

    private final Text label;

    Manifestation(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
