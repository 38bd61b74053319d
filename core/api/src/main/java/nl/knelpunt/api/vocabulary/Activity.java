package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** The activities for which participants may process data together (Wgs 2.18(1)). */
public enum Activity {
    /** Designating and analysing a handhavingsknelpunt (a). */
    KNELPUNT("handhavingsknelpunt", "knelpunt"),
    /** Casusoverleg (b). Has no term of a year. */
    CASE_CONSULTATION("casusoverleg", "case consultation"),
    /** Area scan or thematic scan (c): never phase 3, and only where there are abuses. */
    SCAN("gebiedsscan of thematische scan", "area scan or thematic scan");

    private final Text label;

    Activity(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
