package nl.knelpunt.engine.text;

import nl.knelpunt.api.Text;

/** What is looked for in free text. */
public enum Kind {
    /** Nationality, country or region of origin, people (G08; Bgs 1.9). */
    NATIONALITY("nationaliteit of herkomst", "nationality or origin"),
    /**
     * Health, race and skin colour, religion, politics, union, genetic and biometric data, sexual orientation (G09; AVG
     * 9(1)).
     */
    SPECIAL("bijzonder persoonsgegeven", "special category of personal data"),
    /** Nine digits that pass the eleven-test; belongs in its own field (G15). */
    BSN("burgerservicenummer", "citizen service number"),
    IBAN("bankrekeningnummer", "bank account number"),
    /** A Dutch one. */
    LICENCE_PLATE("kenteken", "licence plate"),
    TELEPHONE("telefoonnummer", "telephone number"),
    /** A supposition, a conclusion or hearsay instead of an observation (G03; Bgs 2.16(1)(a)). */
    ASSUMPTION("aanname in plaats van waarneming", "assumption instead of observation"),
    /** A name that the dossier knows as a datum: a text refers to it instead. Not found by a scanner, which knows no dossier. */
    NAME("naam van een betrokkene", "name of a person concerned");

    private final Text label;

    Kind(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
