package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** Where a datum comes from, as far as the law treats it differently for ever; it goes with the datum wherever that goes. */
public enum OriginFlag {
    /** Rijksbelastingdienst (Wgs 1.7(6)). */
    TAX("gegevens van de Belastingdienst", "data of the tax administration"),
    /** From a Bibob file (Wet Bibob 28). */
    BIBOB("Bibob-gegevens", "Bibob data"),
    /** Processed under the Wet politiegegevens (Wpg 20(3)). */
    POLICE("politiegegevens", "police data"),
    /** Under the Wjsg, of the public prosecution. */
    JUDICIAL("justitiële gegevens", "judicial data"),
    /** Of a criminal nature (Wgs 1.7(3)). */
    CRIMINAL("persoonsgegevens van strafrechtelijke aard", "personal data of a criminal nature"),
    /** A special category (Wgs 1.7(3)). */
    SPECIAL("bijzondere persoonsgegevens", "special categories of personal data"),
    /** Under the secrecy of medicine or youth care (Wgs 1.7(8)). */
    PROFESSIONAL_SECRECY("gegevens onder een beroepsgeheim", "data under professional secrecy");

    private final Text label;

    OriginFlag(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
