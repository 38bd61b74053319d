package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** The organs that the law designates as participants of a RIEC (Wgs 2.19(1), Bgs 2.14). Mayor and college are two. */
public enum Organ {
    POLITIE("politie", "police"),
    BELASTINGDIENST("Belastingdienst", "tax administration"),
    DOUANE("Douane", "customs"),
    FIOD("FIOD", "FIOD"),
    KMAR("Koninklijke Marechaussee", "military constabulary"),
    UWV("UWV", "UWV"),
    IND("IND", "IND"),
    OM("Openbaar Ministerie", "public prosecution"),
    BURGEMEESTER("burgemeester", "mayor"),
    COLLEGE("college van burgemeester en wethouders", "municipal executive"),
    PROVINCIE("provinciebestuur", "provincial executive"),
    NLA("Nederlandse Arbeidsinspectie", "labour inspectorate"),
    NVWA("NVWA", "NVWA");

    private final Text label;

    Organ(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
