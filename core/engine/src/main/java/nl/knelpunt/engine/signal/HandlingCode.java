package nl.knelpunt.engine.signal;

import nl.knelpunt.api.Text;

/**
 * What a supplier allows to be done with its information, as Europol's handling codes say it. What a code binds stands in
 * {@link nl.knelpunt.engine.result.Handling}; its supplier can always consent.
 */
public enum HandlingCode {
    H0("alleen om criminaliteit te voorkomen en te bestrijden", "only to prevent and to fight crime"),
    H1(
            "niet in een gerechtelijke procedure zonder toestemming van de bronhouder",
            "not in judicial proceedings without the supplier's permission"),
    H2(
            "niet verder verspreiden zonder toestemming van de bronhouder",
            "no further dissemination without the supplier's permission"),
    H3("andere beperking, zoals omschreven", "other restriction, as described");

    private final Text label;

    HandlingCode(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
