package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** What a knelpunt is about (Wgs 1.1). */
public enum ObjectType {
    /** Named persons and legal persons. */
    PERSONS("personen", "persons"),
    /** A group, of which not everybody is named. */
    GROUP("groep personen", "group of persons"),
    /** A street, site, park or quarter. */
    AREA("gebied", "area"),
    /** A kind of business. */
    BRANCH("branche", "branch of business");

    private final Text label;

    ObjectType(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
