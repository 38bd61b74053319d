package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** What a knelpunt is about (Wgs 1.1). */
public enum ObjectType {
    PERSONS("personen", "persons"),
    GROUP("groep personen", "group of persons"),
    AREA("gebied", "area"),
    BRANCH("branche", "branch of business");

    private final Text label;

    ObjectType(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
