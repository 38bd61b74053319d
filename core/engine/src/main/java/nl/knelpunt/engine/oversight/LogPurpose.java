package nl.knelpunt.engine.oversight;

import nl.knelpunt.api.Text;

/** The only purposes for which the processing log may be read (Wgs 1.8(4); G44). */
public enum LogPurpose {
    LAWFULNESS("controle op rechtmatigheid", "check of lawfulness"),
    INTERNAL_CHECK("interne controle", "internal check"),
    SECURITY("integriteit en beveiliging", "integrity and security"),
    PROCEEDINGS("gerechtelijke procedure", "legal proceedings");

    private final Text label;

    LogPurpose(String nl, String en) {
        this.label = new Text(nl, en);
    }

    public Text label() {
        return label;
    }
}
