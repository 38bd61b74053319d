package nl.knelpunt.api.rule;

import nl.knelpunt.api.Text;

/** Who gets to know a datum: who looks at it, or to whom a result that rests on it goes. */
public enum Recipient {
    /** The participant that supplied the datum. */
    SUPPLIER("de deelnemer die het gegeven heeft ingebracht", "the participant that brought it in"),
    /** Another participant of this RIEC. */
    PARTICIPANT("een andere deelnemer", "another participant"),
    /** Somebody of the RIEC's bureau, who acts for no participant. */
    BUREAU("het RIEC-bureau", "the RIEC bureau"),
    /** A public body that is no participant (Wgs 1.7(2)). */
    THIRD_PARTY("een overheidsorgaan dat geen deelnemer is", "a public body that is no participant"),
    /** A private party (Wgs 1.7(2)). */
    PRIVATE_PARTY("een private partij", "a private party"),
    /** Another RIEC (Wgs 2.20). */
    OTHER_RIEC("een ander RIEC", "another RIEC"),
    /** Another samenwerkingsverband (Wgs 1.7(8)). */
    OTHER_VERBAND("een ander samenwerkingsverband", "another samenwerkingsverband");

    private final Text label;

    Recipient(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read. */
    public Text label() {
        return label;
    }
}
