package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** The organs that the law designates as participants of a RIEC (Wgs 2.19(1), Bgs 2.14). Mayor and college are two. */
public enum Organ {
    /** For Politiewet 2012 article 3. */
    POLITIE("politie", "police"),
    /** For tax law; one organ with customs in the law (Wgs 2.19(1)(b)). */
    BELASTINGDIENST("Belastingdienst", "tax administration"),
    /** For customs law; in the law a part of the rijksbelastingdienst (Wgs 2.19(1)(b)). */
    DOUANE("Douane", "customs"),
    /** For Wet BOD article 3. */
    FIOD("FIOD", "FIOD"),
    /** For Politiewet 2012 article 4. */
    KMAR("Koninklijke Marechaussee", "military constabulary"),
    /** For Wet SUWI chapter 5. */
    UWV("UWV", "UWV"),
    /** For supervision and enforcement of Vw 2000 and Rijkswet op het Nederlanderschap. */
    IND("IND", "IND"),
    /** For Wet RO article 124. */
    OM("Openbaar Ministerie", "public prosecution"),
    /** For public order: Gemeentewet title III chapter XI, Opiumwet 13b, and others. */
    BURGEMEESTER("burgemeester", "mayor"),
    /** For Gemeentewet title III chapter X, Participatiewet 7, Wet BRP 1.4(1), and others. */
    COLLEGE("college van burgemeester en wethouders", "municipal executive"),
    /** For Provinciewet and environmental law. */
    PROVINCIE("provinciebestuur", "provincial executive"),
    /** For Wet BOD article 3 and the laws on labour. */
    NLA("Nederlandse Arbeidsinspectie", "labour inspectorate"),
    /** For Wet BOD article 3 and its supervision (Bgs 2.14). */
    NVWA("NVWA", "NVWA");

    private final Text label;

    Organ(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
